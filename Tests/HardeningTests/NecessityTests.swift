import Admission
import Deployments
import Flyte
import Foundation
import PodAPI
import TestSupport
import Testing
import Values

@testable import Hardening
@testable import Judgment

/// What each release needs for `restricted`, with the usual templates and settings: docs/necessity.md.
@Suite struct NecessityTests {
  private static func candidates(of release: Release) -> [String] {
    ModeledPatch.allCases.filter { release.behaviors.needs($0) && $0.plugin == nil }
      .map(\.rawValue)
  }

  private static func isEnough(
    _ fix: FixChoice, _ release: Release, _ spec: TreeLiteral, _ settings: TreeLiteral,
    _ trial: inout ClaimTrial
  ) -> Bool {
    trial.passes(
      NecessitySetups.deployment(release, fix.patches, spec, settings, policies: fix.policies))
  }

  private static func pick(
    _ release: Release, _ spec: TreeLiteral, _ settings: TreeLiteral, _ tasks: [StandardTask]
  ) -> FixChoice? {
    var trial = ClaimTrial(tasks: tasks.map(JudgedTask.standard))
    return SmallestFix(candidates: candidates(of: release), canUsePolicies: true) {
      isEnough($0, release, spec, settings, &trial)
    }.find()
  }

  private static func words(_ fix: FixChoice?) -> String {
    guard let fix else { return "nothing is enough" }
    let names = fix.patches.map { "`\($0)`" } + (fix.policies ? ["a policy"] : [])
    return names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }

  /// Of each band of releases that behave alike the first, and the table's lines for it.
  private static var bands: [(first: Release, last: Release)] {
    var bands: [(first: Release, last: Release)] = []
    for release in Release.all where !release.isPrerelease {
      if let last = bands.last, last.first.line == release.line,
        facts(last.first) == facts(release)
      {
        bands[bands.count - 1].last = release
      } else {
        bands.append((release, release))
      }
    }
    return bands
  }

  private struct Facts: Equatable {
    let behaviors: Behaviors
    let marks: PodMarks
  }

  /// What of a release's behavior decides a pod's security contexts, and how policies know its pods.
  private static func facts(_ release: Release) -> Facts {
    let any = Release.all[0].behaviors
    var behaviors = release.behaviors
    behaviors.secretManagers = any.secretManagers
    behaviors.webhook = any.webhook
    behaviors.copilotImage = any.copilotImage
    behaviors.apiMinor = any.apiMinor
    return Facts(behaviors: behaviors, marks: PodMarks(release))
  }

  @Test func theTableIsWhatTheSearchPicks() throws {
    var lines: [String] = []
    var rows: [(band: String, cells: [String])] = []
    for band in Self.bands {
      var cells: [String] = []
      for template in NecessitySetups.templates {
        for settings in NecessitySetups.settings {
          for shapes in NecessitySetups.shapes {
            cells.append(
              Self.words(Self.pick(band.first, template.spec, settings.tree, shapes.tasks)))
          }
        }
      }
      // Neighbors of which the same is needed are one line.
      if let last = rows.last, last.cells == cells,
        last.band.prefix(3) == band.first.name.prefix(3)
      {
        let first = last.band.components(separatedBy: " to ")[0]
        rows[rows.count - 1].band = "\(first) to \(band.last.name)"
      } else {
        let name =
          band.first == band.last ? band.first.name : "\(band.first.name) to \(band.last.name)"
        rows.append((name, cells))
      }
    }
    var column = 0
    for template in NecessitySetups.templates {
      for settings in NecessitySetups.settings {
        lines.append("## Template: \(template.name); settings: \(settings.name)\n")
        lines.append("| releases | all shapes but pod tasks with helpers | all shapes |")
        lines.append("| --- | --- | --- |")
        for row in rows {
          lines.append("| \(row.band) | \(row.cells[column]) | \(row.cells[column + 1]) |")
        }
        lines.append("")
        column += 2
      }
    }
    let start = "<!-- made by NecessityTests -->\n"
    let url = Snapshots.repository.appending(path: "docs/necessity.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    let parts = page.components(separatedBy: start)
    #expect(parts.count == 2)
    let made = parts[0] + start + "\n" + lines.joined(separator: "\n").dropLast()
    if Snapshots.isRecording { try made.write(to: url, atomically: true, encoding: .utf8) }
    #expect(made == page || Snapshots.isRecording)
  }

  /// As pods that real Flyte built show (flyte-oracle).
  @Test(arguments: [
    ("v1.9.2", 2, 0, "`no-sys-ptrace`, `init-container-templates`"),
    ("v1.13.3", 2, 0, "`no-sys-ptrace`, `init-container-templates`"),
    ("v1.14.1", 2, 0, "`no-sys-ptrace`"), ("v1.15.3", 2, 0, "`no-sys-ptrace`"),
    ("v1.16.0", 2, 0, "nothing"), ("v1.16.8", 2, 0, "nothing"), ("v2.0.29", 2, 0, "nothing"),
    ("v2.0.43", 2, 0, "nothing"), ("v2.0.16", 2, 0, "a policy"), ("v2.0.28", 2, 2, "a policy"),
    ("v1.16.8", 0, 0, "a policy"),
  ])
  func whatIsNeededForAllShapes(release: String, template: Int, settings: Int, words: String) throws
  {
    let release = try #require(Release.named(release))
    let pick = Self.pick(
      release, NecessitySetups.templates[template].spec, NecessitySetups.settings[settings].tree,
      StandardTask.withoutSecrets)
    #expect(Self.words(pick) == words)
  }

  @Test func twoPatchesWithSettingsAreEnoughWhereTemplatesAreIgnored() throws {
    let release = try #require(Release.named("v2.0.28"))
    let pick = Self.pick(
      release, NecessitySetups.templates[0].spec, NecessitySetups.settings[2].tree,
      NecessitySetups.shapes[0].tasks)
    #expect(Self.words(pick) == "`default-security-context`, `copilot-security-context`")
  }

  /// Every set of patches, with and without policies, is tried: none that is enough is smaller.
  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.15.3", "v1.16.8", "v2.0.28", "v2.0.43"])
  func noPickIsLargerThanTheSmallest(name: String) throws {
    let release = try #require(Release.named(name))
    let candidates = Self.candidates(of: release)
    for template in NecessitySetups.templates {
      for settings in NecessitySetups.settings {
        let pick = try #require(
          Self.pick(release, template.spec, settings.tree, StandardTask.withoutSecrets))
        var trial = ClaimTrial()
        for policies in [false, true] {
          for bits in 0..<(1 << candidates.count) {
            let names = candidates.indices.filter { bits & (1 << $0) != 0 }.map { candidates[$0] }
            let isSmaller =
              pick.policies == policies
              ? names.count < pick.patches.count : pick.policies && !policies
            guard isSmaller else { continue }
            let fix = FixChoice(patches: names, policies: policies)
            #expect(
              !Self.isEnough(fix, release, template.spec, settings.tree, &trial),
              "\(fix) is smaller than \(pick)")
          }
        }
      }
    }
  }
}
