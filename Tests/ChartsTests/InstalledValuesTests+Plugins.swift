import Diagnostics
import Flyte
import PodAPI
import TestSupport
import Testing
import Values

// What plugins read of the user's own values.
extension InstalledValuesTests {
  @Test func sectionsOfPluginsAreRead() throws {
    let (values, told) = try read([
      """
      configmap:
        k8s:
          plugins:
            RAY: { SubmissionMode: HTTPMode, logsSidecar: { Name: logs }, logs: { a: b } }
      sparkoperator:
        enabled: true
        plugin_config:
          plugins:
            spark:
              spark-config-default: [{ spark.driver.memoryOverhead: 1g }, { spark.x: 1 }, { spark.x: 2 }]
              features: [{ name: f, spark-config: { spark.Y: on } }]
      """
    ])
    #expect(told.isEmpty)
    #expect(values.ray["submissionMode"]?.string == "HTTPMode")
    #expect(values.ray["logsSidecar"]?["name"]?.string == "logs")
    #expect(values.ray["logs"] == nil)
    let settings = OperatorSettings(
      ray: PlainValue(values.ray), spark: PlainValue(values.spark), apps: nil)
    let own = settings.spark.configuration
    #expect(own["spark.driver.memoryOverhead"]?.string == "1g")
    #expect(own["spark.x"]?.string == "2")
    #expect(settings.spark.features["f"]?["spark.y"]?.string == "on")
  }

  /// Of a class of accelerators the PodTemplate counts; Flyte knows the class by an upper-case name.
  @Test func templatesOfDeviceClassesAreRead() throws {
    let (values, told) = try read(
      [
        """
        configuration:
          inline:
            plugins:
              k8s:
                accelerator-device-classes:
                  nvidia_gpu:
                    resource-name: nvidia.com/gpu
                    Pod-Template: { template: { spec: { HostNetwork: true } } }
        """
      ], chart: "flyte-binary", release: "v2.0.43")
    #expect(told.map(\.id.name) == ["values/not-modeled"])
    let spec = ["accelerator-device-classes", "NVIDIA_GPU", "pod-template", "template", "spec"]
    #expect(values.settings[path: spec + ["hostNetwork"]]?.content == .bool(true))
  }

  @Test func theAccountOfAppsIsRead() throws {
    let (values, told) = try read(
      ["configuration: { inline: { internalapps: { DefaultServiceAccount: runner } } }"],
      chart: "flyte-binary", release: "v2.0.43")
    #expect(told.isEmpty)
    #expect(values.apps["defaultServiceAccount"]?.string == "runner")
  }

  @Test func theNamespaceOfMapTasksIsRead() throws {
    func own(_ name: String) -> String {
      "configmap: { k8s: { plugins: { K8s-Array: { NamespaceTemplate: '\(name)' } } } }"
    }
    let (values, told) = try read([own("{{.namespace}}-x")])
    #expect(told.isEmpty)
    #expect(values.arrayNamespace?.value == "{{.namespace}}-x")
    #expect(try read([own("{{.namespace}}-x"), own("")]).values.arrayNamespace == nil)
  }
}
