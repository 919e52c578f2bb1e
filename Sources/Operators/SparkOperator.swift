import Flyte
import PodAPI
public import Values

/// The Spark operator: it has Spark make driver and executors, and its webhook changes them.
public struct SparkOperator: Sendable, Hashable {
  /// Its version.
  public let version: OperatorVersion
  /// True if its mutating webhook runs: off by default in the charts of 1.x, on in those of 2.x.
  public let hasWebhook: Bool

  /// Makes an operator.
  public init(version: OperatorVersion, hasWebhook: Bool) {
    self.version = version
    self.hasWebhook = hasWebhook
  }

  /// The container that the webhook changes.
  private enum Target {
    case found(Int)
    /// Nothing is changed there.
    case none
    /// The pod is denied.
    case denied
  }

  /// The pods that come of an application.
  public func outcome(of application: PlainValue) -> OperatorOutcome {
    do throws(OperatorRefusal) {
      return .pods(try pods(of: application))
    } catch {
      return .refused(error)
    }
  }

  private func pods(of application: PlainValue) throws(OperatorRefusal) -> [RolePod] {
    let spec = application["spec"] ?? .mapping([])
    let name = application["metadata"]?.text("name") ?? ""
    let executorTemplate = template(.executor, spec["executor"])
    var pods: [RolePod] = []
    for role in [PodRole.driver, .executor] {
      let fields = spec[role.name] ?? .mapping([])
      let template = role == .driver ? template(role, fields) : executorTemplate
      let part = try part(role, fields, template, of: spec)
      let builder = SparkBuilder(
        name: name, spec: spec, labels: labels(name, fields, spec),
        hasExecutorTemplate: executorTemplate != nil)
      var pod = builder.pod(part)
      if hasWebhook { try mutate(&pod, fields, spec) }
      pods.append(pod)
    }
    return pods
  }

  // MARK: templates

  private func part(
    _ role: PodRole, _ fields: PlainValue, _ template: RolePod?, of spec: PlainValue
  ) throws(OperatorRefusal) -> SparkBuilder.Part {
    let file = spec.texts("sparkConf")["spark.kubernetes.\(role.name).podTemplateFile"]
    // A file that the configuration names is not there where the operator submits, and a template
    // without containers is none.
    if let template {
      guard template.spec[.containers] != nil else { throw .templateUnreadable }
    } else if file != nil {
      throw .templateUnreadable
    }
    return SparkBuilder.Part(
      role: role, fields: fields, template: template,
      templateContainer: template == nil ? nil : "spark-kubernetes-\(role.name)")
  }

  /// The template that the operator writes for Spark.
  private func template(_ role: PodRole, _ fields: PlainValue?) -> RolePod? {
    guard version.isAtLeast("2.1.0") else { return nil }
    if let template = fields?["template"] {
      // The CRD does not say what is in a template, so nothing of it is dropped.
      return Definition(minor: nil).pod(role, template)
    }
    guard version.isAtLeast("2.4.0") else { return nil }
    var container = PodObject()
    container.set(.name, "spark-kubernetes-\(role.name)")
    return RolePod(
      role, metadata: PodObject(),
      spec: PodObject([.init(.containers, .list([.object(container)]))]))
  }

  private func labels(
    _ name: String, _ fields: PlainValue, _ spec: PlainValue
  ) -> [(key: String, value: String)] {
    let prefix = "sparkoperator.k8s.io"
    var labels = [
      ("\(prefix)/app-name", name), ("\(prefix)/launched-by-spark-operator", "true"),
      ("\(prefix)/submission-id", "SUBMISSION"),
    ]
    let isOld =
      OperatorVersion(spec.text("sparkVersion")).map { !$0.isAtLeast("3.0.0") } ?? true
    if version.isAtLeast("2.1.0"), isOld || fields["template"] == nil {
      labels.append(("\(prefix)/mutated-by-spark-operator", "true"))
    }
    return labels.map { (key: $0.0, value: $0.1) }
  }

