import PodAPI

/// A pod on its way through the webhook.
struct WebhookPod {
  var metadata: PodObject
  var pod: TaskPod
  private let putsVariablesFirst: Bool
  /// Secrets that Vault's own injector is to bring: each file, with what the annotations say of it.
  var vaultFiles: [VaultFile] = []

  /// A pod as a webhook of an API version reads it: what the version does not know is gone.
  init(metadata: PodObject, spec: PodObject, minor: Int, _ webhook: WebhookBehaviors) {
    self.metadata = metadata.known(to: minor, as: "ObjectMeta")
    pod = TaskPod(decoding: spec, minor: minor)
    putsVariablesFirst = webhook.putsVariablesFirst
  }

  /// The value of a label; empty where there is none.
  func label(_ name: String) -> String { metadata[.labels]?.map?[name]?.string ?? "" }

  /// Adds variables to every container and init container.
  mutating func add(_ variables: [PodObject]) {
    for index in pod.initContainers.indices { add(variables, to: &pod.initContainers[index]) }
    for index in pod.containers.indices { add(variables, to: &pod.containers[index]) }
  }

  private func add(_ variables: [PodObject], to container: inout PodObject) {
    var present = container[.env]?.items ?? []
    for variable in variables {
      let index = present.firstIndex { $0.object?.containerName == variable.containerName }
      if putsVariablesFirst {
        if let index { present.remove(at: index) }
        present.insert(.object(variable), at: 0)
      } else if index == nil {
        present.append(.object(variable))
      }
    }
    container[.env] = .list(present)
  }

  /// Mounts a volume in every container and init container that does not mount it yet.
  mutating func mount(_ volume: String, at path: String) {
    let mount = PodObject([
      .init(.name, .string(volume)), .init(.readOnly, .bool(true)),
      .init(.mountPath, .string(path)),
    ])
    func add(to container: inout PodObject) {
      let mounts = container[.volumeMounts]?.items ?? []
      guard !mounts.contains(where: { $0.object?.containerName == volume }) else { return }
      container[.volumeMounts] = .list(mounts + [.object(mount)])
    }
    for index in pod.initContainers.indices { add(to: &pod.initContainers[index]) }
    for index in pod.containers.indices { add(to: &pod.containers[index]) }
  }

  /// Adds a volume in memory, unless there is one of its name.
  mutating func addMemoryVolume(_ name: String) {
    let volumes = pod.spec[.volumes]?.items ?? []
    guard !volumes.contains(where: { $0.object?.containerName == name }) else { return }
    let source = PodObject([.init(.medium, .string("Memory"))])
    pod.spec.append(
      [.object(PodObject([.init(.name, .string(name)), .init(.emptyDir, .object(source))]))],
      to: .volumes)
  }

  /// A variable; one without a value is empty.
  static func variable(_ name: String, _ value: String = "") -> PodObject {
    var variable = PodObject([.init(.name, .string(name))])
    variable.set(.value, value)
    return variable
  }

  /// The variables that tell where secrets are files, and that the files have the names of the keys.
  static func fileVariables(_ path: String) -> [PodObject] {
    [variable("FLYTE_SECRETS_DEFAULT_DIR", path), variable("FLYTE_SECRETS_FILE_PREFIX")]
  }

  /// The variable that tells what the names of variables with secrets begin with.
  static func prefixVariable(_ prefix: String) -> PodObject {
    variable("FLYTE_SECRETS_ENV_PREFIX", prefix)
  }
}
