import Charts
import Diagnostics
import Flyte
import Foundation
import TestSupport
import Testing
import Values

/// Flyte's own templates of resources, of the user's values and of the charts.
@Suite struct ResourceValuesTests {
  private func resources(
    _ values: String?, chart: String = "flyte-core", release: String = "v1.16.8"
  ) throws -> ResourceTemplates? {
    var diagnostics = DiagnosticList()
    let url = Snapshots.repository.appending(path: "Templates/Helm/\(chart).yaml")
    let text = SourceFile(path: "\(chart).yaml", bytes: Array(try Data(contentsOf: url)))
    let template = try #require(
      ChartTemplate.load(chart: chart, file: text, into: &diagnostics))
    let tree = try values.map {
      try #require(
        HelmValues.tree(
          of: SourceFile(path: "values.yaml", bytes: Array($0.utf8)), into: &diagnostics))
    }
    return template.resources(
      tree.map { HelmValues([$0]) }, release: try #require(Release.named(release)))
  }

  private func text(
    _ resources: ResourceTemplates?, domain: String = "production"
  ) throws -> [String] {
    let resources = try #require(resources)
    return resources.templates.map {
      resources.manifest(of: $0, project: "p", domain: domain, namespace: "p-\(domain)").text
    }
  }

  @Test(arguments: ["flyte-core", "flyte"]) func theChartsComeWithAQuota(chart: String) throws {
    let found = try text(try resources(nil, chart: chart))
    #expect(found.count == 1)
    #expect(found[0].contains("limits.cpu: 5\n    limits.memory: 4000Mi"))
    #expect(try resources(nil, chart: "flyte-binary")?.templates.isEmpty == true)
    #expect(try resources(nil, chart: "flyte-binary", release: "v2.0.43") == nil)
  }

  @Test func valuesReplaceTheDataAndKeepTheTemplates() throws {
    let data = """
      cluster_resource_manager:
        config: { cluster_resources: { customData: [{ production: [{ projectQuotaCpu: { value: 9 } }] }] } }
      """
    let found = try text(try resources(data))
    #expect(found[0].contains("limits.cpu: 9\n    limits.memory: {{ projectQuotaMemory }}"))
  }

  @Test func keysOfAMappingLoseTheirCase() throws {
    let data = """
      cluster_resource_manager:
        templates: [{ key: a, value: "{{ oneCpu }} {{ onecpu }} {{ Two }}" }]
        config:
          cluster_resources:
            templateData: [{ Two: { value: "2" } }]
            customData: { production: { oneCpu: { value: "1" } } }
      """
    #expect(try text(try resources(data)) == ["{{ oneCpu }} 1 2"])
  }

  @Test func aManagerThatIsOffMakesNothing() throws {
    let found = try resources("cluster_resource_manager: { enabled: false }")
    #expect(found?.templates.isEmpty == true)
  }

  @Test func theBinaryHasThemInline() throws {
    let values = """
      clusterResourceTemplates: { inline: { 001_quota.yaml: "{{ cpu }}" } }
      configuration: { inline: { cluster_resources: { customData: [{ production: [{ cpu: { value: "3" } }] }] } } }
      """
    #expect(try text(try resources(values, chart: "flyte-binary")) == ["3"])
    let external = try resources(
      "clusterResourceTemplates: { externalConfigMap: own }", chart: "flyte-binary")
    #expect(external?.external?.value == "own")
  }
}
