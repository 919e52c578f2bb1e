public import PodAPI

/// The API server's answer to a request.
public enum CreateAnswer: Sendable, Hashable {
  /// The object is kept, as it is kept.
  case stored(StoredObject)
  /// It is not.
  case refused(RefusedRequest)
}

/// An object as the API server keeps it.
public struct StoredObject: Sendable, Hashable {
  /// Its metadata, without what differs from run to run.
  public var metadata: PodObject
  /// The contents of a PodTemplate: `metadata` and `spec` of its pods.
  public var template: PodObject?
  /// The contents of a pod.
  public var spec: PodObject?
  /// The status of a new pod.
  public var status: PodStatus?

  /// Makes one.
  public init(
    metadata: PodObject, template: PodObject? = nil, spec: PodObject? = nil,
    status: PodStatus? = nil
  ) {
    self.metadata = metadata
    self.template = template
    self.spec = spec
    self.status = status
  }
}

/// The status that a new pod is given.
public struct PodStatus: Sendable, Hashable {
  /// The class by which a node treats a pod when it runs short.
  public enum QualityOfService: String, Sendable, Hashable {
    case bestEffort = "BestEffort"
    case burstable = "Burstable"
    case guaranteed = "Guaranteed"
  }

  /// By what its containers ask for.
  public let quality: QualityOfService
  /// True if scheduling gates keep it from being scheduled.
  public let isGated: Bool
}

/// The reason why an object is not stored.
public struct RefusedRequest: Error, Sendable, Hashable {
  /// The stage that refuses it.
  public enum Stage: Sendable, Hashable {
    /// The text is no object of the kind: 400.
    case decoding
    /// An admission plugin refuses it: 403.
    case admission
    /// Its fields contradict the rules: 422.
    case validation
    /// The server itself stumbles over it: 500.
    case failure
  }

  /// The stage that refuses it; what later stages would refuse is not known.
  public let stage: Stage
  /// The faults; at least one.
  public let refusals: [Refusal]

  /// Makes one.
  public init(stage: Stage, refusals: [Refusal]) {
    self.stage = stage
    self.refusals = refusals
  }

  /// The status code of the answer.
  public var code: Int {
    switch stage {
    case .decoding: 400
    case .admission: 403
    case .validation: 422
    case .failure: 500
    }
  }
}
