import Charts
import Config
import Diagnostics
import FileFaults
import Files
import Flyte
import Model
import Values

/// Reads the user's own values files, each once, and the settings in them for each cluster's Flyte.
struct ValuesReading {
  /// The bytes of one file, and of all.
  private static let fileLimit = 4 << 20
  private static let limit = 64 << 20
  /// The values of all files of all clusters, those that several have counted for each different list.
  private static let valueLimit = 2_000_000

  private let charts: TextMap<ChartTemplate>
  private var files: TextMap<OriginTree?> = [:]
  private var bytes = limit
  private var values = valueLimit
  private var lists: [[ByteText]: HelmValues] = [:]

  init(_ charts: TextMap<ChartTemplate>) { self.charts = charts }

  /// The clusters with the settings of their values; faults go to `diagnostics`.
  mutating func read(_ clusters: [Cluster], into diagnostics: inout DiagnosticList) -> [Cluster] {
    clusters.map { cluster in
      guard let name = cluster.chart?.value, let chart = charts[name] else { return cluster }
      var cluster = cluster
      let release = cluster.flyte.release
      guard !cluster.valuesFiles.isEmpty else {
        cluster.values.resources = chart.resources(nil, release: release)
        return cluster
      }
      guard let values = values(of: cluster, into: &diagnostics) else { return cluster }
      cluster.values = chart.read(
        values, release: release,
        patches: cluster.flyte.deployed?.patches.map(\.value) ?? [],
        defaults: cluster.chartDefaults, into: &diagnostics)
      cluster.values.resources = chart.resources(values, release: release)
      return cluster
    }
  }

  private mutating func values(
    of cluster: Cluster, into diagnostics: inout DiagnosticList
  ) -> HelmValues? {
    let key = cluster.valuesFiles.map { ByteText($0.path) }
    if let known = lists[key] { return known }
    var trees: [OriginTree] = []
    for place in cluster.valuesFiles {
      if let tree = tree(place, into: &diagnostics) { trees.append(tree) }
    }
    guard trees.count == cluster.valuesFiles.count else { return nil }
    values -= trees.reduce(0) { $0 + $1.valueCount }
    guard values >= 0 else {
      diagnostics.error(
        .configTooLarge,
        "the values files of all clusters have more than \(Self.valueLimit) values in total",
        at: cluster.valuesFiles.first?.written.origin.span, hint: "name fewer files")
      return nil
    }
    let result = HelmValues(trees)
    lists[key] = result
    return result
  }

  private mutating func tree(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    if let known = files[place.path] { return known }
    do throws(FileError) {
      let content = try FileReading.bytes(of: place.path, limit: Self.fileLimit)
      bytes -= content.count
      guard bytes >= 0 else {
        throw FileError(
          path: place.path,
          reason: "the values files have more than \(FileReading.words(Self.limit)) in total")
      }
      let tree = HelmValues.tree(
        of: SourceFile(path: place.path, bytes: content), into: &diagnostics)
      files[place.path] = .some(tree)
      return tree
    } catch {
      diagnostics.unreadable(
        error, at: place.written.origin.span,
        hint: "correct the path, which is relative to the config")
      files[place.path] = .some(nil)
      return nil
    }
  }
}

extension OriginTree {
  /// The number of values in it, itself included.
  fileprivate var valueCount: Int {
    switch content {
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.valueCount }
    case .list(let items): items.reduce(1) { $0 + $1.valueCount }
    default: 1
    }
  }
}
