import PodAPI
import Values

/// Makes `SparkApplication`: fields of driver and executor that are made of the task's pod, and where
/// the operator takes them, templates of both.
struct SparkPlugin {
  enum Part: String {
    case driver, executor

    var role: PodRole { self == .driver ? .driver : .executor }
    var container: String { "spark-kubernetes-\(rawValue)" }
  }

  let build: PluginBuild

  var behaviors: SparkBehaviors { build.behaviors.spark }
  var settings: OperatorSettings.Spark { build.settings.spark }
  var job: PlainValue { build.task.custom }

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    try SparkPlugin(build: build).resource()
  }

  private func resource() throws(PluginFailure) -> PluginResource {
    let (file, main) = (job.text("mainApplicationFile"), job.text("mainClass"))
    guard !(file.isEmpty && main.isEmpty) else {
      throw .badTask(
        "invalid TaskSpecification [fields:{key:\"sparkConf\" value:{struct_value:{}}}]., caused by: "
          + "either MainApplicationFile or MainClass must be set")
    }
    var configuration = configuration
    let driver = try part(.driver)
    let executor = try part(.executor)
    let hasTemplate = driver.pod != nil || executor.pod != nil
    if hasTemplate, behaviors.renamesContainer {
      for part in [Part.driver, .executor] {
        configuration["spark.kubernetes.\(part.rawValue).podTemplateContainerName"] =
          .string(part.container)
      }
    }
    var executorSpec = executor.fields
    if let instances = configuration["spark.executor.instances"]?.string.flatMap({ Int64($0) }) {
      executorSpec.append(("instances", .integer(instances)))
    }
    let hadoop = job.texts("hadoopConf")
    let spec = PlainValue.fields([
      ("type", .string(applicationType)),
      ("sparkVersion", .string(hasTemplate && behaviors.renamesContainer ? "3.0.0" : "")),
      ("mode", behaviors.saysMode ? .string("cluster") : nil),
      ("image", executor.image),
      ("mainClass", main.isEmpty ? nil : .string(main)),
      ("mainApplicationFile", file.isEmpty ? nil : .string(file)),
      ("sparkConf", configuration.plain), ("hadoopConf", hadoop.isEmpty ? nil : hadoop.plain),
      ("driver", .fields(driver.fields + resources(.driver, configuration))),
      ("executor", .fields(executorSpec + resources(.executor, configuration))),
      (
        "restartPolicy",
        .fields([
          ("type", .string("OnFailure")), ("onSubmissionFailureRetries", .integer(14)),
        ])
      ),
      ("batchScheduler", configuration["spark.batchScheduler"]?.plain),
      ("serviceAccount", behaviors.namesAccount ? .string(account) : nil),
    ])
    return build.resource(
      "sparkoperator.k8s.io/v1beta2", "SparkApplication", spec: spec,
      pods: [driver.pod, executor.pod].compactMap { $0 })
  }

  private var applicationType: String {
    switch job.text("applicationType") {
    case "JAVA": "Java"
    case "SCALA": "Scala"
    case "R": "R"
    default: "Python"
    }
  }

  private var account: String {
    let own = build.task.shape.serviceAccount
    return own.isEmpty ? "spark" : own
  }

  private func part(
    _ part: Part
  ) throws(PluginFailure) -> (
    fields: [(key: String, value: PlainValue?)], image: PlainValue?, pod: RolePod?
  ) {
    guard behaviors.readsPod else { return try partOfSettings(part) }
    let isInterruptible = part == .executor && build.task.shape.isInterruptible
    let built = try build.plainPod { $0.isInterruptible = isInterruptible }
    var spec = built.spec
    var primary = built.primaryContainer
    let own = job["\(part.rawValue)Pod"]
    let ownSpec = own?["podSpec"].map(build.ownSpec)
    if behaviors.ownPods == .merged || behaviors.ownPods == .overlaid {
      if let ownSpec { spec = merged(ownSpec, spec, primary) }
      if let name = own?.text("primaryContainerName"), !name.isEmpty { primary = name }
    }
    if behaviors.constrainsAgain { build.constrain(&spec, isInterruptible: isInterruptible) }
    guard let index = spec.container(primary),
      let container = spec[.containers]?.items[index].object
    else { throw .badTask("invalid TaskSpecification, container [\(primary)] not defined") }
    var names = build.named(behaviors.readsPodNames ? built.metadata : PodObject())
    if behaviors.readsOwnNames, let own = own?["metadata"] {
      for (key, name) in [("labels", FieldName.labels), ("annotations", .annotations)] {
        names[name] = .map((names[name]?.map ?? PodMap()).union(own.texts(key)))
      }
    }
    let template = try template(part, of: spec, primary: index, own: ownSpec)
    return (
      fields(part, spec, container, names, template), container[.image]?.plain,
      template.map { RolePod(part.role, metadata: PodObject(), spec: $0) }
    )
  }

  private func merged(_ own: PodObject, _ spec: PodObject, _ primary: String) -> PodObject {
    guard behaviors.ownPods == .merged else { return spec.overlaid(with: own) }
    let flyte = build.model.behaviors
    let template = StoredTemplate(name: "", namespace: "", metadata: PodObject(), spec: spec)
    return TemplateMerge(
      behaviors: flyte, template: TemplateStore.Entry(template, minor: flyte.apiMinor),
      primaryContainer: primary, primaryInitContainer: "",
      copilotPrefix: build.model.settings.copilot.name, keepsOwn: false
    ).spec(of: TaskPod(decoding: own, minor: flyte.apiMinor))
  }

  /// The whole pod, where the operator takes it.
  private func template(
    _ part: Part, of spec: PodObject, primary: Int, own: PodObject?
  ) throws(PluginFailure) -> PodObject? {
    guard behaviors.sendsTemplate, settings.enablesPodTemplate, settings.crdHasTemplate else {
      return nil
    }
    guard behaviors.renamesContainer else { return spec }
    if var own {
      own[.enableServiceLinks] = own[.enableServiceLinks] ?? spec[.enableServiceLinks]
      if !build.has(.sparkOwnPods) {
        own.fillSecurityContexts(
          pod: spec[.securityContext]?.object,
          container: spec[.containers]?.items[primary].object?[.securityContext]?.object)
      }
      return own
    }
    var result = spec
    result.changeContainer(primary) { $0.set(.name, part.container) }
    return result
  }

  private func fields(
    _ part: Part, _ spec: PodObject, _ container: PodObject, _ names: PodObject,
    _ template: PodObject?
  ) -> [(key: String, value: PlainValue?)] {
    let podContext = spec[.securityContext]?.plain
    let containerContext = container[.securityContext]?.plain
    // The patch sends both for a container that has one.
    let isPatched = !build.has(.sparkContexts)
    let sent: SparkBehaviors.Contexts =
      behaviors.contexts == .pod && isPatched && containerContext != nil
      ? .both : behaviors.contexts
    let contexts: [(key: String, value: PlainValue?)] =
      switch sent {
      case .pod: [("securityContext", podContext)]
      case .both:
        [
          ("securityContext", containerContext),
          ("podSecurityContext", podContext),
        ]
      case .podAlone: [("podSecurityContext", podContext)]
      }
    let namesAccount =
      part == .driver || behaviors.namesExecutorAccount || template != nil
    return contexts + [
      ("affinity", spec[.affinity]?.plain), ("annotations", names[.annotations]?.plain),
      ("labels", names[.labels]?.plain), ("image", container[.image]?.plain),
      ("dnsConfig", spec[.dnsConfig]?.plain), ("tolerations", spec[.tolerations]?.plain),
      ("schedulerName", .string(spec[.schedulerName]?.string ?? "")),
      ("nodeSelector", spec[.nodeSelector]?.plain),
      ("hostNetwork", .bool(spec[.hostNetwork]?.bool ?? false)),
      ("serviceAccount", namesAccount ? .string(account) : nil),
      (
        "priorityClassName",
        behaviors.readsPodNames ? spec[.priorityClassName]?.plain : nil
      ),
      ("template", template.map { .fields([("spec", $0.plain)]) }),
    ]
  }

  /// The resource that releases make of settings alone.
  private func partOfSettings(
    _ part: Part
  ) throws(PluginFailure) -> (
    fields: [(key: String, value: PlainValue?)], image: PlainValue?, pod: RolePod?
  ) {
    guard case .container(let image) = build.task.shape.body else { throw .crash }
    let flyte = build.model.settings
    let names = build.named(PodObject())
    var spec = PodObject()
    spec[.affinity] = build.model.defaults.affinity
    let isInterruptible = part == .executor && build.task.shape.isInterruptible
    var tolerations = build.model.defaults.tolerations
    if isInterruptible { tolerations += build.model.defaults.interruptibleTolerations }
    spec.append(tolerations, to: .tolerations)
    let selector = isInterruptible ? flyte.interruptibleNodeSelector : flyte.nodeSelector
    return (
      [
        ("securityContext", build.model.defaults.podSecurityContext?.plain),
        ("affinity", spec[.affinity]?.plain), ("annotations", names[.annotations]?.plain),
        ("labels", names[.labels]?.plain), ("image", .string(image)),
        ("dnsConfig", build.model.defaults.dnsConfig?.plain),
        ("tolerations", spec[.tolerations]?.plain), ("schedulerName", .string(flyte.schedulerName)),
        ("nodeSelector", selector.isEmpty ? nil : selector.plain),
        ("hostNetwork", flyte.hostNetwork.map { .bool($0) }),
        ("serviceAccount", part == .driver ? .string(account) : nil),
      ], .string(image), nil
    )
  }
}
