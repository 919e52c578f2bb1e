import Admission
import Deployments
import Values
import YAMLTree

/// The files of a cluster's admission policies: one a profile and kind, and what applies them all.
struct AdmissionFiles {
  let policies: ClusterPolicies

  init(_ policies: ClusterPolicies) { self.policies = policies }

  /// The file that labels namespaces which are too many to name. `kustomization.yaml` does not list it:
  /// whoever took the policies back with it would delete the namespaces.
  static let labels = "namespace-labels.yaml"

  /// The files in byte order of their names; none where there are no policies.
  var files: [(name: String, bytes: [UInt8])] {
    guard !policies.isEmpty else { return [] }
    var files = policies.profiles.flatMap { profile -> [(String, [PlainValue])] in
      let namespaces = profile.selection
      let isKyverno = policies.engine == .kyverno
      let mutating = profile.mutating.map { policy in
        isKyverno
          ? [policy.kyverno(namespaces)]
          : policy.manifests(policies.mutatingVersion ?? .v1, namespaces)
      }
      let validating = profile.validating.map { policy in
        isKyverno ? [policy.kyverno(namespaces)] : policy.manifests(namespaces)
      }
      return [
        mutating.map { ("fill-\(profile.name).yaml", $0) },
        validating.map { ("hold-\(profile.name).yaml", $0) },
      ].compactMap { $0 }
    }
    files.append(("kustomization.yaml", [kustomization(files.map(\.0))]))
    let labeled = policies.profiles.filter(\.isLabeled)
    if !labeled.isEmpty { files.append((Self.labels, labeled.flatMap(Self.namespaces))) }
    return files.map { ($0.0, Self.bytes($0.1)) }.sorted {
      $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
    }
  }

  private static func bytes(_ documents: [PlainValue]) -> [UInt8] {
    Array((GeneratedHeader.text + documents.map { "---\n" + YAMLWriter.text($0) }.joined()).utf8)
  }

  private func kustomization(_ names: [String]) -> PlainValue {
    .mapping([
      .init("apiVersion", .string("kustomize.config.k8s.io/v1beta1")),
      .init("kind", .string("Kustomization")),
      .init(
        "resources",
        .list(
          names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })),
    ])
  }

  private static func namespaces(_ profile: ProfilePolicies) -> [PlainValue] {
    profile.namespaces.map { name in
      .mapping([
        .init("apiVersion", .string("v1")), .init("kind", .string("Namespace")),
        .init(
          "metadata",
          .mapping([
            .init("name", .string(name)),
            .init(
              "labels",
              .mapping([.init(ProfilePolicies.namespaceLabel, .string(profile.name))])),
          ])),
      ])
    }
  }
}
