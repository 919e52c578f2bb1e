import PodAPI
public import PodSecurity

/// Pod Security, as a namespace's labels switch it on.
public struct PodSecurityJudge: Judge {
  private let level: PodSecurityLevel
  private let version: PodSecurityVersion
  private let server: Int

  /// Makes one.
  /// - Parameter server: minor version of the API server.
  public init(level: PodSecurityLevel, version: PodSecurityVersion, server: Int) {
    self.level = level
    self.version = version
    self.server = server
  }

  /// The verdict's refusal.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    let verdict = PodSecurity.evaluate(
      spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: level, version: version,
      server: server)
    guard !verdict.isAllowed else { return [] }
    return [.podSecurity(PodSecurityRefusal(level: level, version: version, verdict: verdict))]
  }
}

/// A refusal by Pod Security.
public struct PodSecurityRefusal: Sendable, Hashable {
  /// The level that the namespace enforces.
  public let level: PodSecurityLevel
  /// The version that it enforces.
  public let version: PodSecurityVersion
  /// The checks that fail.
  public let verdict: Verdict

  /// The words of the API server.
  public var words: String {
    "violates PodSecurity \"\(level.rawValue):\(version.text)\": \(verdict.text)"
  }

  /// Returns whether the words are the same.
  public static func == (left: PodSecurityRefusal, right: PodSecurityRefusal) -> Bool {
    left.words == right.words
  }

  /// Feeds the words to a hasher.
  public func hash(into hasher: inout Hasher) { words.hashBytes(into: &hasher) }
}

extension PodSecurityVersion {
  /// The version as a label has it.
  var text: String {
    switch self {
    case .latest: "latest"
    case .minor(let minor): "v1.\(minor)"
    }
  }
}
