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
    case .failed, .unexpectedAnswer: nil
    }
  }
}
