import CommandLine
import Flyte
import PodAPI

/// The versions that the command line names.
enum VersionOptions {
  /// The release of a name.
  /// - Parameter hint: what to do where no name is similar.
  static func release(
    _ name: String, command: String, hint: String
  ) throws(UsageError) -> Release {
    if let release = Release.named(name) { return release }
    let nearest = Release.nearest(to: name)
    throw UsageError(
      "there is no Flyte release '\(name)'", word: name,
      known: (nearest.isEmpty ? Release.all : nearest).map(\.name), hint: hint, command: command)
  }

  /// The minor version of a Kubernetes version: 31 of `1.31`.
  static func kubernetesMinor(_ text: String, command: String) throws(UsageError) -> Int {
    let known = KubernetesRange.oldest...KubernetesRange.newest
    let names = known.map { "1.\($0)" }
    guard let index = names.firstIndex(where: { $0 == text }) else {
      throw UsageError(
        "the Kubernetes version '\(text)' is not supported", word: text, known: names,
        hint: "there are: \(names.joined(separator: ", "))", command: command)
    }
    return known.lowerBound + index
  }
}
