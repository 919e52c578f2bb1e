import Deployments
import Flyte
import PodAPI
import Values

/// A field that a setting and a template set, and that pods have from the setting.
struct SettingClash {
  /// The setting, below `plugins.k8s`.
  let setting: [String]
  /// The field.
  let path: [String]
  /// The setting's value.
  let winner: String
  /// The template's value.
  let loser: String
  /// The container, by its role; nil: the pod.
  let container: String?
  /// The place where the template sets it.
  let origin: Origin

  /// Settings, and the fields of a pod that they decide.
  private static let ofPods: [(setting: String, field: String)] = [
    ("default-pod-security-context", "securityContext"), ("default-pod-dns-config", "dnsConfig"),
    ("scheduler-name", "schedulerName"), ("default-node-selector", "nodeSelector"),
    ("enable-host-networking-pod", "hostNetwork"),
  ]
  private static let ofContainers: [(setting: String, field: String)] = [
    ("default-security-context", "securityContext")
  ]

  /// All of a template, as its pods show them.
  static func all(_ line: FindingContext.Line, _ context: FindingContext) -> [SettingClash] {
    guard let spec = line.template?.spec else { return [] }
    let settings = context.effective
    return line.pods.flatMap { pod -> [SettingClash] in
      let ofPod = ofPods.flatMap { setting, field in
        clashes(
          settings[setting], [setting], spec[field], [field], in: pod.spec.value(at: [field]))
      }
      guard let primary = pod.primary else { return ofPod }
      let entries = line.entries(for: primary)
      return ofPod
        + ofContainers.flatMap { setting, field in
          entries.flatMap { entry in
            clashes(
              settings[setting], [setting], entry[field], [field],
              in: primary.object.value(at: [field]), of: primary.role)
          }
        }
    }
  }

  /// The fields of a setting that a pod has, and that a template sets to other values.
  private static func clashes(
    _ setting: PlainValue?, _ key: [String], _ said: OriginTree?, _ path: [String],
    in value: PodValue?, of container: String? = nil
  ) -> [SettingClash] {
    guard let setting, let said, let value else { return [] }
    if case .mapping = setting {
      return setting.entries.flatMap { entry -> [SettingClash] in
        let inner: PodValue?
        switch value {
        case .object(let object): inner = object.value(at: [entry.key])
        case .map(let map): inner = map[entry.key]
        default: inner = nil
        }
        return clashes(
          entry.value, key + [entry.key], said[entry.key], path + [entry.key], in: inner,
          of: container)
      }
    }
    // Lists are joined.
    guard setting.items.isEmpty, said.items.isEmpty, setting != PlainValue(said),
      value.plain == setting, !isDefault(said, path)
    else { return [] }
    return [
      SettingClash(
        setting: key, path: path, winner: words(setting), loser: words(PlainValue(said)),
        container: container, origin: said.origin)
    ]
  }

  /// True if the API server fills in a value by itself, so that it may not be the author's.
  private static func isDefault(_ said: OriginTree, _ path: [String]) -> Bool {
    path == ["schedulerName"] && said.string == "default-scheduler"
  }

  private static func words(_ value: PlainValue) -> String {
    switch value {
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .string(let text): text
    default: "…"
    }
  }
}
