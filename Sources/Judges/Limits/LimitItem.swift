public import PodAPI
public import Values

/// An item of a LimitRange: the amounts that everything of one type may have.
public struct LimitItem: Sendable, Hashable {
  /// The things that an item is about.
  public enum Kind: Sendable, Hashable {
    /// Each container.
    case container
    /// All containers of a pod together.
    case pod
    /// Something that is no pod, such as a PersistentVolumeClaim: it does nothing to pods.
    case other(ByteText)

    /// The kind of a `type`.
    public init(_ text: String) {
      switch text {
      case "Container": self = .container
      case "Pod": self = .pod
      default: self = .other(ByteText(text))
      }
    }

    /// The `type` as it is written.
    public var text: String {
      switch self {
      case .container: "Container"
      case .pod: "Pod"
      case .other(let name): name.text
      }
    }
  }

  /// The thing that it is about.
  public let kind: Kind
  /// The least that can be requested.
  public let min: PodMap
  /// The most that a limit can be.
  public let max: PodMap
  /// The limits of those that have none.
  public let defaultLimits: PodMap
  /// The requests of those that have none.
  public let defaultRequests: PodMap
  /// How many times its request a limit can be.
  public let maxRatio: PodMap

  /// Makes an item as the API server keeps it: what an item for containers leaves out of its defaults
  /// comes from its other amounts (`pkg/apis/core/v1/defaults.go`, all versions).
  public init(
    _ kind: Kind, min: PodMap = PodMap(), max: PodMap = PodMap(), limits: PodMap = PodMap(),
    requests: PodMap = PodMap(), ratio: PodMap = PodMap()
  ) {
    self.kind = kind
    self.min = min
    self.max = max
    maxRatio = ratio
    guard kind == .container else {
      (defaultLimits, defaultRequests) = (limits, requests)
      return
    }
    defaultLimits = limits.filled(from: max)
    defaultRequests = requests.filled(from: defaultLimits).filled(from: min)
  }
}

extension PodMap {
  /// With those entries of another one whose keys it does not have.
  func filled(from other: PodMap) -> PodMap {
    var result = self
    for entry in other.entries where result[entry.key] == nil { result[entry.key] = entry.value }
    return result
  }
}

/// A LimitRange of a namespace.
public struct LimitRange: Sendable, Hashable {
  /// Its name.
  @Bytewise public private(set) var name: String
  /// Its items.
  public let items: [LimitItem]
  /// The place where it is written; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  /// Makes one.
  public init(name: String, items: [LimitItem], origin: Origin = .tool) {
    self.items = items
    self.name = name
    self.origin = origin
  }
}
