public import Changes
import Deployments
public import Diagnostics
import Files
import Output
import ReadBack

extension Plan {
  /// The plan as a side of a comparison: its files read back, with the places in the config that say
  /// what is in them. Both sides of a comparison are therefore read by the same rules.
  /// - Parameters:
  ///   - output: the output folder, as it is shown in messages.
  ///   - name: the name of the side in reports.
  public func side(
    in output: String, named name: String = "the config", into diagnostics: inout DiagnosticList
  ) -> ComparedSide? {
    var clusters: [ComparedCluster] = []
    for rendering in renderings {
      var reading = SnapshotReading(path: FilePath.join(output, rendering.cluster.name))
      rendering.forEachDistinctFile { reading.add($0, $1, namespaces: $2) }
      guard let cluster = reading.cluster(into: &diagnostics) else { return nil }
      clusters.append(cluster.located(by: rendering.cluster.deployment))
    }
    return ComparedSide(name: name, clusters: clusters)
  }
}
