import Command
import Foundation
import TestSupport
import Testing

/// Files with objects of clusters that cannot be read.
@Suite struct RuleFilesTests {
  @Test(arguments: [
    "quotas: [{ file: nowhere.yaml }]", "limitRanges: [{ file: nowhere.yaml }]",
    "scc: { file: nowhere.yaml, uidRange: 1000/10, mcs: \"s0:c1,c2\" }",
    "scc: { namespaces: nowhere.yaml }",
  ])
  func aMissingFileIsAFaultAtItsName(keys: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.33", platform: openshift }
          \(keys)
          namespaces: [{ name: tasks }, { name: more }]
          assign: [{ profile: builtin/openshift }]
      """, to: "config.yaml")
    let result = run(["audit", "--config", folder.url.appending(path: "config.yaml").path])
    #expect(result.status == .failure)
    let faults = result.complaint.components(separatedBy: "[file/unreadable]").count - 1
    #expect(faults == 1, "\(result.complaint)")
    #expect(result.complaint.contains("config.yaml:6:"), "\(result.complaint)")
  }
}
