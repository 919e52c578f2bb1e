import APIServer
import PodAPI
import Testing

/// Pods that keep the rules and are refused all the same.
@Suite struct AdmissionTests {
  static func pod(_ fields: String, classes: ClusterClasses) -> [String]? {
    let sent = SentTemplate(pod: fields, kind: .pod)
    let answer = Server(ServerRelease(minor: 36), classes: classes).create(
      CreateRequest(kind: .pod, body: .text(Array(sent.text.utf8))))
    switch answer {
    case .stored: return nil
    case .refused(let request):
      return request.refusals.map { "\(request.code) \($0.kind.rawValue) \($0.path)" }
    }
  }

  @Test(
    arguments: [
      (#""priority": 5"#, ["403 forbidden spec.priority"]), (#""priority": 0"#, nil),
      (#""preemptionPolicy": "Never""#, ["403 forbidden spec.preemptionPolicy"]),
      (#""priorityClassName": "none""#, ["403 notFound spec.priorityClassName"]),
      (#""priorityClassName": "system-node-critical""#, nil),
      (#""runtimeClassName": "none""#, ["403 notFound spec.runtimeClassName"]),
      (#""overhead": {"cpu": "1"}"#, ["403 forbidden spec.overhead"]),
      (
        #""priority": 5, "restartPolicy": "Sometimes""#, ["403 forbidden spec.priority"]
      ),
    ] as [(String, [String]?)])
  func pluginsRefusePods(fields: String, refused: [String]?) {
    #expect(Self.pod(fields, classes: ClusterClasses()) == refused)
  }

  @Test(arguments: [
    (#""priority": 5"#, false), (#""priorityClassName": "may-be""#, true),
    (#""priorityClassName": "system-x""#, false), (#""runtimeClassName": "may-be""#, true),
    (#""runtimeClassName": "may-be", "overhead": {"cpu": "1"}"#, true),
    (#""runtimeClassName": "NO""#, false),
  ])
  func nothingIsSaidOfClassesThatMayBeThere(fields: String, isKept: Bool) {
    #expect((Self.pod(fields, classes: .unknown) == nil) == isKept)
  }
}
