import Flyte
import PodAPI
public import Values

/// Knative Serving: the pods of an app's revision. Its own webhook refuses fields that it does not
/// know or that no feature allows, and fills in security contexts where it is asked to.
public struct KnativeServing: Sendable, Hashable {
  /// `secure-pod-defaults` of `config-features`.
  public enum SecureDefaults: String, Sendable, Hashable, CaseIterable {
    case disabled
    case enabled
    /// As `enabled`, but root is allowed (1.20).
    case allowRootBounded = "AllowRootBounded"
  }

  /// The features of pods that are on.
  public enum PodFeatures: Sendable, Hashable {
    case none
    /// `kubernetes.podspec-securitycontext` alone.
    case securityContext
    /// Every `kubernetes.podspec-*`.
    case all
  }

  /// The image of `queue-proxy`, which stands for one that the cluster's ConfigMap names.
  public static let queueImage = "queue:1"

  /// Its version.
  public let version: OperatorVersion
  /// The fields that it fills in.
  public let secureDefaults: SecureDefaults
  /// The fields that it lets through.
  public let features: PodFeatures

  /// Makes it.
  public init(
    version: OperatorVersion, secureDefaults: SecureDefaults = .disabled,
    features: PodFeatures = .none
  ) {
    self.version = version
    self.secureDefaults = secureDefaults
    self.features = features
  }

  /// True if root is asked not to run, or what else is safe is filled in.
  var isSecure: Bool {
    switch secureDefaults {
    case .disabled: false
    case .enabled: true
    // Before, another word than `enabled` is none that counts.
    case .allowRootBounded: version.isAtLeast("1.20.0")
    }
  }

  /// True if everything that it adds and fills in is as `restricted` asks (1.11.1, and 1.10.3).
  var isRestricted: Bool {
    version.isAtLeast("1.11.1")
      || (version.isAtLeast("1.10.3") && !version.isAtLeast("1.11.0"))
  }

  /// The pods that come of a service.
  public func outcome(of service: PlainValue) -> OperatorOutcome {
    let template = service["spec"]?["template"]
    var pod = Definition(minor: nil).pod(.revision, template)
    let refused = refusedFields(of: pod.spec, template?["spec"])
    guard refused.isEmpty else { return .refused(.fields(refused.map { ByteText($0) })) }
    let timeout = template?["spec"]?.number("timeoutSeconds") ?? 0
    fillDefaults(&pod.spec)
    complete(&pod.spec, revision: revision(of: service), seconds: timeout == 0 ? 300 : timeout)
    pod.metadata = metadata(pod, service)
    return .pods([pod])
  }

  /// The name of the first revision.
  func revision(of service: PlainValue) -> String {
    "\(service["metadata"]?.text("name") ?? "")-00001"
  }

  // MARK: defaults

  private func fillDefaults(_ spec: inout PodObject) {
    let writable = (spec[.volumes]?.items ?? []).filter { volume in
      let source = volume.object
      return source?[.emptyDir] != nil || source?[.persistentVolumeClaim] != nil
    }.map { $0.object?.containerName ?? "" }
    let podContext = spec[.securityContext]?.object ?? PodObject()
    let count = spec[.containers]?.items.count ?? 0
    for index in 0..<count {
      spec.changeContainer(index) { container in
        if container[.name] == nil {
          container.set(.name, count == 1 ? "user-container" : "user-container-\(index)")
        }
        if let mounts = container[.volumeMounts]?.items {
          container[.volumeMounts] = .list(
            mounts.map { mount in
              guard var object = mount.object, !writable.contains(object.containerName) else {
                return mount
              }
              object[.readOnly] = .bool(true)
              return .object(object)
            })
        }
        secure(&container, podContext)
      }
    }
    for index in (spec[.initContainers]?.items ?? []).indices {
      spec.changeContainer(index, in: .initContainers) { secure(&$0, podContext) }
    }
  }

  private func secure(_ container: inout PodObject, _ podContext: PodObject) {
    guard isSecure else { return }
    var context = container[.securityContext]?.object ?? PodObject()
    if context[.allowPrivilegeEscalation] == nil {
      context[.allowPrivilegeEscalation] = .bool(false)
    }
    if podContext[.seccompProfile] == nil, context[.seccompProfile] == nil {
      context[.seccompProfile] = .object(
        PodObject([.init(.type, .string("RuntimeDefault"))]))
    }
    if context[.capabilities] == nil {
      var capabilities = PodObject([.init(.drop, .list([.string("ALL")]))])
      let needsLowPort = (container[.ports]?.items ?? []).contains {
        ($0.object?[.containerPort]?.integer ?? 1024) < 1024
      }
      if needsLowPort { capabilities[.add] = .list([.string("NET_BIND_SERVICE")]) }
      context[.capabilities] = .object(capabilities)
    }
    if secureDefaults == .enabled, isRestricted, podContext[.runAsNonRoot] == nil,
      context[.runAsNonRoot] == nil || !version.isAtLeast("1.20.0")
    {
      context[.runAsNonRoot] = .bool(true)
    }
    container[.securityContext] = .object(context)
  }
}
