import Command
import Foundation
import TestSupport
import Testing

/// Files with objects of clusters, and what is wrong in them.
@Suite struct RuleFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func audit(
    _ keys: String, file: String? = nil, platform: String? = nil,
    namespaces: String = "[{ name: tasks }, { name: more }]"
  ) throws -> (failed: Bool, text: String) {
    if let file { _ = try folder.write(file, to: "file.yaml") }
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.33"\(platform.map { ", platform: \($0)" } ?? "") }
          \(keys)
          namespaces: \(namespaces)
          assign: [{ profile: builtin/openshift }]
      """, to: "config.yaml")
    let result = run(["audit", "--config", folder.url.appending(path: "config.yaml").path])
    return (result.complaint.contains(": error:"), result.complaint)
  }

  private func object(
    _ kind: String, _ spec: String, name: String = "one", namespace: String = "tasks"
  ) -> String {
    """
    apiVersion: v1
    kind: \(kind)
    metadata: { name: \(name), namespace: \(namespace) }
    spec: { \(spec) }

    """
  }

  @Test(arguments: [
    "quotas: [{ file: nowhere.yaml }]", "limitRanges: [{ file: nowhere.yaml }]",
    "scc: { file: nowhere.yaml, uidRange: 1000/10, mcs: \"s0:c1,c2\" }",
    "scc: { namespaces: nowhere.yaml }",
  ])
  func aMissingFileIsAFaultAtItsName(keys: String) throws {
    let (failed, text) = try audit(keys, platform: "openshift")
    #expect(failed)
    let faults = text.components(separatedBy: "[file/unreadable]").count - 1
    #expect(faults == 1, "\(text)")
    #expect(text.contains("config.yaml:6:"), "\(text)")
  }

  @Test(arguments: [
    ("", "1:1: error: the file has neither a LimitRange nor a ResourceQuota"),
    ("kind: Pod\n", "1:1: error: the file has neither a LimitRange nor a ResourceQuota"),
    (
      "kind: Resourcequota\nspec: { hard: { pods: 1 } }\n",
      "1:7: error: Kubernetes has no kind 'Resourcequota'"
    ),
    (
      "kind: ResourceQuota\nmetadata: { name: a }\n",
      "1:1: error: 'spec' is missing in the ResourceQuota 'a'"
    ),
    (
      "kind: LimitRange\nmetadata: { name: a }\n",
      "1:1: error: 'spec' is missing in the LimitRange 'a'"
    ),
  ])
  func aFileWithoutObjectsIsAFault(file: String, fault: String) throws {
    let (failed, text) = try audit("quotas: [{ file: file.yaml }]", file: file)
    #expect(failed)
    #expect(text.contains("file.yaml:\(fault)"), "\(text)")
    #expect(!text.contains("in one of the namespaces here"), "\(text)")
  }

  @Test func aMisspelledKindIsSuggested() throws {
    let text = try audit("quotas: [{ file: file.yaml }]", file: "kind: Resourcequota\n").text
    #expect(text.contains("hint: did you mean 'ResourceQuota'?"), "\(text)")
  }

  /// This is what kubectl prints for a cluster without such objects.
  @Test func aListOfNothingIsRight() throws {
    let (failed, text) = try audit(
      "quotas: [{ file: file.yaml }]", file: "apiVersion: v1\nitems: []\nkind: List\n")
    #expect(!failed)
    #expect(!text.contains("file.yaml"), "\(text)")
  }

  @Test func anEmptyFileOfConstraintsHasAPlace() throws {
    let text = try audit(
      "scc: { file: file.yaml, uidRange: 1000/10, mcs: \"s0:c1,c2\" }", file: "",
      platform: "openshift"
    ).text
    #expect(text.contains("file.yaml:1:1: error: the file has no object of the kind"), "\(text)")
  }

  @Test func aFileOfAnotherClusterIsReported() throws {
    let file = object("ResourceQuota", "hard: { pods: 1 }", namespace: "far")
    let (failed, text) = try audit("quotas: [{ file: file.yaml }]", file: file)
    #expect(!failed)
    #expect(
      text.contains(
        "config.yaml:6:22: warning: no object of 'file.yaml' is in one of the namespaces here: they are in 'far'"
      ), "\(text)")
    let both = file + "---\n" + object("LimitRange", "limits: []", namespace: "more")
    let fitting = try audit("quotas: [{ file: file.yaml }]", file: both).text
    #expect(!fitting.contains("in one of the namespaces here"), "\(fitting)")
  }

  @Test func objectsThatContradictEachOtherAreAFault() throws {
    let file =
      object("ResourceQuota", "hard: { pods: 1 }") + "---\n"
      + object("ResourceQuota", "hard: { pods: 2 }")
    let (failed, text) = try audit("quotas: [{ file: file.yaml }]", file: file)
    #expect(failed)
    #expect(
      text.contains(
        "file.yaml:9:7: error: the namespace 'tasks' has two descriptions of the ResourceQuota 'one', which differ"
      ), "\(text)")
    #expect(text.contains("file.yaml:4:7: note: the other one is here"), "\(text)")
  }

  @Test func anObjectThatIsThereTwiceCountsOnce() throws {
    let quota = object("ResourceQuota", "hard: { pods: 0 }")
    let (failed, text) = try audit(
      "quotas: [{ file: file.yaml }, { file: file.yaml }, { name: one, hard: { pods: \"0\" } }]",
      file: quota + "status: { hard: { pods: 0 }, used: { pods: 0 } }\n---\n" + quota)
    #expect(!text.contains("two descriptions"), "\(text)")
    #expect(!failed, "\(text)")
  }

  /// Objects of the config without a name are several.
  @Test func objectsWithoutANameAreSeveral() throws {
    let text = try audit("quotas: [{ hard: { pods: 1 } }, { hard: { pods: 2 } }]").text
    #expect(!text.contains("two descriptions"), "\(text)")
  }

  @Test func aNamespaceThatIsThereTwiceIsAFaultIfItDiffers() throws {
    func namespace(_ block: String) -> String {
      """
      - kind: Namespace
        metadata:
          name: tasks
          annotations: { openshift.io/sa.scc.uid-range: \(block)/10000, openshift.io/sa.scc.mcs: "s0:c26,c5" }

      """
    }
    func audit(_ blocks: String...) throws -> String {
      try self.audit(
        "scc: { namespaces: file.yaml }",
        file: "kind: List\nitems:\n" + blocks.map(namespace).joined(), platform: "openshift",
        namespaces: "[{ name: tasks }]"
      ).text
    }
    let text = try audit("1000660000", "1000670000")
    #expect(
      text.contains("file.yaml:7:3: error: the namespace 'tasks' is there twice"), "\(text)")
    #expect(text.contains("file.yaml:3:3: note: it is here too"), "\(text)")
    #expect(try !audit("1000660000", "1000660000").contains("twice"))
  }
}
