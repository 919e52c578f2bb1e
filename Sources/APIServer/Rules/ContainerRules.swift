import Diagnostics
import PodAPI

/// The facts that containers share: the pod's volumes, claims and settings.
struct ContainerContext {
  let volumes: KnownVolumes
  let claims: NameSet
  /// The time that the pod has to end; nil if it does not set one.
  let gracePeriod: Int64?
  let restartPolicy: String
  /// True if users in the pod are users of the node.
  let usesHostUsers: Bool
  /// True if the pod says its system, rightly or not.
  let saysSystem: Bool
  /// The system that the pod says it is for; empty where it says none.
  let system: String
  /// All volumes of the pod, those included that are refused.
  let everyVolume: [PodValue]

  init(_ spec: PodObject, volumes: KnownVolumes) {
    self.volumes = volumes
    var claims = NameSet()
    for claim in spec.items(.resourceClaims) {
      let name = claim.object?.text(.name) ?? ""
      if !name.isEmpty { _ = claims.insert(name) }
    }
    self.claims = claims
    gracePeriod = spec[.terminationGracePeriodSeconds]?.integer
    restartPolicy = spec.text(.restartPolicy)
    usesHostUsers = spec[.hostUsers]?.bool ?? true
    saysSystem = spec[.os] != nil
    system = spec.part(.os)?.text(.name) ?? ""
    everyVolume = spec.items(.volumes)
  }
}

extension ValidationPass {
  /// The list that a container is in.
  enum ContainerList {
    case main, initial, ephemeral
  }

  mutating func containers(_ spec: PodObject, _ context: ContainerContext) {
    if spec.items(.containers).isEmpty {
      refuse(.required, at: .containers, "is missing; add at least one container")
    }
    var names = NameSet()
    var taken = NameSet()
    each(.containers, of: spec) { pass, container, _ in
      pass.common(container, context, in: .main)
      let name = container.text(.name)
      if !names.insert(name) { pass.twice(name) }
      pass.handlers(container, context)
      pass.restarting(container, isInit: false)
      pass.hostPorts(container, &taken)
    }
  }

  private mutating func twice(_ name: String) {
    refuse(.duplicate, at: .name, "\(quoted: name) is used twice; give each container its own name")
  }

  mutating func initContainers(_ spec: PodObject, _ context: ContainerContext) {
    var names = NameSet()
    for container in spec.items(.containers) {
      _ = names.insert(container.object?.text(.name) ?? "")
    }
    each(.initContainers, of: spec) { pass, container, _ in
      pass.common(container, context, in: .initial)
      pass.restarting(container, isInit: true)
      let name = container.text(.name)
      if names.contains(name) { pass.twice(name) } else if !name.isEmpty { _ = names.insert(name) }
      if container.text(.restartPolicy) == "Always" {
        pass.handlers(container, context)
      } else {
        for field in Self.onlyWhileRunning where container[field] != nil {
          pass.refuse(.forbidden, at: field, "needs 'restartPolicy: Always' in an init container")
        }
      }
    }
    initPorts(spec)
  }

  /// Init containers run one after the other, so each has ports of the node for itself. The server
  /// says the place of each as if it were the first.
  private mutating func initPorts(_ spec: PodObject) {
    within(.initContainers) { pass in
      for (index, item) in spec.items(.initContainers).enumerated() {
        guard let container = item.object, container[.ports] != nil else { continue }
        pass.within(saying: .index(0), truly: .index(index)) { pass in
          var taken = NameSet()
          pass.hostPorts(container, &taken)
        }
      }
    }
  }

  /// The lists of containers that a pod is created with.
  static let mainLists: [FieldName] = [.containers, .initContainers]

  /// Fields of containers that run beside others.
  private static let onlyWhileRunning: [FieldName] = [
    .lifecycle, .livenessProbe, .readinessProbe, .startupProbe,
  ]

  /// The rules for every container.
  mutating func common(
    _ container: PodObject, _ context: ContainerContext, in list: ContainerList
  ) {
    apply(Self.containerRules, to: container)
    ports(container)
    environment(container, context)
    mounts(container, context)
    devices(container, context)
    within(.resources, of: container) { pass, resources in
      pass.resources(resources, .container, claims: context.claims)
    }
    resizing(container, context, in: list)
    securityContext(container, context)
  }

  /// A single blank passes for an image in a template: the server asks for a text that is not empty.
  private static let containerRules: [FieldRule] = [
    .requiredForm(.name, .label), .required(.image),
    .requiredWord(.terminationMessagePolicy, FieldChoices.messages),
    .requiredWord(.imagePullPolicy, FieldChoices.pull),
  ]

  /// Fields that a container has which is added to a pod that runs.
  private static let ofEphemeral: Set<FieldName> = [
    .name, .image, .command, .args, .workingDir, .envFrom, .env, .volumeMounts, .volumeDevices,
    .terminationMessagePath, .terminationMessagePolicy, .imagePullPolicy, .securityContext, .stdin,
    .stdinOnce, .tty, .targetContainerName,
  ]

  mutating func ephemeralContainers(_ spec: PodObject, _ context: ContainerContext) {
    guard !spec.items(.ephemeralContainers).isEmpty else { return }
    var others = NameSet()
    for list in Self.mainLists {
      for container in spec.items(list) { _ = others.insert(container.object?.text(.name) ?? "") }
    }
    var all = others
    each(.ephemeralContainers, of: spec) { pass, container, _ in
      pass.common(container, context, in: .ephemeral)
      pass.unpaddedImage(container)
      if !all.insert(container.text(.name)) { pass.twice(container.text(.name)) }
      let target = container.text(.targetContainerName)
      if !target.isEmpty, !others.contains(target) {
        pass.refuse(
          .notFound, at: .targetContainerName,
          "there is no container \(quoted: target); name one of the pod's")
      }
      for field in container.fields
      where !Self.ofEphemeral.contains(field.name)
        && !(field.name == .resources && field.value.isZero)
      {
        pass.refuse(
          .forbidden, at: field.name, "cannot be set for an ephemeral container; remove it")
      }
      pass.each(.volumeMounts, of: container) { pass, mount, _ in
        for field in [FieldName.subPath, .subPathExpr] where !mount.text(field).isEmpty {
          pass.refuse(
            .forbidden, at: field, "cannot be set for an ephemeral container; remove it")
        }
      }
    }
  }
}
