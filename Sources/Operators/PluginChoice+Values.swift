public import Flyte
public import PodAPI
public import Values

// The operators of a cluster as plain values, named as in the config, so that their pods can be worked
// out again from a file.

extension PluginChoice {
  /// The operators as a list, in the order of the plugins' names.
  public static func values(
    of operators: [FlytePlugin: Operator], ownPods: Set<FlytePlugin> = []
  ) -> [PlainValue] {
    operators.sorted { $0.key.rawValue < $1.key.rawValue }.map { plugin, runner in
      let settings = runner.settings
      var entries: [PlainValue.Entry] = [
        .init("name", .string(plugin.rawValue)),
        .init("operator", .string(runner.version.description)),
      ]
      if let webhook = settings.webhook { entries.append(.init("webhook", .bool(webhook))) }
      if plugin == .ray { entries.append(.init("initContainer", .bool(settings.initContainer))) }
      if plugin == .apps {
        entries.append(.init("securePodDefaults", .string(settings.secureDefaults.rawValue)))
      }
      if settings.initContext != nil { entries.append(.init("initTemplate", .bool(true))) }
      if ownPods.contains(plugin) { entries.append(.init("ownPods", .bool(true))) }
      return .mapping(entries)
    }
  }

  /// Reads them back; what is none of them is left out.
  public static func operators(_ values: [PlainValue]) -> [FlytePlugin: Operator] {
    Dictionary(
      values.compactMap { value in
        guard let plugin = value["name"]?.string.flatMap(FlytePlugin.init(named:)),
          let version = value["operator"]?.string.flatMap({ OperatorVersion($0) }),
          let runner = Operator(of: plugin, version: version, settings(value))
        else { return nil }
        return (plugin, runner)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The plugins whose tasks give roles pods of their own.
  public static func ownPods(_ values: [PlainValue]) -> Set<FlytePlugin> {
    Set(
      values.filter { $0["ownPods"]?.bool == true }
        .compactMap { $0["name"]?.string.flatMap(FlytePlugin.init(named:)) })
  }

  /// The settings of an operator in an entry of `plugins`.
  public static func settings(_ value: PlainValue) -> Operator.Settings {
    var settings = Operator.Settings()
    settings.webhook = value["webhook"]?.bool
    settings.initContainer = value["initContainer"]?.bool ?? true
    if let word = value["securePodDefaults"]?.string {
      settings.secureDefaults = KnativeServing.SecureDefaults(named: word) ?? .disabled
    }
    if value["initTemplate"]?.bool == true { settings.initContext = .restrictedContext }
    return settings
  }
}

extension PodObject {
  /// The security context of a container that meets `restricted` in a pod that does.
  public static let restrictedContext = PodDecoder.newest.decode(
    .fields([
      ("allowPrivilegeEscalation", .bool(false)),
      ("capabilities", .fields([("drop", .list([.string("ALL")]))])),
    ]), as: "SecurityContext")
}
