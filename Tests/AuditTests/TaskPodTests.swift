import Audit
import Diagnostics
import Flyte
import Manifests
import PodAPI
import Reports
import Testing
import Values

/// The pods of users' own tasks: read as flytekit and Flyte read them, each fault at its place.
@Suite struct TaskPodTests {
  private func read(
    _ text: String, primary: String? = nil
  ) -> (task: OwnTask?, faults: [String]) {
    var diagnostics = DiagnosticList()
    let task = TaskPodReading.read(
      SourceFile(path: "t.yaml", bytes: Array(text.utf8)), name: "t.yaml",
      primary: primary.map { Located($0, origin: .tool) }, into: &diagnostics)
    return (task, diagnostics.sorted.map { "\($0.span?.description ?? "-") [\($0.id.name)]" })
  }

  private static let two = "containers: [{ name: main, image: i }, { name: helper, image: i }]"

  @Test(arguments: [
    ("primary_container_name: main\npod_spec: { \(two) }\n", "main"),
    ("pod_spec: { containers: [{ name: primary, image: i }] }\n", "primary"),
    ("labels: { a: b }\n", "primary"),
    ("kind: Pod\nspec: { containers: [{ name: only, image: i }] }\n", "only"),
    (
      "kind: Pod\nmetadata: { annotations: { primary_container_name: helper } }\nspec: { \(two) }\n",
      "helper"
    ),
    ("kind: PodTemplate\ntemplate: { spec: { containers: [{ name: a, image: i }] } }\n", "a"),
  ])
  func theTasksContainerIsFound(text: String, primary: String) {
    let found = read(text)
    #expect(found.faults.isEmpty, "\(found.faults)")
    #expect(found.task?.body.primaryContainer == primary)
  }

  @Test func labelsAndAnnotationsArePartOfThePod() {
    let task = read(
      "labels: { team: a }\nannotations: { note: b }\npod_spec: { containers: [] }\n"
    ).task
    #expect(task?.body.labels["team"] == .string("a"))
    #expect(task?.body.annotations["note"] == .string("b"))
    // flytekit adds the primary container, and the image that it lacks.
    #expect(task?.body.spec[.containers]?.items.count == 1)
  }

  @Test func whoNamesTheContainerOnTheCommandLineIsHeard() {
    let text = "kind: Pod\nspec: { \(Self.two) }\n"
    #expect(read(text, primary: "helper").task?.body.primaryContainer == "helper")
    #expect(
      read(text, primary: "hepler").faults == ["t.yaml:2:21 [task-pod/no-primary-container]"])
  }

  @Test(arguments: [
    ("[1]\n", "t.yaml:1:1 [task-pod/not-a-pod]"),
    ("kind: Deployment\n", "t.yaml:1:7 [task-pod/not-a-pod]"),
    ("containers: []\n", "t.yaml:1:1 [task-pod/not-a-pod]"),
    ("image: x\n", "t.yaml:1:1 [task-pod/not-a-pod]"),
    ("podspec: {}\nlabels: {}\n", "t.yaml:1:1 [task-pod/not-a-pod]"),
    ("primary_container_name: 7\n", "t.yaml:1:25 [task-pod/not-a-pod]"),
    ("kind: PodTemplate\n", "t.yaml:1:7 [task-pod/not-a-pod]"),
    ("kind: Pod\nspec: { hostIPC: true }\n", "t.yaml:2:7 [task-pod/no-container]"),
    ("kind: Pod\nspec: { \(two) }\n", "t.yaml:2:21 [task-pod/no-primary-container]"),
    (
      "kind: Pod\nmetadata: { annotations: { primary_container_name: x } }\nspec: { \(two) }\n",
      "t.yaml:2:52 [task-pod/no-primary-container]"
    ),
    (
      "primary_container_name: mian\npod_spec: { \(two) }\n",
      "t.yaml:1:25 [task-pod/primary-container-added]"
    ),
    ("pod_spec: { contaners: [] }\n", "t.yaml:1:13 [config/unknown-key]"),
    ("pod_spec: { hostNetwork: maybe }\n", "t.yaml:1:26 [config/wrong-type]"),
    ("", "t.yaml [yaml/empty]"),
    ("labels: {}\n---\nlabels: {}\n", "t.yaml:3:1 [yaml/several-documents]"),
  ])
  func isToldAtItsPlace(text: String, fault: String) {
    #expect(read(text).faults.first == fault)
  }

  /// A value of a task's author is reported at its place in the author's file.
  @Test func whatTheTaskAsksForIsTheTasks() throws {
    let own = try #require(
      read(
        """
        primary_container_name: main
        pod_spec:
          hostNetwork: true
          containers:
          - { name: main, image: i, securityContext: { runAsUser: 0 } }
        """
      ).task)
    let found = try setup(
      "v1.16.8", manifest(["default"], inits: ["default-init"]), own: [.own(own)])
    let cluster = ClusterAudit(found.subject).run()
    let refusal = try #require(cluster.refusals.first { $0.tasks == ["t.yaml"] })
    #expect(
      refusal.causes.map { "\($0.fields) \($0.place?.description ?? "-")" }
        == ["[\"hostNetwork\"] t.yaml:3:16", "[\"securityContext.runAsUser\"] t.yaml:5:59"])
    #expect(refusal.fix.proof == .advised)
  }
}
