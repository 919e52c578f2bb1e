import Values
import YAMLTree

/// The entries that charts themselves have in lists which an overlay may add to.
enum ChartLists {
  /// Those of a list of flyte-core's, which are the same in all its releases; none of other lists.
  static func entries(of path: [String]) -> [PlainValue] {
    switch path.last {
    case "templates": templates
    case "resources": resources.map { .string($0) }
    default: []
    }
  }

  /// The resources that flyteadmin may change, according to the chart.
  private static let resources = [
    "configmaps", "flyteworkflows", "namespaces", "pods", "resourcequotas", "roles",
    "rolebindings", "secrets", "services", "serviceaccounts", "spark-role", "limitranges",
  ]

  /// The objects that flyteadmin makes in the namespace of a project and domain.
  private static let templates: [PlainValue] = [
    template(
      "aa_namespace",
      .mapping([
        .init("apiVersion", .string("v1")), .init("kind", .string("Namespace")),
        .init("metadata", .mapping([.init("name", .string("{{ namespace }}"))])),
      ])),
    template(
      "ab_project_resource_quota",
      .mapping([
        .init("apiVersion", .string("v1")), .init("kind", .string("ResourceQuota")),
        .init(
          "metadata",
          .mapping([
            .init("name", .string("project-quota")),
            .init("namespace", .string("{{ namespace }}")),
          ])),
        .init(
          "spec",
          .mapping([
            .init(
              "hard",
              .mapping([
                .init("limits.cpu", .string("{{ projectQuotaCpu }}")),
                .init("limits.memory", .string("{{ projectQuotaMemory }}")),
              ]))
          ])),
      ])),
  ]

  private static func template(_ key: String, _ object: PlainValue) -> PlainValue {
    .mapping([.init("key", .string(key)), .init("value", .string(YAMLWriter.text(object)))])
  }
}
