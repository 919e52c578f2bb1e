import Admission
import Deployments
import Diagnostics
import Flyte
import Values
import YAMLTree

/// The files of admission policies. They say which namespaces the policies are for; what the policies
/// do is made again from `setup.yaml`.
struct PolicyFiles {
  private var files: [(name: String, file: SourceFile)] = []

  /// Takes a file.
  mutating func add(_ name: String, _ file: SourceFile) { files.append((name, file)) }

  /// The policies of a cluster.
  /// - Parameters:
  ///   - setup: its `setup.yaml`.
  ///   - deployment: the cluster without them.
  func policies(
    _ setup: PlainValue, of deployment: Deployment, into diagnostics: inout DiagnosticList
  ) -> ClusterPolicies {
    let written = setup["policies"]
    guard let engine = written?["engine"]?.string.flatMap(PolicyEngine.init(named:)) else {
      return .none
    }
    let places = places(into: &diagnostics)
    let sets = deployment.setsByNamespace
    let entries: [PlainValue] = written?["profiles"]?.items ?? []
    let profiles = entries.compactMap { entry -> ProfilePolicies? in
      guard let name = entry["name"]?.string else { return nil }
      let said = (entry["says"]?.items ?? []).compactMap {
        PolicyProfile($0, minor: deployment.kubernetesMinor)
      }
      let namespaces = (places[name] ?? []).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      let object = "\(deployment.name).\(name)"
      func effect(_ kind: String) -> String? {
        written?["written"]?.items.first {
          $0["name"]?.string == "flyte-harden-\(kind).\(object)"
        }?["effect"]?.string
      }
      return ProfilePolicies(
        name: name, of: deployment.name, said: said,
        profileNames: (entry["profiles"]?.items ?? []).compactMap(\.string),
        PolicyKinds(
          isMutating: effect("fill") != nil,
          action: effect("hold").flatMap(ValidatingPolicy.Action.init(named:))),
        minor: deployment.kubernetesMinor, release: deployment.release,
        templateSets: Set(namespaces.compactMap { sets[$0] }), namespaces: namespaces)
    }
    return ClusterPolicies(
      engine: engine,
      mutatingVersion: written?["apiVersion"]?.string.flatMap(MutatingVersion.init(named:)),
      profiles: profiles)
  }

  /// The namespaces of each policy, by the name of its files.
  private func places(into diagnostics: inout DiagnosticList) -> TextMap<TextSet> {
    var places: TextMap<TextSet> = [:]
    for (name, file) in files {
      let documents = YAMLReader.readDocuments(file, into: &diagnostics) ?? []
      for value in documents.map({ PlainValue($0) }) {
        if value["kind"] == .string("Namespace") {
          let label = value["metadata"]?["labels"]?[ProfilePolicies.namespaceLabel]?.string
          if let label, let own = value["metadata"]?["name"]?.string {
            places[label, default: []].insert(own)
          }
        } else {
          let stem = String(decoding: name.utf8.dropFirst(5).dropLast(5), as: UTF8.self)
          places[stem, default: []].formUnion(Self.names(in: value))
        }
      }
    }
    return places
  }

  /// The namespaces that a manifest selects by name, wherever it says so.
  private static func names(in value: PlainValue) -> [String] {
    if value["key"] == .string("kubernetes.io/metadata.name") {
      return (value["values"]?.items ?? []).compactMap(\.string)
    }
    return value.entries.flatMap { names(in: $0.value) } + value.items.flatMap(names(in:))
  }
}
