import APIServer
import JSONText
import PodAPI
import Testing

/// The specs that the API server refuses and accepts. Every spec is completed with its defaults
/// first.
@Suite struct ValidationTests {
  private static let server = Server(ServerRelease(minor: 36))

  static func object(_ text: String, as type: String) throws -> PodObject {
    PodDecoder(minor: 36).decode(try JSONReader.read(text.utf8), as: type)
  }

  /// The fields that a PodTemplate is refused for.
  static func template(_ spec: String, metadata: String = "{}") throws -> [String] {
    let object = try object(
      """
      {"metadata": {"name": "t", "namespace": "n"},
       "template": {"metadata": \(metadata), "spec": \(spec)}}
      """, as: "PodTemplate")
    return server.prepare(template: PodDefaults.podTemplate(object)).refusals.map(\.path)
  }

  /// The fields that a pod is refused for.
  static func pod(_ spec: String, metadata: String = "{}") throws -> [String] {
    server.prepare(
      podMetadata: try object(metadata, as: "ObjectMeta"),
      spec: PodDefaults.pod(try object(spec, as: "PodSpec"))
    ).refusals.map(\.path)
  }

  /// A spec of one container.
  static func container(_ fields: String, pod: String = "") -> String {
    #"{"containers": [{"name": "default", "image": "p:1"\#(fields.isEmpty ? "" : ", " + fields)}]"#
      + (pod.isEmpty ? "" : ", " + pod) + "}"
  }

