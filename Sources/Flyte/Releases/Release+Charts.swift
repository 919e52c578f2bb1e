import PodAPI
public import Values

/// The source of a chart.
public enum ChartSource: String, Sendable, Hashable, CaseIterable {
  /// The repository of charts: releasing writes the release's version into their images.
  case published
  /// The folder `charts` of Flyte's repository, as it is at the tag.
  case source
}

/// The own values of a chart, below those of an overlay.
public struct ChartDefaults: Sendable, Hashable {
  /// The source of the chart.
  public let source: ChartSource
  /// The tag of the image of flytepropeller, or of the single binary; nil where nobody knows.
  public let flyteTag: String?
  /// `plugins.k8s`, as far as it shapes a pod's security.
  public let settings: PlainValue
  /// `webhook`, as far as it shapes a pod.
  public let webhook: PlainValue
  /// True if it names a Secret with co-pilot's storage configuration.
  public var namesStorageSecret: Bool {
    settings["co-pilot"]?["storage-config-secret-name"] != nil
  }
}

extension Release {
  /// The own values of one of its charts; nil if it has no such chart.
  /// - Parameters:
  ///   - source: where the chart was taken from.
  ///   - version: of the chart and the images: the release's name, but for a fork or a newer release.
  public func defaults(
    ofChart chart: String, from source: ChartSource, version: String
  ) -> ChartDefaults? {
    guard charts.contains(chart) else { return nil }
    let isStamped = source == .published && isStamped
    var copilot: [PlainValue.Entry] = [
      .init("image", .string(copilotImage(stampedWith: isStamped ? version : nil)))
    ]
    if isAtLeast("v2.0.41") {
      copilot.append(.init("storage-config-secret-name", .string(Self.storageSecret)))
    }
    var settings: [PlainValue.Entry] = [.init("co-pilot", .mapping(copilot))]
    if let memory = Self.defaultMemories[chart] {
      settings += [
        .init("default-cpus", .string("100m")), .init("default-memory", .string(memory)),
      ]
    }
    return ChartDefaults(
      source: isStamped ? .published : .source,
      flyteTag: isStamped ? version : flyteTag(ofSourceChart: chart, version: version),
      settings: .mapping(settings), webhook: Self.chartWebhooks[self])
  }

  /// True if releasing writes the version into its charts: `script/prepare_artifacts.sh` in v1,
  /// `scripts/tag-helm.sh` in v2 (v2.0.20, flyte#7444). Charts between were not published so.
  private var isStamped: Bool { line == .v1 || isAtLeast("v2.0.20") }

  /// The chart calls it after the Helm release; this is what one called like the chart makes of it.
  private static let storageSecret = "flyte-binary-copilot-storage-config-secret"

  /// The default memory of a task in flyte-core and flyte (v1.9.2 to v1.16.8); both say `100m` of
  /// its CPU.
  private static let defaultMemories = ["flyte-core": "100Mi", "flyte": "200Mi"]

  private static let chartWebhooks = ReleaseFact<PlainValue>(
    .mapping([]),
    from: [
      (
        "v2.0.29",
        .mapping([.init("secretManagerTypes", .list([.string("Embedded")]))])
      )
    ])

  /// Co-pilot's image in its charts.
  /// - Parameter version: that releasing wrote into them; nil: none.
  private func copilotImage(stampedWith version: String?) -> String {
    let registry = "cr.flyte.org/flyteorg/"
    if isAtLeast("v2.0.25") { return registry + "flyte-binary-v2:" + (version ?? "latest") }
    // v2.0.20 to v2.0.24 do not mark this tag as one to be replaced.
    if let version, line == .v1 { return registry + "flytecopilot-release:" + version }
    return registry + "flytecopilot:" + (Self.chartCopilotTags[self] ?? name)
  }

  /// The tag of Flyte's image in a chart of its source tree.
  private func flyteTag(ofSourceChart chart: String, version: String) -> String? {
    if chart == "flyte-binary" { return "latest" }
    // Of a fork's chart, or a newer one, nothing is known.
    return version == name ? Self.chartFlyteTags[self] ?? name : nil
  }

  /// The tags that charts of the source tree pin, for all of Flyte's images; nil: the release's own.
  private static let chartTags: [(since: String, value: String?)] = [
    ("v1.9.5", "v1.9.4"), ("v1.10.0", "v1.9.37"), ("v1.10.6-b0", nil),
    ("v1.11.1-b0", "v1.11.0-b0"), ("v1.11.1-b1", nil), ("v1.15.1", "1.15.1"), ("v1.15.3", nil),
    ("v1.16.1", "v1.16.0"), ("v1.16.2", nil),
  ]

  private static let chartCopilotTags = ReleaseFact<String?>(
    "v0.0.33", from: chartTags + [("v2.0.8", "v1.16.4")])
  private static let chartFlyteTags = ReleaseFact<String?>("v1.1.116", from: chartTags)
}
