import PodAPI

/// The names of co-pilot's containers, after their prefix.
enum CopilotRole: String {
  case downloader
  case sidecar
  case uploader
}

extension FlyteModel {
  /// Applies co-pilot's changes to the task's own container.
  func addCopilot(to container: inout PodObject, _ data: TaskShape.Data) {
    let addsPtrace: Bool
    switch behaviors.sysPtrace {
    case .always: addsPtrace = true
    case .bySetting: addsPtrace = settings.copilot.addsPtrace
    case .never: addsPtrace = false
    }
    if behaviors.defaultSecurityContext == .skipped || addsPtrace {
      addCapabilities(addsPtrace ? [.string("SYS_PTRACE")] : [], to: &container)
    }
    container.append(mounts(data), to: .volumeMounts)
  }

  /// Makes the structs that the capability goes into, whether or not one does.
  private func addCapabilities(_ names: [PodValue], to container: inout PodObject) {
    var context = container[.securityContext]?.object ?? PodObject()
    var capabilities = context[.capabilities]?.object ?? PodObject()
    capabilities.append(names, to: .add)
    context[.capabilities] = .object(capabilities)
    container[.securityContext] = .object(context)
  }

  /// Adds co-pilot's containers and volume to the pod.
  func addCopilot(to pod: inout TaskPod, _ data: TaskShape.Data) {
    if behaviors.sharesProcessNamespace {
      pod.spec[.shareProcessNamespace] = .bool(true)
    }
    let secret = behaviors.readsStorageSecret ? settings.copilot.storageSecret : ""
    if !secret.isEmpty, data.inputs || data.outputs {
      pod.spec.append([Self.storageVolume(secret)], to: .volumes)
    }
    if data.inputs {
      pod.spec.append([Self.volume(settings.copilot.inputVolume)], to: .volumes)
      pod.initContainers.append(
        container(
          .downloader, ["download", "--to-local-dir", inputPath(data)], mount: inputMount(data)))
    }
    guard data.outputs else { return }
    pod.spec.append([Self.volume(settings.copilot.outputVolume)], to: .volumes)
    let role: CopilotRole = behaviors.uploader == .sidecarContainer ? .sidecar : .uploader
    var uploader = container(
      role, ["sidecar", "--from-local-dir", outputPath(data)], mount: outputMount(data))
    guard behaviors.uploader == .initContainer else {
      pod.containers.append(uploader)
      return
    }
    uploader[.restartPolicy] = .string("Always")
    pod.initContainers.insert(uploader, at: 0)
    if let period = gracePeriod {
      pod.spec[.terminationGracePeriodSeconds] = .integer(period)
    }
  }

  private var gracePeriod: Int64? {
    switch behaviors.gracePeriod {
    case .unset: nil
    case .nanoseconds: settings.copilot.timeout
    case .seconds: settings.copilot.timeout / 1_000_000_000
    }
  }

  private func container(_ role: CopilotRole, _ arguments: [String], mount: PodValue) -> PodObject {
    let copilot = settings.copilot
    var result = PodObject()
    result.set(.name, copilot.name + role.rawValue)
    result.set(.image, copilot.image ?? behaviors.copilotImage)
    result[.command] = .list([.string("/bin/flyte-copilot")])
    result[.args] = .list(arguments.map { .string($0) })
    result.set(.workingDir, "/")
    let amounts = PodMap([("cpu", .string(copilot.cpu)), ("memory", .string(copilot.memory))])
    result[.resources] = .object(
      PodObject([
        PodObject.Field(.limits, .map(amounts)), PodObject.Field(.requests, .map(amounts)),
      ])
    )
    let readsSecret = behaviors.readsStorageSecret && !copilot.storageSecret.isEmpty
    result[.volumeMounts] = .list([mount] + (readsSecret ? [Self.storageMount] : []))
    result.set(.terminationMessagePolicy, "FallbackToLogsOnError")
    result.set(.imagePullPolicy, "IfNotPresent")
    if behaviors.readsCopilotSecurityContext {
      result[.securityContext] = defaults.copilotSecurityContext
    }
    return result
  }

  private func mounts(_ data: TaskShape.Data) -> [PodValue] {
    (data.inputs ? [inputMount(data)] : []) + (data.outputs ? [outputMount(data)] : [])
  }

  private func inputPath(_ data: TaskShape.Data) -> String {
    data.inputPath ?? settings.copilot.inputPath
  }

  private func outputPath(_ data: TaskShape.Data) -> String {
    data.outputPath ?? settings.copilot.outputPath
  }

  private func inputMount(_ data: TaskShape.Data) -> PodValue {
    Self.mount(settings.copilot.inputVolume, at: inputPath(data))
  }

  private func outputMount(_ data: TaskShape.Data) -> PodValue {
    Self.mount(settings.copilot.outputVolume, at: outputPath(data))
  }

  private static func mount(_ name: String, at path: String) -> PodValue {
    .object(
      PodObject([
        PodObject.Field(.name, .string(name)),
        PodObject.Field(.mountPath, .string(path)),
      ]))
  }

  private static func volume(_ name: String) -> PodValue {
    .object(
      PodObject([
        PodObject.Field(.name, .string(name)),
        PodObject.Field(.emptyDir, .object(PodObject())),
      ]))
  }

  private static let storageMount: PodValue = .object(
    PodObject([
      PodObject.Field(.name, .string(PluginSettings.Copilot.storageVolume)),
      PodObject.Field(.mountPath, .string(PluginSettings.Copilot.storagePath)),
      PodObject.Field(.readOnly, .bool(true)),
    ]))

  private static func storageVolume(_ secret: String) -> PodValue {
    let source = PodObject([
      PodObject.Field(
        .secret, .object(PodObject([PodObject.Field(.name, .string(secret))])))
    ])
    return .object(
      PodObject([
        PodObject.Field(.name, .string(PluginSettings.Copilot.storageVolume)),
        PodObject.Field(
          .projected,
          .object(
            PodObject([
              PodObject.Field(.sources, .list([.object(source)])),
              PodObject.Field(.defaultMode, .integer(0o444)),
            ]))),
      ]))
  }
}
