import Glibc

/// The program `git`, run in a way that leaves a repository's and a user's configuration no say.
///
/// Nothing is fetched and nothing that a configuration names is run: the commands used here read
/// objects and refs only, the environment is made from scratch, and what git might still start
/// (hooks, transports, credential helpers, pagers) is switched off.
struct GitProgram: Sendable {
  private let file: String
  let limits: GitLimits
  /// When all runs must have ended.
  private let deadline: ContinuousClock.Instant

  /// The outcome of a finished run.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    /// The complaint of git, its lines joined to one.
    let complaint: String
    /// True if git was stopped because it had more to say than was to be taken.
    var isCut = false

    func failure(of command: String) -> GitError {
      .failed(
        command: command, message: complaint.isEmpty ? "exit status \(status)" : complaint)
    }
  }

  /// Finds `git` in the folders of a search path such as `/usr/local/bin:/usr/bin`. Its time begins.
  static func find(
    searchPath: String, limits: GitLimits = .standard
  ) throws(GitError) -> GitProgram {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let candidate = "\(folder)/git"
      if access(candidate, X_OK) == 0 {
        return GitProgram(
          file: candidate, limits: limits,
          deadline: .now.advanced(by: .seconds(limits.seconds)))
      }
    }
    throw .programNotFound
  }

  /// Runs git on one repository and waits for its end.
  /// - Parameter outputLimit: how many bytes it may answer before it is stopped.
  func run(
    _ arguments: [String], gitFolder: String, input: [UInt8] = [], outputLimit: Int? = nil
  ) throws(GitError) -> Outcome {
    guard let conversation = Conversation() else {
      throw .cannotStart(program: file, reason: String(cString: strerror(errno)))
    }
    // The repository is named, not searched for: git then has no question about who owns it, and a
    // folder owned by somebody else (usual in containers) can be read.
    let words =
      [file, "-C", "/", "--no-pager", "--git-dir=\(gitFolder)"]
      + Self.settings.flatMap { ["-c", $0] } + arguments
    let process = try spawn(words, on: conversation)
    let (output, complaints, ending) = conversation.hold(
      saying: input, limit: outputLimit ?? limits.answerBytes, until: deadline)
    if ending != .closed { kill(process, SIGKILL) }
    guard let status = end(of: process), ending != .tooLate else {
      throw .tookTooLong(seconds: limits.seconds)
    }
    let wasKilled = status & 0x7f != 0
    return Outcome(
      status: wasKilled ? 128 + (status & 0x7f) : (status >> 8) & 0xff,
      output: output, complaint: Self.joined(complaints), isCut: ending == .tooMuch)
  }

  /// The status that a process ends with; nil where it must be ended because its time is over.
  private func end(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    var pause: useconds_t = 50
    var isLate = false
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return isLate ? nil : status }
      // Somebody else waited for it: what it said tells enough.
      if ended < 0, errno != EINTR { return 0 }
      if !isLate, ContinuousClock.now > deadline {
        isLate = true
        kill(process, SIGKILL)
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// Lines as one: what goes on behind a colon belongs to it, else each is a sentence of its own.
  private static func joined(_ complaints: [UInt8]) -> String {
    let lines = complaints.split(separator: 0x0A).map { line in
      String(String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" })
    }
    return lines.filter { !$0.isEmpty }.reduce(into: "") { text, line in
      if !text.isEmpty { text += text.utf8.last == UInt8(ascii: ":") ? " " : "; " }
      text += line
    }
  }

  /// As `run`, for commands that fail only when something is wrong.
  func answer(_ arguments: [String], gitFolder: String, input: [UInt8] = []) throws(GitError)
    -> [UInt8]
  {
    let outcome = try run(arguments, gitFolder: gitFolder, input: input)
    if outcome.isCut {
      throw .tooMuch(command: arguments.first ?? "", limit: limits.answerBytes)
    }
    if outcome.status == 0 { return outcome.output }
    throw outcome.failure(of: arguments.first ?? "")
  }

  private func spawn(_ words: [String], on conversation: borrowing Conversation) throws(GitError)
    -> pid_t
  {
    defer { conversation.closeProgramEnds() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in conversation.programEnds.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }

    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) }
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    arguments.append(nil)
    environment.append(nil)
    let failure = posix_spawn(&process, file, &actions, nil, arguments, environment)
    guard failure == 0 else {
      throw .cannotStart(program: file, reason: String(cString: strerror(failure)))
    }
    return process
  }

  /// Settings of the command line win over every file. Those of single protocols would win over
  /// `protocol.allow`; the environment below takes care of them.
  private static let settings: [String] = [
    "protocol.allow=never", "core.fsmonitor=false", "core.hooksPath=/dev/null",
    "core.sshCommand=false", "core.gitProxy=", "core.askPass=", "credential.helper=",
    "core.attributesFile=/dev/null", "core.alternateRefsCommand=", "diff.external=",
    "gc.auto=0", "maintenance.auto=false", "core.quotePath=false",
  ]

  /// The environment of the program: the search path for its own parts, and nothing else of ours.
  private static func environment() -> [String] {
    let inherited: [String] = ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return inherited + [
      "LC_ALL=C", "HOME=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_ATTR_NOSYSTEM=1", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1",
      "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_LITERAL_PATHSPECS=1",
      // The most that git may take at once: an object that unpacks to more is not read.
      "GIT_ALLOC_LIMIT=\(2 * GitLimits.standard.ownFileBytes)",
      // Otherwise the repository's `core.worktree` is looked for, wherever it points.
      "GIT_WORK_TREE=/",
      // A list of the protocols allowed, whatever else is said: none has this name.
      "GIT_ALLOW_PROTOCOL=none",
    ]
  }
}
