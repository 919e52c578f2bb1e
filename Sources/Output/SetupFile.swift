import Charts
import Flyte
import Origins
import PodAPI
import Setup
import YAMLTree

/// `setup.yaml`: what the other files of a cluster cannot say, so that later commands can work from
/// a snapshot alone. It names no namespace. It is also the mark of the folder: it says whose it is,
/// and which list of files belongs to it.
struct SetupFile {
  let setup: ClusterSetup
  /// The SHA-256 of the lines of SHA256SUMS above its own, in hexadecimal.
  let sums: String

  var bytes: [UInt8] {
    Array((GeneratedHeader.text + "---\n" + YAMLWriter.text(tree)).utf8)
  }

  private var tree: YAMLValue {
    var entries: [YAMLValue.Entry] = [
      .init("apiVersion", .string("flyte-harden/v1")),
      .init("kind", .string("ClusterSetup")),
      .init("cluster", .string(setup.name)),
      .init("sums", .string(sums)),
      .init("flyte", flyte),
      .init("kubernetes", kubernetes),
      .init("templates", .list(templates)),
    ]
    if setup.chart == nil { entries.append(.init("settings", YAMLValue(settings))) }
    if !setup.assign.isEmpty { entries.append(.init("assign", YAMLValue(setup.assign))) }
    entries.append(.init("remedies", .list(setup.remedies.map(remedy))))
    if let source = setup.source { entries.append(.init("source", self.source(source))) }
    return .mapping(entries)
  }

  private var kubernetes: YAMLValue {
    var entries: [YAMLValue.Entry] = [
      .init("version", .string("1.\(setup.kubernetesMinor)")),
      .init("platform", .string(setup.platform)),
    ]
    if !setup.features.isEmpty {
      let features = setup.features.map { (name: $0.key.name(in: setup.kubernetesMinor), $0.value) }
      entries.append(
        .init(
          "features",
          .mapping(
            features.sorted { $0.name < $1.name }.map { .init($0.name, .bool($0.1)) })))
    }
    return .mapping(entries)
  }

  private var flyte: YAMLValue {
    var entries: [YAMLValue.Entry] = [
      .init("version", .string(setup.version)),
      .init("behavesLike", .string(setup.release.name)),
      .init("namespace", .string(setup.flyteNamespace)),
    ]
    if let chart = setup.chart { entries.append(.init("chart", .string(chart))) }
    if setup.chartDefaults?.source == .source {
      entries.append(.init("chartFrom", .string(ChartSource.source.rawValue)))
    }
    entries.append(.init("defaultTemplate", .string(setup.defaultTemplate)))
    if let image = setup.image { entries.append(.init("image", .string(image))) }
    let managers = setup.secretManagers.map { YAMLValue.string($0.rawValue) }
    if !managers.isEmpty {
      entries.append(
        .init("secretManager", managers.count == 1 ? managers[0] : .list(managers)))
    }
    entries.append(.init("behaviours", behaviours))
    return .mapping(entries)
  }

  /// Flyte's own configuration, where no overlay says it.
  private var settings: OriginTree {
    let plugins = OriginTree.mapping(["plugins": .mapping(["k8s": setup.settings])])
    return setup.webhook.isEmpty ? plugins : plugins.setting("webhook", to: setup.webhook)
  }

  /// What the running binary does, and beside it what it will do where that differs.
  private var behaviours: YAMLValue {
    let planned = setup.planned.facts
    return .mapping(
      zip(setup.running.facts, planned).map { now, then in
        if now.value == then.value { return .init(now.name, .string(now.value)) }
        return .init(
          now.name,
          .mapping([.init("now", .string(now.value)), .init("patched", .string(then.value))]))
      })
  }

  /// Each distinct template's name, profiles and claim, in order of the first two: the order of the
  /// namespaces does not show.
  private var templates: [YAMLValue] {
    let distinct = Set(setup.templateSets.flatMap(\.templates)).sorted { left, right in
      ([left.name] + left.profiles).lexicographicallyPrecedes([right.name] + right.profiles) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    return distinct.map {
      var entries: [YAMLValue.Entry] = [
        .init("name", .string($0.name)),
        .init("profiles", .list($0.profiles.map { .string($0) })),
      ]
      if let claim = $0.claim {
        entries.append(
          .init(
            "podSecurity",
            .mapping([
              .init("level", .string(claim.level)), .init("version", .string(claim.version)),
            ])))
      }
      return .mapping(entries)
    }
  }

  private func remedy(_ remedy: RemedySetup) -> YAMLValue {
    var entries: [YAMLValue.Entry] = [
      .init("name", .string(remedy.name)),
      .init("state", .string(remedy.state.rawValue)),
      .init("deployed", .bool(remedy.isDeployed)),
      .init("planned", .bool(remedy.isPlanned)),
    ]
    if !remedy.reason.isEmpty { entries.insert(.init("reason", .string(remedy.reason)), at: 2) }
    if !remedy.isModelled { entries.append(.init("effect", .string("not modelled"))) }
    return .mapping(entries)
  }

  private func source(_ source: SourceSetup) -> YAMLValue {
    var entries: [YAMLValue.Entry] = []
    if let commit = source.commit { entries.append(.init("commit", .string(commit))) }
    entries.append(.init("verified", .bool(source.isVerified)))
    entries.append(
      .init("blobs", .mapping(source.files.map { .init($0.path, .string($0.blob)) })))
    return .mapping(entries)
  }
}
