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
    let release = try #require(Release.named("v1.16.8"))
    return resources.templates.map {
      resources.manifest(
        of: $0, project: "p", domain: domain, namespace: "p-\(domain)", release: release
      ).text
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

  /// Flyte restores the case of keys in lists at every depth.
  @Test func keysInAListKeepTheirCase() throws {
    let data = """
      cluster_resource_manager:
        templates: [{ key: a, value: "{{ oneCpu }} {{ onecpu }}" }]
        config:
          cluster_resources: { customData: [{ production: { oneCpu: { value: "1" } } }] }
      """
    #expect(try text(try resources(data)) == ["1 {{ onecpu }}"])
  }

  @Test func theLaterEntryOfADomainHasAllOfIt() throws {
    let data = """
      cluster_resource_manager:
        templates: [{ key: a, value: "{{ cpu }} {{ memory }}" }]
        config:
          cluster_resources:
            customData:
              - production: [{ cpu: { value: "1" } }, { memory: { value: 1Gi } }]
              - production: [{ cpu: { value: "2" } }]
      """
    #expect(try text(try resources(data)) == ["2 {{ memory }}"])
  }

  @Test func whatHelmWorksOutIsNotKnown() throws {
    let data = """
      cluster_resource_manager:
        templates: [{ key: a, value: "{{ cpu }} {{ memory }} {{ gpus }}" }]
        config:
          cluster_resources:
            templateData:
              - cpu: { value: "{{ .Values.global.cpu }}" }
              - memory: { value: 1.5 }
              - gpus: { value: 2.0 }
      """
    #expect(try text(try resources(data)) == ["{{ cpu }} 1.5 2"])
  }

  @Test(arguments: [
    (
      "flyte-core", "cluster_resource_manager: { enabled: false }",
      "cluster_resource_manager.enabled: false"
    ),
    (
      "flyte-core", "cluster_resource_manager: { enabled: null }",
      "cluster_resource_manager.enabled: null"
    ),
    (
      "flyte", "flyte: { cluster_resource_manager: { enabled: false } }",
      "flyte.cluster_resource_manager.enabled: false"
    ),
    (
      "flyte-binary", "flyte-core-components: { admin: { disableClusterResourceManager: true } }",
      "flyte-core-components.admin.disableClusterResourceManager: true"
    ),
    (
      "flyte-binary",
      "configuration: { inline: { flyte: { admin: { disableclusterresourcemanager: 'true' } } } }",
      "configuration.inline.flyte.admin.disableClusterResourceManager: true"
    ),
    (
      "flyte-binary", "flyte-core-components: { admin: { disabled: true } }",
      "flyte-core-components.admin.disabled: true"
    ),
  ])
  func aManagerThatIsOffMakesNothing(chart: String, values: String, key: String) throws {
    let found = try resources(values, chart: chart)
    #expect(found?.templates.isEmpty == true)
    #expect(found?.off?.value == key)
    #expect(found?.off?.origin.span?.line == 1)
  }

  @Test func theInlineConfigurationTurnsTheManagerOnAgain() throws {
    let values = """
      flyte-core-components: { admin: { disableClusterResourceManager: true } }
      configuration: { inline: { flyte: { admin: { disableClusterResourceManager: false } } } }
      """
    #expect(try resources(values, chart: "flyte-binary")?.off == nil)
  }

  @Test func aConfigurationOfOnesOwnHasNothingOfTheValues() throws {
    let values = """
      flyte-core-components: { admin: { disableClusterResourceManager: true } }
      clusterResourceTemplates: { inline: { a.yaml: "{{ cpu }}" } }
      configuration:
        externalConfigMap: own
        inline: { cluster_resources: { templateData: [{ cpu: { value: "3" } }] } }
      """
    #expect(try text(try resources(values, chart: "flyte-binary")) == ["{{ cpu }}"])
  }

  @Test func theBinaryReadsFilesOfYAMLAlone() throws {
    let values = """
      clusterResourceTemplates:
        inlineConfigMap: more
        inline: { a.yaml: "a", b.yml: "b", c: "c", d.YAML: "d" }
      """
    let found = try #require(try resources(values, chart: "flyte-binary"))
    #expect(found.templates.filter(\.isRead).map(\.name) == ["a.yaml"])
    #expect(found.additional?.value == "more")
    #expect(found.external == nil)
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
