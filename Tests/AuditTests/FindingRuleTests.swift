import Deployments
import Diagnostics
import Flyte
import Foundation
import Judgment
import Manifests
import PodAPI
import Reports
import TestSupport
import Testing
import Values

@testable import Audit

extension AuditedCluster {
  /// The kinds of its errors and warnings.
  var serious: [FindingKind] { findings.filter { $0.severity > .note }.map(\.kind) }
}

/// Each kind of finding: what provokes it, and what does not.
@Suite struct FindingRuleTests {
  func audit(_ setup: FoundSetup) -> AuditedCluster { ClusterAudit(setup.subject).run() }

  /// The first finding of a kind.
  func finding(_ kind: FindingKind, _ setup: FoundSetup) -> AuditFinding? {
    audit(setup).findings.first { $0.kind == kind }
  }

  /// A template with more lines of its spec.
  func template(_ lines: String, context: String = "", _ inits: [String] = ["default-init"])
    -> String
  {
    manifest(["default"], inits: inits).replacingOccurrences(
      of: "    containers:\n", with: lines + "    containers:\n"
    ).replacingOccurrences(of: "drop: [ALL] },", with: "drop: [ALL] },\(context)")
  }

  @Test func everyKindHasItsRuleAndItsPage() {
    #expect(FindingRule.all.map(\.kind) == FindingKind.allCases)
    for rule in FindingRule.all {
      #expect(rule.meaning.hasSuffix(".") && rule.fix.hasSuffix("."), "\(rule.kind)")
      #expect(FindingRule.named(rule.kind.rawValue)?.kind == rule.kind)
    }
  }

  @Test(arguments: [
    ("v1.13.3", ["default-init"], 1), ("v1.15.3", [], 1), ("v1.15.3", ["default-init"], 0),
  ])
  func aReadOnlyRootIsLostOnTheWay(version: String, inits: [String], count: Int) throws {
    let text = manifest(["default"], inits: inits, readOnly: true)
    let found = try audit(setup(version, text, level: "privileged"))
    let lost = found.findings.filter { $0.kind == .notHonored }
    #expect(lost.count == count)
    for finding in lost {
      #expect(finding.containers.contains("co-pilot's container 'flyte-copilot-downloader'"))
      #expect(finding.words.contains("readOnlyRootFilesystem"))
      #expect(finding.place?.path == "templates.yaml")
    }
  }

  /// A refusal by Pod Security is reported as a refusal.
  @Test func whatIsRefusedIsNotToldTwice() throws {
    let found = try audit(setup("v1.16.8", manifest(["default"])))
    #expect(!found.refusals.isEmpty)
    #expect(!found.findings.contains { $0.kind == .notHonored })
  }

  @Test func aFieldThatFlyteDoesNotKnowIsLost() throws {
    let text = template("", context: " appArmorProfile: { type: RuntimeDefault },")
    let old = try #require(finding(.notHonored, try setup("v1.15.3", text)))
    #expect(old.words.contains("appArmorProfile"))
    #expect(old.fix == "move to Flyte v1.16.4 or later")
    #expect(finding(.notHonored, try setup("v1.16.8", text)) == nil)
  }

  @Test func namesAreFoundTwice() throws {
    let volume = template("    volumes: [{ name: flyte-inputs, emptyDir: {} }]\n")
    let found = try #require(finding(.duplicateName, try setup("v1.16.8", volume)))
    #expect(found.words.contains("two volumes are named 'flyte-inputs'"))
    #expect(found.place?.line ?? 0 > 0)
    let container = manifest(["default"], inits: ["flyte-copilot-downloader"])
    #expect(finding(.duplicateName, try setup("v1.13.3", container)) != nil)
    #expect(finding(.duplicateName, try setup("v1.16.8", container)) == nil)
    let mounts = manifest(["default", "primary"], inits: ["default-init"]).replacingOccurrences(
      of: "  - name: primary\n",
      with: "  - name: primary\n        volumeMounts: [{ name: cache, mountPath: /cache }]\n"
    ).replacingOccurrences(
      of: "    containers:\n",
      with: "    volumes: [{ name: cache, emptyDir: {} }]\n    containers:\n")
    let twice = try #require(finding(.duplicateName, try setup("v1.15.3", mounts)))
    #expect(twice.words.contains("/cache") && twice.fix.contains("v1.16.3"))
    #expect(finding(.duplicateName, try setup("v1.16.8", mounts)) == nil)
  }

