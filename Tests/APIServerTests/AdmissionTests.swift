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

  @Test(arguments: [
    (#""priorityClassName": "urgent""#, true), (#""priorityClassName": "other""#, false),
    // What its value is, nobody said.
    (#""priorityClassName": "urgent", "priority": 5"#, true),
    (#""priorityClassName": "system-cluster-critical""#, true),
    (#""runtimeClassName": "gvisor", "overhead": {"cpu": "1"}"#, true),
    (#""runtimeClassName": "other""#, false),
  ])
  func aClassThatIsNotListedIsNotThere(fields: String, isKept: Bool) {
    let classes = ClusterClasses(runtimeNames: ["gvisor"], priorityNames: ["urgent"])
    #expect((Self.pod(fields, classes: classes) == nil) == isKept)
  }

  @Test func whatIsThereIsNamed() throws {
    let classes = ClusterClasses(runtimeNames: [], priorityNames: ["urgent"])
    func message(_ fields: String) throws -> String? {
      let spec = try ValidationTests.object(
        ValidationTests.container("", pod: fields), as: "PodSpec")
      return Server(ServerRelease(minor: 36), classes: classes)
        .refusals(ofPod: nil, spec: PodDefaults.pod(spec)).first?.message
    }
    #expect(
      try message(#""priorityClassName": "urgnt""#)
        == "there is no priority class 'urgnt'; write one of system-cluster-critical, system-node-critical, urgent"
    )
    #expect(
      try message(#""runtimeClassName": "a""#) == "there is no runtime class 'a'; remove it")
  }

  @Test func classesThatMayBeThereAreNotJudged() throws {
    let spec = try ValidationTests.object(
      #"{"priorityClassName": "urgent", "runtimeClassName": "gvisor"}"#, as: "PodSpec")
    #expect(ClusterClasses.unknown.unjudged(in: spec) == [.priorityClassName, .runtimeClassName])
    let listed = ClusterClasses(runtimeNames: ["gvisor"], priorityNames: [])
    #expect(listed.unjudged(in: spec) == [])
    let own = try ValidationTests.object(
      #"{"priorityClassName": "system-node-critical"}"#, as: "PodSpec")
    #expect(ClusterClasses.unknown.unjudged(in: own) == [])
  }
}