  // MARK: the webhook

  private func mutate(
    _ pod: inout RolePod, _ fields: PlainValue, _ spec: PlainValue
  ) throws(OperatorRefusal) {
    let target = target(in: pod)
    if case .denied = target { throw .containerMissing }
    let isNew = version.isAtLeast("2.0.0")
    let decoder = PodDecoder(minor: Self.minors[version])
    let own = decoder.decode(fields, as: "PodSpec")
    pod.spec.append(own[.tolerations]?.items ?? [], to: .tolerations)
    if fields["hostNetwork"]?.bool == true {
      pod.spec[.hostNetwork] = .bool(true)
      pod.spec[.dnsPolicy] = .string("ClusterFirstWithHostNet")
    }
    if let selector = own[.nodeSelector]?.map, !selector.isEmpty {
      let before = isNew ? pod.spec[.nodeSelector]?.map ?? PodMap() : PodMap()
      pod.spec[.nodeSelector] = .map(before.union(selector))
    }
    if let config = own[.dnsConfig] {
      pod.spec[.dnsConfig] = config
    }
    let batch = spec.text("batchScheduler")
    let scheduler = batch.isEmpty ? fields.text("schedulerName") : batch
    if !scheduler.isEmpty { pod.spec.set(.schedulerName, scheduler) }
    if let wanted = own[.affinity], isNew || pod.spec[.affinity] == nil {
      pod.spec[.affinity] = wanted
    }
    let priority = fields.text("priorityClassName")
    if isNew, !priority.isEmpty { pod.spec.set(.priorityClassName, priority) }
    setContexts(&pod, fields, spec, target)
  }

  /// The container that the webhook takes for Spark's.
  private func target(in pod: RolePod) -> Target {
    let name = "spark-kubernetes-\(pod.role.name)"
    if let index = pod.spec.container(name) { return .found(index) }
    if version.isAtLeast("2.1.1") { return .found(0) }
    return version.isAtLeast("2.0.0") ? .denied : .none
  }

  private func setContexts(
    _ pod: inout RolePod, _ fields: PlainValue, _ spec: PlainValue, _ target: Target
  ) {
    guard version.isAtLeast("1.2.1") else {
      // The field of the container's context is the pod's here.
      if let context = context(fields["securityContext"], "PodSecurityContext") {
        pod.spec[.securityContext] = .object(context)
      }
      return
    }
    if let context = context(fields["podSecurityContext"], "PodSecurityContext") {
      pod.spec[.securityContext] = .object(context)
    }
    let isExecutor = pod.role == .executor
    // 1.2.1 looks for the name that executors had before Spark 3.
    if isExecutor, !version.isAtLeast("1.2.2") { return }
    guard case .found(let index) = target else { return }
    var context = context(fields["securityContext"], "SecurityContext")
    // 2.0 asks the driver whether the executors have one.
    if isExecutor, version.isAtLeast("2.0.0"), !version.isAtLeast("2.1.0"),
      spec["driver"]?["securityContext"] == nil
    {
      context = nil
    }
    guard let context else { return }
    pod.spec.changeContainer(index) { $0[.securityContext] = .object(context) }
  }

  /// A security context without what the CRD drops of it.
  private func context(_ value: PlainValue?, _ type: String) -> PodObject? {
    guard let value else { return nil }
    var context = PodDecoder(minor: Self.minors[version]).decode(value, as: type)
    let isPods = type == "PodSecurityContext"
    // Before 1.3 the CRD drops nothing.
    guard version.isAtLeast("1.3.0"), !version.isAtLeast("1.6.2") else { return context }
    if isPods || !version.isAtLeast("1.4.0") { context[.seccompProfile] = nil }
    if isPods { context[.fsGroupChangePolicy] = nil }
    return context
  }

  private static let minors = VersionFact(36, from: [("1.3.0", 29), ("2.1.1", 32), ("2.3.0", 33)])
}
