/// Why a repository could not be read.
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
  /// What went wrong, in plain words.
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
      "'\(name)' cannot be the name of a commit or a file in git"
    case .unknownRef(let ref, let repository):
      "the repository '\(repository)' has no tag, branch or commit '\(ref)'"
    case .ambiguousRef(let ref, let repository):
      "'\(ref)' fits several objects of the repository '\(repository)'"
    case .contentNotFetched(let path, let commit):
      "the content of '\(path)' at commit \(commit) is not in this partial clone, and nothing is"
        + " fetched here"
    case .symbolicLink(let path, let commit):
      "'\(path)' is a symbolic link at commit \(commit)"
    case .unusableFile(let path, let reason):
      "git cannot read '\(path)': \(reason)"
    case .alternatesGone(let path, let repository):
      "the repository '\(repository)' takes objects from '\(path)', and there is no such folder"
    case .objectMissing(let what, let repository, let complaint):
      "\(what) cannot be read: its object in the repository '\(repository)' is missing or damaged"
        + (complaint.isEmpty ? "" : " (git says: \(complaint))")
    case .tooLarge(let path, let commit, let limit):
      "'\(path)' at commit \(commit) has more than \(GitLimits.words(limit))"
    case .tooLargeInAll(let commit, let limit):
      "the sources at commit \(commit) have more than \(GitLimits.words(limit)) in all"
    case .tooManyFiles(let folder, let commit, let limit):
      "the folder '\(folder)' at commit \(commit) has more than \(limit) files"
    case .tooMuch(let command, let limit):
      "git \(command) gives more than \(GitLimits.words(limit))"
    case .tookTooLong(let seconds):
      "git did not end within \(seconds) seconds"
    case .failed(let command, let message):
      "git \(command) failed: \(message)"
    case .unexpectedAnswer(let command):
      "git \(command) gave an answer that is not understood"
    }
  }
}

extension GitError {
  /// How to mend it, in the imperative; nil where only git's own message can help.
  public var hint: String? {
    switch self {
    case .noSuchFolder: "check the path; in a config it is relative to the config file"
    case .notARepository: "give the folder of a clone, or leave out the ref to read plain files"
    case .programNotFound: "install git, or use a folder of sources instead of a repository"
    case .cannotStart: "check that git runs on this machine"
    case .unusableName: "give a tag, a branch or a commit id, such as v1.15.3"
    case .unknownRef:
      "correct the name, or fetch it first with 'git fetch --tags': nothing is fetched here"
    case .ambiguousRef: "give more digits of the id, or the name of a tag"
    case .contentNotFetched: "check the commit out once, which fetches its files, or clone in full"
    case .symbolicLink: "commit the file itself; a patch cannot change what a link leads to"
    case .unusableFile: "repair the repository, or clone it again"
    case .alternatesGone: "bring that repository back to its place, or clone in full"
    case .objectMissing: "run 'git fsck' there to see what is lost, then fetch it, or clone again"
    case .tooLarge, .tooLargeInAll, .tooManyFiles, .tooMuch:
      "these are not Flyte's sources: name the folder of Flyte, and a ref of it"
    case .tookTooLong: "look whether git works there: 'git fsck', 'git log -1'"
    case .failed, .unexpectedAnswer: nil
    }
  }
}