  @Test func usersThatOnlyTheImageNames() throws {
    let text = manifest(["default"], inits: ["default-init"])
      .replacingOccurrences(of: "runAsUser: 65532, ", with: "")
    let found = try audit(setup("v1.16.8", text))
    let user = try #require(found.findings.first { $0.kind == .userByName })
    #expect(!user.containers.contains { $0.contains("co-pilot") })
    let copilot = try #require(found.findings.first { $0.kind == .copilotRoot })
    #expect(copilot.containers.count == 2 && copilot.severity == .error)
    #expect(
      try audit(setup("v1.16.8", manifest(["default"], inits: ["default-init"]))).serious == [])
  }

  @Test func usersThatCannotReadEachOther() throws {
    let text = manifest(["default"], inits: ["default-init"])
    let parts = text.components(separatedBy: "initContainers:")
    let other =
      parts[0] + "initContainers:"
      + parts[1].replacingOccurrences(of: "drop: [ALL] },", with: "drop: [ALL] }, runAsUser: 7,")
    #expect(finding(.copilotIDs, try setup("v1.16.8", other)) == nil)
    let apart = other.replacingOccurrences(of: "fsGroup: 65532, ", with: "")
    #expect(finding(.copilotIDs, try setup("v1.16.8", apart)) != nil)
    let group = apart.replacingOccurrences(
      of: "runAsUser: 65532,", with: "runAsUser: 65532, runAsGroup: 5,")
    #expect(finding(.copilotIDs, try setup("v1.16.8", group)) == nil)
  }

  @Test(arguments: [
    ("v1.16.8", 27, true), ("v1.16.8", 28, true), ("v1.16.8", 29, false), ("v1.15.3", 28, false),
  ])
  func uploadersThatBlock(version: String, minor: Int, isFound: Bool) throws {
    let text = manifest(["default"], inits: ["default-init"])
    let found = finding(.uploaderBlocks, try setup(version, text, kubernetes: minor))
    #expect((found != nil) == isFound)
  }

  @Test(arguments: [
    ("v1.15.3", false), ("v1.16.0", true), ("v1.16.5", true), ("v1.16.6", false),
    ("v2.0.43", false),
  ])
  func nanosecondsForSeconds(version: String, isFound: Bool) throws {
    let text = manifest(["default"], inits: ["default-init"])
    #expect((finding(.gracePeriod, try setup(version, text)) != nil) == isFound)
  }

  /// As it is known of each release: flyte#6530, and not in v2.
  @Test(arguments: [("v1.15.3", true), ("v1.16.8", false), ("v2.0.28", false)])
  func aTaskChangesTheTemplate(version: String, isFound: Bool) throws {
    let text = manifest(["default", "primary"]).replacingOccurrences(
      of: "drop: [ALL] }", with: "drop: [ALL] } ")
    // 'default' without a securityContext: 'primary' is then taken by its pointer.
    let bare = text.replacing(
      /(- name: default\n\s+image: p:1\n)\s+securityContext:.*\n/, with: { "\($0.1)" })
    let found = finding(.templateState, try setup(version, bare))
    #expect((found != nil) == isFound)
    if let found {
      #expect(found.words.contains("securityContext.capabilities.add"))
      #expect(found.words.contains("container"))
    }
    #expect(finding(.templateState, try setup(version, manifest(["default"]))) == nil)
  }

  /// In v2 an entry that is met by name is merged into itself.
  @Test func aNamedEntryGathersArguments() throws {
    let text = manifest(["default"], inits: ["flyte-copilot-downloader"])
    let found = try #require(finding(.templateState, try setup("v2.0.43", text)))
    #expect(found.words.contains("'args'") && found.words.contains("'command'"))
  }

  /// The same finding of several namespaces is one, with all places.
  @Test func equalFindingsAreOne() throws {
    let text = ["a", "b", "c"].map {
      manifest(["default"], inits: ["default-init"], name: "t-\($0)", namespace: $0, readOnly: true)
    }.joined(separator: "\n")
    let found = try audit(setup("v1.16.8", text)).findings.filter { $0.kind == .noWritableTmp }
    #expect(found.count == 1)
    #expect(found.first?.namespaces == 3 && found.first?.templates.count == 3)
    #expect(found.first?.places.count == 3)
  }

  /// Notes never change the exit status.
  @Test func notesDoNotCount() throws {
    let found = try audit(setup("v1.16.8", manifest(["default"], inits: ["default-init"])))
    #expect(found.findings.contains { $0.severity == .note } && found.serious.isEmpty)
    #expect(!AuditReport(clusters: [found]).fails(on: .finding))
  }
}
