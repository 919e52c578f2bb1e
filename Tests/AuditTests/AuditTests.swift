import Diagnostics
import Flyte
import Foundation
import Judgment
import Manifests
import TestSupport
import Testing

@testable import Audit

/// The findings, groups and advice of an audit.
@Suite struct AuditTests {
  private func audit(_ setup: FoundSetup) -> AuditedCluster { ClusterAudit(setup.subject).run() }

  @Test func equalNamespacesAreOneRow() throws {
    let names = (1...42).map { "team-\($0)" }
    let text = names.map { manifest(["default"], namespace: $0) }.joined(separator: "\n")
    let found = try audit(setup("v1.15.3", text))
    #expect(found.rows.count == 1)
    #expect(found.rows[0].namespaces.count == 42)
    #expect(found.namespaces == 42)
    #expect(found.pods == 42 * StandardTask.usual.count)
    let ptrace = try #require(found.refusals.first { $0.tasks == ["copilot-outputs"] })
    #expect(ptrace.namespaces == 42)
    #expect(
      AuditText(report: AuditReport(clusters: [found]), colors: false).text.text
        .contains("under flyte-default in 42 namespaces"))
  }

  @Test func namespacesThatDifferAreRowsOfTheirOwn() throws {
    let text =
      manifest(["default"], inits: ["default-init"], namespace: "a") + "\n"
      + manifest(["default"], namespace: "b") + "\n" + manifest(["default"], namespace: "c")
    let found = try audit(setup("v1.16.8", text))
    #expect(found.rows.map(\.namespaces) == [["a"], ["b", "c"]])
    #expect(found.rows[0].cells.allSatisfy { $0.now == .admitted && $0.refusal == nil })
  }

  @Test func templatesOfWhichTheSameBecomesStandTogether() throws {
    let text =
      manifest(["default"], name: "one") + "\n"
      + manifest(["default", "primary"], name: "two")
    let found = try audit(setup("v1.16.8", text))
    #expect(found.rows.map(\.templates) == [["one", "two"]])
    #expect(found.pods == 2 * StandardTask.usual.count)
  }

  /// The release that does it, and the fix that was tried.
  @Test(arguments: [
    ("v1.15.3", "copilot", "patch no-sys-ptrace", "release v1.16.0"),
    ("v1.13.3", "pod-helpers", "patch init-container-templates", "release v1.14.0"),
    ("v2.0.28", "pod-helpers", "policy fill", "release v2.0.29"),
  ])
  func theFixIsTheSmallestThatWasTried(
    version: String, task: String, step: String, otherwise: String
  ) throws {
    let found = try audit(setup(version, manifest(["default"])))
    let refusal = try #require(found.refusals.first { $0.tasks.contains(task) })
    func words(_ steps: [AuditStep]) -> [String] {
      steps.map { "\($0.parts.kind) \($0.parts.name)" }
    }
    #expect(refusal.fix.proof == .tried)
    #expect(words(refusal.fix.steps).contains(step))
    #expect(
      otherwise.isEmpty
        ? refusal.fix.otherwise.isEmpty : words(refusal.fix.otherwise).contains(otherwise))
  }

  /// Whatever fix is told lets every pod in that it is told for.
  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.15.3", "v1.16.8", "v2.0.28", "v2.0.43"])
  func everyFixHelpsWhereItIsTold(version: String) throws {
    for text in ["", manifest(["default"]), manifest(["primary"], inits: ["default-init"])] {
      let subject = try setup(version, text).subject
      let found = ClusterAudit(subject).run()
      let place = PodPlace(set: 0, template: text.isEmpty ? nil : 0)
      for cell in found.rows.flatMap(\.cells) {
        let fix = found.refusals.first { $0.number == cell.refusal }?.fix
        guard let fix, fix.proof == .tried else { continue }
        let task = JudgedTask.standard(try #require(StandardTask(named: cell.task)))
        for steps in [fix.steps, fix.otherwise, fix.governed] where !steps.isEmpty {
          let judgment = Judgment(deployment: subject.trial.deployment(taking: steps))
          #expect(
            place.task(task, judgment, subject.bareClaim).isAdmitted,
            "\(version) \(cell.task): \(AuditStep.words(steps))")
        }
      }
    }
  }

  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.15.3", "v2.0.28", "v2.0.43"])
  func aFixHasNoStepTooMany(version: String) throws {
    let subject = try setup(version, manifest(["primary"])).subject
    let search = FixSearch(subject)
    let place = PodPlace(set: 0, template: 0)
    var steps = 0
    for task in subject.tasks {
      guard let fix = search.fix(place, task, []) else { continue }
      for step in fix.steps {
        let fewer = fix.steps.filter { $0 != step }
        let judgment = Judgment(deployment: subject.trial.deployment(taking: fewer))
        #expect(!place.task(task, judgment, subject.bareClaim).isAdmitted, "\(task) \(step)")
        steps += 1
      }
    }
    #expect(steps > 5)
  }

  @Test func aFieldOfTheTemplateIsTakenOut() throws {
    let text = manifest(["default"], inits: ["default-init"])
      .replacingOccurrences(of: "drop: [ALL] }", with: "drop: [ALL], add: [SYS_ADMIN] }")
    let found = try audit(setup("v1.16.8", text))
    let fix = try #require(found.refusals.first { $0.tasks.contains("container") }?.fix)
    #expect(fix.proof == .tried)
    #expect(fix.words.contains("templates.yaml:"))
  }

  @Test func whatMakesItFailIsAsked() throws {
    let good = manifest(["default"], inits: ["default-init"])
    let clean = AuditReport(clusters: [try audit(setup("v1.16.8", good))])
    #expect(!clean.hasRefusals && !clean.hasFindings)
    let refused = AuditReport(clusters: [try audit(setup("v1.15.3", good))])
    #expect(refused.fails(on: .refused) && refused.fails(on: .finding))
    #expect(!refused.fails(on: .never))
    // AWS' manager fails for a variable: the pod is let in and lacks its secret.
    let lacking = AuditReport(clusters: [try audit(setup("v2.0.7", "", level: "privileged"))])
    #expect(!lacking.fails(on: .refused) && lacking.fails(on: .finding))
  }

  @Test func whatIsNotCoveredIsNamedAndNeverPasses() throws {
    let old = try audit(setup("v1.16.8", manifest(["default"])))
    let new = try audit(setup("v2.0.43", manifest(["default"])))
    #expect(!old.notCovered.contains { $0.pods.contains("Knative") })
    #expect(new.notCovered.contains { $0.pods.contains("Knative") })
    let report = AuditReport(clusters: [new])
    for kind in new.notCovered {
      #expect(AuditText(report: report, colors: false).text.text.contains(kind.pods))
      #expect(AuditJUnit(report: report).text.text.contains("\(kind.pods)\"><skipped"))
    }
  }

  /// The page and the report name the same pods.
  @Test func docsCoverageHasWhatIsNotCovered() throws {
    let page = try String(
      contentsOf: Snapshots.repository.appending(path: "docs/coverage.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let open = rows.filter { $0.count >= 3 && $0[2] == "if its operator is named" }.map { $0[0] }
    #expect(open == NotCovered.all.map(\.pods))
  }

  /// facts of each range, by the plugin manager of its releases.
  @Test(arguments: [
    ("v1.9.2", "fails-after-retries", "retried-until-budget-ends", "retried-until-budget-ends"),
    ("v1.16.6", "fails-after-retries", "retried-until-budget-ends", "retried-until-budget-ends"),
    ("v1.16.7", "fails-after-retries", "fails-at-once", "fails-at-once"),
    ("v2.0.38", "fails-after-retries", "seems-stuck", "seems-stuck"),
    ("v2.0.39", "fails-after-retries", "fails-at-once", "seems-stuck"),
    ("v2.0.42", "fails-after-retries", "fails-at-once", "seems-stuck"),
    ("v2.0.43", "fails-after-retries", "fails-at-once", "fails-at-once"),
  ])
  func whatThePersonSees(
    version: String, forbidden: String, invalid: String, badRequest: String
  ) throws {
    let release = try #require(Release.named(version))
    let seen = PodAnswer.allCases.map { release.task(refusedWith: $0).rawValue }
    #expect(seen == [forbidden, invalid, badRequest])
  }

  @Test func aReadOnlyRootWithoutTmpIsTold() throws {
    let text = manifest(["default"], inits: ["default-init"], readOnly: true)
    let found = try audit(setup("v1.16.8", text))
    #expect(found.refusals.isEmpty)
    #expect(found.serious == [.noWritableTmp])
    #expect(AuditReport(clusters: [found]).fails(on: .finding))
    let mounted = text.replacingOccurrences(
      of: "    containers:", with: "    volumes: [{ name: tmp, emptyDir: {} }]\n    containers:"
    ).replacingOccurrences(
      of: "  - name: default\n",
      with: "  - name: default\n        volumeMounts: [{ name: tmp, mountPath: /tmp }]\n")
    #expect(try audit(setup("v1.16.8", mounted)).serious.isEmpty)
  }

  @Test func namespacesWithoutADefaultTemplateAreTold() throws {
    let good = manifest(["default"], inits: ["default-init"], namespace: "a")
    let other = manifest(["default"], inits: ["default-init"], name: "gpu", namespace: "b")
    let both = good.replacingOccurrences(of: "flyte-default", with: "flyte-template") + "\n" + other
    let found = try audit(setup("v1.16.8", both))
    #expect(found.serious == [.noDefaultTemplate])
    #expect(found.findings[0].namespaces == 1 && found.findings[0].templates == ["gpu"])
    #expect(try audit(setup("v2.0.28", both)).serious == [.templatesIgnored])
  }
}