  @Test(
    arguments: [
      (#""ports": [{"containerPort": 0}]"#, "ports[0].containerPort"),
      (#""ports": [{"containerPort": 70000}]"#, "ports[0].containerPort"),
      (#""ports": [{"containerPort": 80, "hostPort": 70000}]"#, "ports[0].hostPort"),
      (#""ports": [{"containerPort": 80, "protocol": "tcp"}]"#, "ports[0].protocol"),
      (#""ports": [{"containerPort": 80, "name": "a-very-long-name"}]"#, "ports[0].name"),
      (#""ports": [{"containerPort": 80, "name": "80"}]"#, "ports[0].name"),
      (#""ports": [{"containerPort": 80, "name": "a--b"}]"#, "ports[0].name"),
      (#""livenessProbe": {"periodSeconds": 3}"#, "livenessProbe"),
      (
        #""livenessProbe": {"httpGet": {"port": 1}, "tcpSocket": {"port": 1}}"#,
        "livenessProbe.tcpSocket"
      ),
      (#""livenessProbe": {"httpGet": {}}"#, "livenessProbe.httpGet.port"),
      (#""livenessProbe": {"exec": {}}"#, "livenessProbe.exec.command"),
      (
        #""startupProbe": {"tcpSocket": {"port": 1}, "successThreshold": 2}"#,
        "startupProbe.successThreshold"
      ),
      (#""lifecycle": {"preStop": {}}"#, "lifecycle.preStop"),
      (#""lifecycle": {"preStop": {"sleep": {"seconds": 31}}}"#, "lifecycle.preStop.sleep"),
      (
        #""resources": {"limits": {"cpu": "1"}, "requests": {"cpu": "1001m"}}"#,
        "resources.requests"
      ),
      (#""resources": {"limits": {"cpu": "-1"}}"#, "resources.limits[cpu]"),
      (#""resources": {"limits": {"services": "1"}}"#, "resources.limits[services]"),
      (#""resources": {"requests": {"a.b/gpu": "1"}}"#, "resources.limits"),
      (#""env": [{"name": "a=b"}]"#, "env[0].name"),
      (#""restartPolicy": "Often""#, "restartPolicy"),
      (
        #""securityContext": {"seccompProfile": {"type": "Localhost", "localhostProfile": "../a"}}"#,
        "securityContext.seccompProfile.localhostProfile"
      ),
    ])
  func refusesFieldsOfContainers(fields: String, path: String) throws {
    #expect(
      try Self.template(Self.container(fields)) == ["template.spec.containers[0].\(path)"])
  }

  @Test(
    arguments: [
      (#""tolerations": [{"key": "a", "operator": "In"}]"#, "tolerations[0].operator"),
      (#""tolerations": [{"key": "a", "effect": "No"}]"#, "tolerations[0].effect"),
      (#""tolerations": [{"key": "a", "value": "x y"}]"#, "tolerations[0].operator"),
      (#""tolerations": [{"key": "a", "tolerationSeconds": 3}]"#, "tolerations[0].effect"),
      (#""os": {"name": "Linux"}"#, "os"), (#""os": {}"#, "os.name"),
      (#""dnsPolicy": "None""#, "dnsConfig"),
      (#""runtimeClassName": "Bad_Name""#, "runtimeClassName"),
      (#""nodeSelector": {"a": "x y"}"#, "nodeSelector"),
      (#""ephemeralContainers": [{"name": "e", "image": "e:1"}]"#, "ephemeralContainers"),
      (#""volumes": [{"name": "v", "configMap": {}}]"#, "volumes[0].configMap.name"),
      (
        #""securityContext": {"sysctls": [{"name": "Kernel.X"}]}"#,
        "securityContext.sysctls[0].name"
      ),
    ])
  func refusesFieldsOfPods(fields: String, path: String) throws {
    let spec = Self.container("", pod: fields)
    #expect(try Self.template(spec) == ["template.spec.\(path)"])
    #expect(try Self.pod(spec) == ["spec.\(path)"])
  }

  @Test(
    arguments: [
      #""ports": [{"containerPort": 80, "name": "http-1", "hostPort": 80, "protocol": "SCTP"}]"#,
      #""livenessProbe": {"httpGet": {"port": "http"}}"#,
      #""readinessProbe": {"grpc": {"port": 1}, "successThreshold": 2}"#,
      #""lifecycle": {"preStop": {"sleep": {"seconds": 30}}, "postStart": {"exec": {"command": ["a"]}}}"#,
      #""resources": {"limits": {"memory": "1Gi"}, "requests": {"memory": "1073741824"}}"#,
      #""resources": {"limits": {"a.b/gpu": "1", "memory": "2Mi", "hugepages-2Mi": "2Mi"}}"#,
      #""resources": {"requests": {"ephemeral-storage": "1Gi", "cpu": "0"}}"#,
      #""env": [{"name": "a.b-c d"}]"#, #""restartPolicy": "Never""#,
    ])
  func takesWhatIsRight(fields: String) throws {
    #expect(try Self.template(Self.container(fields)) == [])
    #expect(try Self.pod(Self.container(fields)) == [])
  }

  @Test func aPodThatNeverRestartsCannotRestartItsContainers() throws {
    let spec = Self.container(
      #""resizePolicy": [{"resourceName": "cpu", "restartPolicy": "RestartContainer"}]"#,
      pod: #""restartPolicy": "Never""#)
    #expect(try Self.pod(spec) == ["spec.containers[0].resizePolicy"])
  }

  @Test func eachInitContainerHasPortsOfTheNodeOnceForItself() throws {
    func spec(_ first: String, _ second: String) -> String {
      func port(_ number: String) -> String { #"{"containerPort": 80, "hostPort": \#(number)}"# }
      return """
        {"containers": [{"name": "default", "image": "p:1", "ports": [\(port("80"))]}],
         "initContainers": [
           {"name": "a", "image": "p:1", "ports": [\(port("80")), \(port(first))]},
           {"name": "b", "image": "p:1", "ports": [\(port(second))]}]}
        """
    }
    #expect(try Self.pod(spec("81", "80")) == [])
    #expect(try Self.pod(spec("80", "80")) == ["spec.initContainers[0].ports[1].hostPort"])
  }

  @Test func portsInTheNodesNetworkAreTheNodes() throws {
    func spec(_ port: String) -> String {
      Self.container(#""ports": [{"containerPort": 80\#(port)}]"#, pod: #""hostNetwork": true"#)
    }
    #expect(try Self.template(spec("")) == [])
    #expect(try Self.pod(spec("")) == [])
    #expect(
      try Self.pod(spec(#", "hostPort": 81"#)) == ["spec.containers[0].ports[0].hostPort"])
  }

  @Test func labelsAndAnnotationsOfPodsAreLookedAt() throws {
    let spec = Self.container("")
    #expect(try Self.template(spec, metadata: #"{"labels": {"a b": "x"}}"#).count == 1)
    #expect(try Self.template(spec, metadata: #"{"labels": {"a": "x y"}}"#).count == 1)
    #expect(try Self.pod(spec, metadata: #"{"annotations": {"a b": ""}}"#).count == 1)
    func sized(_ bytes: Int) -> String {
      #"{"annotations": {"a": "\#(String(repeating: "x", count: bytes))"}}"#
    }
    #expect(try Self.pod(spec, metadata: sized(262_143)) == [])
    #expect(try Self.pod(spec, metadata: sized(262_144)) == ["metadata.annotations"])
  }
}
