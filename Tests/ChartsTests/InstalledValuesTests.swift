import Charts
import Deployments
import Diagnostics
import Flyte
import Foundation
import PodAPI
import TestSupport
import Testing
import Values

/// Flyte's configuration according to the user's own values.
@Suite struct InstalledValuesTests {
  /// Reads values files as the tool does.
  func read(
    _ files: [String], chart: String = "flyte-core", release: String = "v1.16.8",
    patches: [String] = []
  ) throws -> (values: InstalledValues, told: [Diagnostic]) {
    var diagnostics = DiagnosticList()
    let url = Snapshots.repository.appending(path: "Templates/Helm/\(chart).yaml")
    let text = SourceFile(path: "\(chart).yaml", bytes: Array(try Data(contentsOf: url)))
    let template = try #require(
      ChartTemplate.load(chart: chart, file: text, into: &diagnostics))
    let flyte = try #require(Release.named(release))
    let trees = files.enumerated().compactMap { index, text in
      HelmValues.tree(
        of: SourceFile(path: "\(index).yaml", bytes: Array(text.utf8)), into: &diagnostics)
    }
    let values = template.read(
      HelmValues(trees), release: flyte, patches: patches,
      defaults: flyte.defaults(ofChart: chart, from: .published, version: release),
      into: &diagnostics)
    return (values, diagnostics.sorted)
  }

  func effective(
    _ values: InstalledValues, chart: String = "flyte-core", overlay: OriginTree = .empty
  ) throws -> PlainValue {
    let flyte = try #require(Release.named("v1.16.8"))
    var deployment = Deployment(
      name: "c", version: "v1.16.8", release: flyte, behaviors: flyte.behaviors,
      flyteNamespace: "flyte", kubernetesMinor: 31, platform: "vanilla", chart: chart,
      chartDefaults: flyte.defaults(ofChart: chart, from: .published, version: "v1.16.8"),
      image: nil, defaultTemplate: "t", templateSets: [], namespaces: [], settings: overlay)
    deployment.values = values
    return deployment.effectiveSettings
  }

  func k8s(_ settings: String) -> String {
    "configmap: { k8s: { plugins: { k8s: { \(settings) } } } }"
  }

  @Test func laterFilesWinAndNullTakesAway() throws {
    let (values, told) = try read([
      k8s("default-cpus: 200m, scheduler-name: a, default-tolerations: [{ key: a }, { key: b }]"),
      k8s("default-memory: null, scheduler-name: b, default-tolerations: [{ key: c }]"),
    ])
    #expect(told.isEmpty)
    let settings = try effective(values)
    #expect(settings["default-cpus"] == .string("200m"))
    #expect(settings["default-memory"] == nil)
    #expect(settings["scheduler-name"] == .string("b"))
    #expect(settings["default-tolerations"]?.items.count == 1)
    // What nobody takes away is the chart's.
    #expect(settings["co-pilot"]?["image"]?.string?.hasSuffix(":v1.16.8") == true)
    #expect(values.settings["scheduler-name"]?.origin.span?.file.path == "1.yaml")
  }

  @Test func theOverlayWinsAndWhatFlyteReadsLaterWinsOverIt() throws {
    let (values, _) = try read([
      k8s("default-pod-template-name: a, scheduler-name: a"),
      "configmap: { task_logs: { plugins: { k8s: { scheduler-name: c } } } }",
    ])
    let overlay = OriginTree.mapping([
      "default-pod-template-name": .string("b"), "scheduler-name": .string("b"),
    ])
    let settings = try effective(values, overlay: overlay)
    #expect(settings["default-pod-template-name"] == .string("b"))
    #expect(settings["scheduler-name"] == .string("c"))
  }

  /// Flyte lowers the keys of a mapping, which is why Spark's are written as a list of mappings.
  @Test func keysAreReadInAnyCase() throws {
    let (values, told) = try read([
      "configmap: { k8s: { Plugins: { K8S: { Default-Security-Context: { RunAsNonRoot: true } } } } }"
    ])
    #expect(told.isEmpty)
    #expect(
      values.settings[path: ["default-security-context", "runAsNonRoot"]]?.content == .bool(true))
  }

  @Test(arguments: [
    ("plain", "plain"), ("{{ .Values.team.name }}-x", "a-x"), ("{{`{{`}} x }}", "{{ x }}"),
    ("{{.Values.team.size}}", "3"), ("{{ \"q\" }}", "q"),
  ])
  func actionsThatPrintAValueAreWorkedOut(text: String, printed: String) throws {
    let (values, told) = try read([
      "team: { name: a, size: 3, used: '{{ .Values.team.name }}' }\n"
        + k8s("scheduler-name: '\(text)'")
    ])
    #expect(told.isEmpty)
    #expect(values.settings["scheduler-name"]?.string == printed)
  }

  @Test(arguments: [
    "{{ .Release.Name }}", "{{ .Values.team.none }}", "{{ .Values.team }}", "{{ \"a\\n\" }}", "{{ ",
    "{{ .Values.team.name | quote }}", "{{`x", "{{- .Values.team.name }}",
  ])
  func otherActionsAreLeftToHelm(text: String) throws {
    let (values, told) = try read([
      "team: { name: a }\nuserSettings: { a: '{{ .Values.team.name }}', b: '{{ .Values.userSettings.a }}' }\n"
        + k8s("scheduler-name: '\(text)'")
    ])
    #expect(told.map(\.id.name) == ["values/not-evaluated"])
    #expect(values.settings["scheduler-name"]?.string == text)
  }

  @Test func aChartsOwnKeysForCopilotsImageAreReadAndInlineWins() throws {
    let own = "configuration: { co-pilot: { image: { tag: v1.16.7 } } }"
    let image = ["co-pilot", "image"]
    let (values, _) = try read([own], chart: "flyte-binary")
    #expect(
      values.settings[path: image]?.string == "cr.flyte.org/flyteorg/flytecopilot-release:v1.16.7")
    let inline = "configuration: { inline: { plugins: { k8s: { co-pilot: { image: b:1 } } } } }"
    let (both, _) = try read([own, inline], chart: "flyte-binary")
    #expect(both.settings[path: image]?.string == "b:1")
    #expect(both.namesCopilotImageInline)
  }

  @Test(arguments: [
    ("configuration: {}", nil),
    (
      "configuration: { storage: { provider: s3, providerConfig: { s3: { authType: iam } } } }",
      nil as String?
    ),
    (
      "configuration: { storage: { providerConfig: { s3: { authType: accesskey, secretKey: k } } } }",
      "flyte-binary-copilot-storage-config-secret"
    ),
    (
      "fullnameOverride: f\nconfiguration: { inline: { storage: {} } }",
      "f-copilot-storage-config-secret"
    ),
    ("configuration: { co-pilot: { storageSecretRef: mine } }", "mine"),
  ])
  func theStorageOfV2DecidesCopilotsSecret(text: String, name: String?) throws {
    let (values, told) = try read([text], chart: "flyte-binary", release: "v2.0.43")
    #expect(told.isEmpty)
    let said = values.settings[path: ["co-pilot", "storage-config-secret-name"]]
    #expect(said != nil && said?.string == name)
  }

  @Test func aDefaultServiceAccountIsFound() throws {
    let (first, _) = try read([
      "configmap: { adminServer: { flyteadmin: { k8sServiceAccount: a } } }"
    ])
    #expect(first.serviceAccount?.value == "a")
    let (second, _) = try read(
      ["configuration: { inline: { executor: { defaultk8sserviceaccount: b } } }"],
      chart: "flyte-binary", release: "v2.0.43")
    #expect(second.serviceAccount?.value == "b")
    let (old, _) = try read(
      ["configuration: { inline: { executor: { defaultK8sServiceAccount: b } } }"],
      chart: "flyte-binary", release: "v2.0.28")
    #expect(old.serviceAccount == nil)
  }

  @Test func keysOfPatchesAreReadWhereTheyAreDeployed() throws {
    let text = k8s("co-pilot: { security-context: { runAsUser: 1 } }")
    let (without, told) = try read([text])
    #expect(told.map(\.id.name) == ["values/ignored-by-flyte"])
    #expect(without.laterSettings[path: ["co-pilot", "security-context"]] == nil)
    let (with, none) = try read([text], patches: ["copilot-security-context"])
    #expect(none.isEmpty)
    // Flyte reads `k8s.yaml` after `copilot.yaml`, where the overlay has co-pilot's settings.
    #expect(with.laterSettings[path: ["co-pilot", "security-context", "runAsUser"]] != nil)
  }

  @Test(arguments: ["flyte-core", "flyte", "flyte-binary"])
  func everyKeyThatFlyteReadsIsTakenOrNamed(chart: String) throws {
    for release in Release.all where release.charts.contains(chart) {
      for key in SettingKey.settings where key.name != "co-pilot" {
        let inner = "plugins: { k8s: { \(key.name): null } }"
        let text =
          switch chart {
          case "flyte-core": "configmap: { k8s: { \(inner) } }"
          case "flyte": "flyte: { configmap: { k8s: { \(inner) } } }"
          default: "configuration: { inline: { \(inner) } }"
          }
        let (values, told) = try read([text], chart: chart, release: release.name)
        let isTaken = values.settings[key.name] != nil
        #expect(isTaken == key.isRead(by: release))
        let ids = told.map(\.id.name)
        if case .notModeled = key.effect, isTaken {
          #expect(ids == ["values/not-modeled"])
        } else {
          #expect(ids == (isTaken ? [] : ["values/ignored-by-flyte"]))
        }
      }
    }
  }

  @Test(arguments: [
    "", "# nothing", "null", "{}", "configmap: null", "configmap: { k8s: null }",
    "configmap: { k8s: { plugins: null } }", "configmap: { k8s: { plugins: { k8s: null } } }",
  ])
  func valuesThatSayNothingAreValues(text: String) throws {
    let (values, told) = try read([text])
    #expect(told.isEmpty)
    #expect(values.settings.isEmpty)
  }

  @Test(arguments: ["[]", "text", "1", "configmap: { k8s: [] }", "a: 1\n---\nb: 2"])
  func otherFormsAreNamed(text: String) throws {
    #expect(!(try read([text])).told.isEmpty)
  }

  @Test(arguments: [
    ("enable-host-networking-pod: 'true'", ["enable-host-networking-pod"], PlainValue.bool(true)),
    ("default-cpus: 2", ["default-cpus"], .string("2")),
    (
      "default-security-context: { runAsUser: '7', privileged: 'false' }",
      ["default-security-context"],
      .mapping([.init("runAsUser", .integer(7)), .init("privileged", .bool(false))])
    ),
    (
      "default-tolerations: { key: a }", ["default-tolerations"],
      .list([.mapping([.init("key", .string("a"))])])
    ),
    (
      "default-labels: [{ a: 1, B: true }]", ["default-labels"],
      .list([.mapping([.init("a", .string("1")), .init("B", .string("1"))])])
    ),
  ])
  func valuesAreTakenInTheTypeThatFlyteGivesThem(
    text: String, path: [String], value: PlainValue
  ) throws {
    let (values, told) = try read([k8s(text)])
    #expect(told.isEmpty)
    #expect(values.settings[path: path].map { PlainValue($0) } == value)
  }
}
