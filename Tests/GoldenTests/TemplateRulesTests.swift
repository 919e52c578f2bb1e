import Command
import Foundation
import TestSupport
import Testing

/// LimitRanges and quotas of Flyte's own templates, as a user meets them.
@Suite struct TemplateRulesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func audit(
    chart: String = "flyte-binary", _ values: String, key: String = "quotas",
    extra: String = "",
    namespaces: String = "[{ projects: [a], domains: [development] }]"
  ) throws -> (output: String, text: String) {
    _ = try folder.write(values, to: "values.yaml")
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.33" }
          chart: \(chart)
          values: [values.yaml]
          podTemplate: { fallback: false }
          patches: none
          tasks: [container]
          \(key): [{ from: values }\(extra)]
          namespaces: \(namespaces)
          assign: [{ profile: builtin/restricted }]
      """, to: "config.yaml")
    let result = run(["audit", "--config", folder.url.appending(path: "config.yaml").path])
    return (result.output, result.complaint)
  }

  private func inline(_ file: String, _ text: String) -> String {
    "clusterResourceTemplates:\n  inline:\n    \(file): |\n"
      + text.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  private func quota(pods: Int, namespace: String = "{{ namespace }}") -> String {
    """
    apiVersion: v1
    kind: ResourceQuota
    metadata: { name: own, namespace: \(namespace) }
    spec: { hard: { pods: \(pods) } }

    """
  }

  @Test func theFirstDocumentIsMade() throws {
    let result = try audit(inline("a.yaml", quota(pods: 0)))
    #expect(result.output.contains("exceeded quota: own"), "\(result.output)")
    #expect(!result.text.contains("from: values"), "\(result.text)")
  }

  @Test func aSecondDocumentIsNeverMade() throws {
    let result = try audit(
      inline("a.yaml", "apiVersion: v1\nkind: ConfigMap\n---\n" + quota(pods: 0)))
    #expect(!result.output.contains("exceeded quota"), "\(result.output)")
    #expect(
      result.text.contains(
        "values.yaml:3:13: warning: Flyte makes only the first document of the template 'a.yaml'"),
      "\(result.text)")
  }

  @Test func aListIsNeverMade() throws {
    let list = "apiVersion: v1\nkind: List\nitems:\n"
    let item = quota(pods: 0).split(separator: "\n").enumerated().map {
      ($0 == 0 ? "- " : "  ") + $1 + "\n"
    }.joined()
    let result = try audit(inline("a.yaml", list + item))
    #expect(!result.output.contains("exceeded quota"), "\(result.output)")
    #expect(
      result.text.contains("warning: Flyte cannot make the list of the template 'a.yaml'"),
      "\(result.text)")
  }

  @Test func aFileOfAnotherNameIsNeverRead() throws {
    let result = try audit(inline("a.yml", quota(pods: 0)))
    #expect(!result.output.contains("exceeded quota"), "\(result.output)")
    #expect(
      result.text.contains(
        "values.yaml:3:12: warning: Flyte does not read the template 'a.yml': its name does not end in '.yaml'"
      ), "\(result.text)")
    #expect(result.text.contains("hint: rename it to 'a.yaml'"), "\(result.text)")
  }

  @Test func anotherNamespaceIsRefused() throws {
    let result = try audit(inline("a.yaml", quota(pods: 0, namespace: "other")))
    #expect(!result.output.contains("exceeded quota"), "\(result.output)")
    #expect(
      result.text.contains("in 'a-development', because it names the namespace 'other'"),
      "\(result.text)")
  }

  @Test func whatHelmWorksOutIsAWarning() throws {
    let values = """
      cluster_resource_manager:
        config:
          cluster_resources:
            customData:
              - development:
                  - projectQuotaCpu: { value: "{{ .Values.cpu }}" }
                  - projectQuotaMemory: { value: 1Gi }
      """
    let text = try audit(chart: "flyte-core", values).text
    #expect(
      text.contains(
        "config.yaml:11:22: warning: the template 'ab_project_resource_quota' needs 'projectQuotaCpu', and the values do not say what it is"
      ), "\(text)")
    #expect(!text.contains(": error:"), "\(text)")
  }

  @Test func aManagerThatIsOffIsReported() throws {
    let text = try audit(
      "flyte-core-components: { admin: { disableClusterResourceManager: true } }"
    ).text
    #expect(
      text.contains(
        "config.yaml:11:22: warning: Flyte makes nothing of its templates, so there is no ResourceQuota of theirs"
      ), "\(text)")
    #expect(
      text.contains(
        "values.yaml:1:66: note: 'flyte-core-components.admin.disableClusterResourceManager: true' turns them off"
      ), "\(text)")
  }

  @Test(arguments: [
    ("flyte-binary", "quotas", "ResourceQuota", "clusterResourceTemplates.inline"),
    ("flyte-core", "limitRanges", "LimitRange", "cluster_resource_manager.templates"),
  ])
  func aChartWithoutATemplateIsReported(
    chart: String, key: String, kind: String, place: String
  ) throws {
    let text = try audit(chart: chart, "{}", key: key).text
    #expect(
      text.contains(
        "warning: none of Flyte's templates in the values and the chart makes a \(kind)"), "\(text)"
    )
    #expect(text.contains("hint: add one to '\(place)', or remove the entry"), "\(text)")
  }

  @Test func aConfigMapBesideTheChartsIsReported() throws {
    let more = inline("a.yaml", quota(pods: 0)) + "  inlineConfigMap: more-templates\n"
    let result = try audit(more)
    #expect(result.output.contains("exceeded quota: own"), "\(result.output)")
    #expect(
      result.text.contains("warning: more templates are in the ConfigMap 'more-templates'"),
      "\(result.text)")
  }

  @Test func namespacesWithoutAProjectAreReported() throws {
    let values = inline("a.yaml", quota(pods: 9))
    let text = try audit(values, namespaces: "[{ name: gpu }, { name: more }]").text
    #expect(
      text.contains(
        "config.yaml:11:22: warning: Flyte makes its templates for projects and domains, so 'from: values' gives nothing to 'gpu' and 1 other namespace"
      ), "\(text)")
    let some = try audit(
      values, namespaces: "[{ name: gpu }, { projects: [a], domains: [development] }]"
    ).text
    #expect(some.contains("11:22: note: Flyte makes its templates"), "\(some)")
    let mapped = try audit(
      values, namespaces: "[{ name: gpu, project: a, domain: development }]"
    ).text
    #expect(!mapped.contains("Flyte makes its templates"), "\(mapped)")
  }

  @Test func aTemplateThatTheConfigContradictsIsAFault() throws {
    let values = inline("a.yaml", quota(pods: 9))
    let text = try audit(values, extra: ", { name: own, hard: { pods: 8 } }").text
    #expect(
      text.contains(
        "error: the namespace 'a-development' has two descriptions of the ResourceQuota 'own', which differ"
      ), "\(text)")
    let same = try audit(values, extra: ", { name: own, hard: { pods: 9 }, used: { pods: 9 } }")
    #expect(!same.text.contains("two descriptions"), "\(same.text)")
    #expect(same.output.contains("exceeded quota: own"), "\(same.output)")
  }
}
