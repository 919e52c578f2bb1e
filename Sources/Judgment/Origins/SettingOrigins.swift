import Deployments
import Flyte
import PodAPI
import Values

/// The settings of Flyte that a field comes from, and those that do not reach it.
struct SettingOrigins {
  let origins: PodOrigins
  let path: PodField

  private var deployment: Deployment { origins.deployment }

  /// The source that adds a value to the task's pod before a template is merged.
  func added(_ value: PodValue?) -> [FieldOrigin.Saying] {
    guard let value else { return [] }
    let settings = keys.compactMap { key in saying(key, value) }
    if let found = settings.first {
      guard case .list(let items) = value, case .list(let said) = found.value else {
        return [found]
      }
      let rest = items.filter { !said.contains($0) }
      return rest.isEmpty ? [found] : [flytes(.list(rest)), found]
    }
    return [flytes(value)]
  }

  private func flytes(_ value: PodValue) -> FieldOrigin.Saying {
    if let key = deviceClassKey {
      return FieldOrigin.Saying(
        source: .setting(ByteText(key)), value: value, origin: nil, reason: nil)
    }
    return FieldOrigin.Saying(
      source: isCopilots ? .copilot : .flyte, value: value, origin: nil, reason: nil)
  }

  /// The setting with the template of the task's class of accelerators, where that may set the field.
  private var deviceClassKey: String? {
    guard let name = origins.task.deviceClass?.text else { return nil }
    let key = ["accelerator-device-classes", name]
    let spec = deployment.saidSettings[path: key + ["pod-template", "template", "spec"]]
    let isSaid: Bool =
      switch path.part {
      case .spec: path.tree(in: spec) != nil
      case .container: (spec?["containers"]?.items ?? []).contains { path.tree(in: $0) != nil }
      case .initContainer, .metadata: false
      }
    return isSaid ? key.joined(separator: ".") : nil
  }

  /// True if Flyte adds it for co-pilot.
  private var isCopilots: Bool {
    if origins.isCopilot(path.part) { return true }
    guard origins.task.usesCopilot else { return false }
    let first = path.steps.first?.text ?? ""
    switch path.part {
    case .spec:
      return ["shareProcessNamespace", "terminationGracePeriodSeconds", "volumes"].contains(first)
    case .container(let name):
      return name.text == origins.primaryContainer
        && (first == "volumeMounts" || path.words == "securityContext.capabilities.add")
    case .metadata, .initContainer: return false
    }
  }

  /// A setting whose value reaches the field; nil if the value is not from a setting.
  private func saying(_ key: [String], _ value: PodValue) -> FieldOrigin.Saying? {
    let length = key.first == "co-pilot" ? 2 : 1
    let name = ByteText(key.prefix(length).joined(separator: "."))
    if let tree = deployment.settings[path: key], agrees(PlainValue(tree), value) {
      return FieldOrigin.Saying(
        source: .setting(name), value: said(PlainValue(tree), value), origin: tree.origin,
        reason: nil)
    }
    let chart = key.reduce(deployment.chartDefaults?.settings) { node, word in node?[word] }
    guard let chart, agrees(chart, value) else { return nil }
    return FieldOrigin.Saying(
      source: .chart(name), value: said(chart, value), origin: nil, reason: nil)
  }

  private func agrees(_ plain: PlainValue, _ value: PodValue) -> Bool {
    switch value {
    case .list(let items): plain.items.contains { said in items.contains { $0.plain == said } }
    case .map, .object: true
    case .bool, .integer, .string: plain == value.plain || isQuantity
    }
  }

  /// True if two spellings may mean one value.
  private var isQuantity: Bool { path.words.hasPrefix("resources") }

  private func said(_ plain: PlainValue, _ value: PodValue) -> PodValue {
    guard case .list(let items) = value else { return value }
    return .list(items.filter { item in plain.items.contains { $0 == item.plain } })
  }

  /// The paths of settings that may set the field.
  private var keys: [[String]] {
    let words = path.steps.map(\.text)
    let rest = Array(words.dropFirst())
    switch path.part {
    case .metadata: return []
    case .spec:
      guard let key = Self.ofPods[words.first ?? ""] else { return [] }
      return [[key] + rest]
    case .container, .initContainer:
      if origins.isCopilot(path.part) {
        switch words.first {
        case "securityContext":
          return origins.model.behaviors.readsCopilotSecurityContext
            ? [["co-pilot", "security-context"] + rest] : []
        case "image": return [["co-pilot", "image"]]
        case "resources": return [["co-pilot", rest.last ?? ""]]
        default: return []
        }
      }
      switch words.first {
      case "securityContext" where path.part.container == origins.primaryContainer:
        return [["default-security-context"] + rest]
      case "resources":
        guard let name = rest.last else { return [] }
        return [["default-\(name == "cpu" ? "cpus" : name)"]]
      default: return []
      }
    }
  }

  private static let ofPods: TextMap<String> = [
    "securityContext": "default-pod-security-context",
    "hostNetwork": "enable-host-networking-pod", "dnsConfig": "default-pod-dns-config",
    "affinity": "default-affinity", "nodeSelector": "default-node-selector",
    "tolerations": "default-tolerations", "schedulerName": "scheduler-name",
  ]

  /// Settings for the field that do not reach it.
  var unused: [FieldOrigin.Saying] {
    guard path.steps.first?.text == "securityContext" else { return [] }
    let key: String
    let reason: String
    switch path.part {
    case .spec:
      key = "default-pod-security-context"
      guard origins.stages.asked.spec[.securityContext] != nil else { return [] }
      reason = "the task's pod has a securityContext of its own"
    case .container(let name) where name.text == origins.primaryContainer:
      key = "default-security-context"
      let asked = origins.stages.asked.part(path.part)
      if asked?[.securityContext] != nil {
        reason = "the task's container has a securityContext of its own"
      } else if origins.task.usesCopilot,
        origins.model.behaviors.defaultSecurityContext == .skipped
      {
        reason = "\(deployment.version) skips it for tasks that use co-pilot"
      } else {
        return []
      }
    case .container, .initContainer:
      key = "default-security-context"
      reason = "it is for the task's own container alone"
    case .metadata: return []
    }
    let rest = path.steps.dropFirst().map(\.text)
    guard let tree = deployment.settings[path: [key] + rest],
      let value = decoded(PlainValue(tree), rest, in: key)
    else { return [] }
    return [
      FieldOrigin.Saying(
        source: .setting(ByteText(key)), value: value, origin: tree.origin, reason: reason)
    ]
  }

  /// A value of a setting as the Pod API has it.
  private func decoded(_ value: PlainValue, _ rest: [String], in key: String) -> PodValue? {
    let whole = rest.reversed().reduce(value) { inner, word in .mapping([.init(word, inner)]) }
    let type = key == "default-pod-security-context" ? "PodSecurityContext" : "SecurityContext"
    let object = PodDecoder(minor: deployment.kubernetesMinor).decode(whole, as: type)
    return PodField(path.part, Array(path.steps.dropFirst())).value(in: object)
  }
}
