public import Flyte
public import Values

/// The Flyte of a cluster.
public struct FlyteInstallation: Sendable {
  /// The place of its Go sources.
  public enum Source: Sendable {
    /// A folder, as it is on disk.
    case folder(Place)
    /// A local git repository at a ref, read without touching its work tree.
    case repository(Place, ref: Located<String>)

    /// The folder, or that of the repository.
    public var place: Place {
      switch self {
      case .folder(let place), .repository(let place, _): place
      }
    }
  }

  /// A folder that the config names.
  public struct Place: Sendable {
    /// Its path from the current folder.
    public let path: String
    /// Its path as it was written, which faults show.
    public let written: Located<String>

    /// Makes a place.
    public init(path: String, written: Located<String>) {
      self.path = path
      self.written = written
    }
  }

  /// The Flyte that runs now, if it was rebuilt.
  public struct Deployed: Sendable {
    /// The rebuilt image.
    public let image: Located<String>?
    /// Exactly the patches it was built with.
    public let patches: [Located<String>]

    /// Makes a value.
    public init(image: Located<String>?, patches: [Located<String>]) {
      self.image = image
      self.patches = patches
    }
  }

  /// The version as the config says it: charts and images carry it.
  public let version: Located<String>
  /// The release whose behavior it has.
  public let release: Release
  /// The release that the config says it behaves like, where its version does not tell.
  public let behavesLike: Located<String>?
  /// The place of its sources; nil if there are no patches.
  public let source: Located<Source>?
  /// The managers that its secret webhook gets secrets from, in the order they are asked; empty:
  /// the release's own.
  public var secretManagers: [Located<SecretManager>]
  /// True if functions of a shape that no release has are patched.
  public let allowsUnverifiedShapes: Bool
  /// The Flyte that runs now, if it was rebuilt.
  public let deployed: Deployed?
  /// Flyte's own namespace.
  public let namespace: Located<String>

  /// Makes an installation.
  public init(
    version: Located<String>, release: Release, behavesLike: Located<String>? = nil,
    source: Located<Source>?,
    secretManagers: [Located<SecretManager>] = [], allowsUnverifiedShapes: Bool,
    deployed: Deployed?,
    namespace: Located<String>
  ) {
    self.secretManagers = secretManagers
    self.allowsUnverifiedShapes = allowsUnverifiedShapes
    self.version = version
    self.release = release
    self.behavesLike = behavesLike
    self.source = source
    self.deployed = deployed
    self.namespace = namespace
  }
}
