/// The reason why a repository could not be read.
public enum GitError: Error, Sendable, Equatable {
  /// The folder does not exist.
  case noSuchFolder(path: String)
  /// Neither the folder nor one above it is a git repository.
  case notARepository(path: String)
  /// No folder of the search path has a program `git`.
  case programNotFound
  /// The program was found but could not be started.
  case cannotStart(program: String, reason: String)
  /// A ref or path that git has no way to be asked for.
  case unusableName(String)
  /// The repository has no commit of this name.
  case unknownRef(String, repository: String)
  /// An abbreviated id that fits several objects.
  case ambiguousRef(String, repository: String)
  /// The commit has the file, but its content was never fetched.
  case contentNotFetched(path: String, commit: String)
  /// The commit has a symbolic link where a file was asked for.
  case symbolicLink(path: String, commit: String)
  /// A file of the repository's own that would stop git, and why.
  case unusableFile(path: String, reason: String)
  /// The repository takes objects from another one, which is not there.
  case alternatesGone(path: String, repository: String)
  /// Something that the repository names is not there, or damaged; what git says of it.
  case objectMissing(String, repository: String, complaint: String)
  /// A file, or the list of a folder, is larger than what is read.
  case tooLarge(path: String, commit: String, limit: Int)
  /// All files together are.
  case tooLargeInAll(commit: String, limit: Int)
  /// A folder has more files than are read.
  case tooManyFiles(folder: String, commit: String, limit: Int)
  /// git answers more than is taken.
  case tooMuch(command: String, limit: Int)
  /// git did not end in time.
  case tookTooLong(seconds: Int)
  /// git ended with a complaint.
  case failed(command: String, message: String)
  /// git answered something that this tool does not understand.
  case unexpectedAnswer(command: String)
}

extension GitError: CustomStringConvertible {
  /// The fault, in plain words.
  public var description: String {
    switch self {
    case .noSuchFolder(let path):
      "there is no folder '\(path)'"
    case .notARepository(let path):
      "'\(path)' is not in a git repository"
    case .programNotFound:
      "the program 'git' is not on the search path"
    case .cannotStart(let program, let reason):
      "'\(program)' cannot be started: \(reason)"
    case .unusableName(let name):
      "'\(name)' is not a valid name of a commit or a file in git"
    case .unknownRef(let ref, let repository):
      "the repository '\(repository)' has no tag, branch or commit '\(ref)'"
    case .ambiguousRef(let ref, let repository):
      "'\(ref)' matches several objects in the repository '\(repository)'"
    case .contentNotFetched(let path, let commit):
      "the content of '\(path)' at commit \(commit) is not in this partial clone, and it"
        + " is not fetched"
    case .symbolicLink(let path, let commit):
      "'\(path)' is a symbolic link at commit \(commit)"
    case .unusableFile(let path, let reason):
      "git cannot read '\(path)': \(reason)"
    case .alternatesGone(let path, let repository):
      "the repository '\(repository)' uses objects from '\(path)', but that folder does not exist"
    case .objectMissing(let what, let repository, let complaint):
      "\(what) cannot be read: its object in the repository '\(repository)' is missing or damaged"
        + (complaint.isEmpty ? "" : " (git says: \(complaint))")
    case .tooLarge(let path, let commit, let limit):
      "'\(path)' at commit \(commit) has more than \(GitLimits.words(limit))"
    case .tooLargeInAll(let commit, let limit):
      "the sources at commit \(commit) have more than \(GitLimits.words(limit)) in total"
    case .tooManyFiles(let folder, let commit, let limit):
      "the folder '\(folder)' at commit \(commit) has more than \(limit) files"
    case .tooMuch(let command, let limit):
      "git \(command) returns more than \(GitLimits.words(limit))"
    case .tookTooLong(let seconds):
      "git did not finish within \(seconds) seconds"
    case .failed(let command, let message):
      "git \(command) failed: \(message)"
    case .unexpectedAnswer(let command):
      "git \(command) gave an unexpected answer"
    }
  }
}

extension GitError {
  /// Advice on how to fix it, in the imperative; nil if only git's own message can help.
  public var hint: String? {
    switch self {
    case .noSuchFolder: "check the path; in a config it is relative to the config file"
    case .notARepository: "use the folder of a clone, or omit the ref to read plain files"
    case .programNotFound: "install git, or use a folder of sources instead of a repository"
    case .cannotStart: "check that git runs on this machine"
    case .unusableName: "use a tag, a branch or a commit id, such as v1.15.3"
    case .unknownRef:
      "correct the name, or fetch it first with 'git fetch --tags'; this tool fetches nothing"
    case .ambiguousRef: "use more digits of the id, or the name of a tag"
    case .contentNotFetched: "check out the commit once to fetch its files, or make a full clone"
    case .symbolicLink: "commit the file itself; a patch cannot change the target of a link"
    case .unusableFile: "repair the repository, or clone it again"
    case .alternatesGone: "move that repository back, or make a full clone"
    case .objectMissing:
      "run 'git fsck' there to see what is missing, then fetch it, or clone again"
    case .tooLarge, .tooLargeInAll, .tooManyFiles, .tooMuch:
      "these do not look like Flyte's sources: use the folder of Flyte and one of its refs"
    case .tookTooLong: "check that git works there: 'git fsck', 'git log -1'"
    case .failed, .unexpectedAnswer: nil
    }
  }
}
