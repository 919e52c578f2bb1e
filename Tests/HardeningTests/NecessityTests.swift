import Admission
import Deployments
import Flyte
import Foundation
import PodAPI
import PodSecurity
import TestSupport
import Testing
import Values

@testable import Hardening
@testable import Judgment

/// What each release needs for `restricted`, with the usual templates and settings: docs/necessity.md.
@Suite struct NecessityTests {
  private static let context: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
  ]
  private static let podContext: TreeLiteral = [
    "runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"],
  ]

  private static func container(_ name: String) -> TreeLiteral {
    ["image": "p:1", "name": .string(name), "securityContext": context]
  }

  private static let templates: [(name: String, spec: TreeLiteral)] = [
    ("none", [:]),
    ("default", ["containers": [container("default")], "securityContext": podContext]),
    (
      "default, default-init",
      [
        "containers": [container("default")], "initContainers": [container("default-init")],
        "securityContext": podContext,
      ]
    ),
  ]

  private static let settings: [(name: String, tree: TreeLiteral)] = [
    ("none", [:]),
    (
      "both defaults",
      ["default-security-context": context, "default-pod-security-context": podContext]
    ),
    (
      "both defaults, co-pilot",
      [
        "co-pilot": ["security-context": context], "default-security-context": context,
        "default-pod-security-context": podContext,
      ]
    ),
  ]

  private static let shapes: [(name: String, tasks: [StandardTask])] = [
    ("all but helpers", StandardTask.withoutSecrets.filter { $0 != .podHelpers }),
    ("all", StandardTask.withoutSecrets),
  ]

  /// A cluster whose one template is all that hardens pods.
  private static func deployment(
    _ release: Release, _ patches: [String], _ spec: TreeLiteral, _ settings: TreeLiteral,
    policies: Bool
  ) -> Deployment {
    let behaviors = patches.compactMap(ModeledPatch.init(named:))
      .reduce(release.behaviors) { $0.applying($1) }
    let template = PodTemplate(
      name: "flyte-default", labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: spec.tree, profiles: ["restricted"],
      claim: Claim(level: "restricted", minor: nil, origin: .tool))
    return Deployment(
      name: "c", version: release.name, release: release, behaviors: behaviors,
      flyteNamespace: "flyte", kubernetesMinor: 36, platform: "vanilla", chart: nil, image: nil,
      defaultTemplate: "flyte-default", templateSets: [PodTemplateSet(templates: [template])],
      namespaces: [],
      settings: settings.tree.setting("default-pod-template-name", to: .string("flyte-default")),
      policies: policies ? Self.policies(of: release) : .none)
  }

  private static func policies(of release: Release) -> ClusterPolicies {
    let decoder = PodDecoder(minor: 36)
    let context = decoder.decode(PlainValue(context.tree), as: "SecurityContext")
    let pod = PodObject([
      .init(
        .securityContext,
        .object(decoder.decode(PlainValue(podContext.tree), as: "PodSecurityContext")))
    ])
    let profile = PolicyProfile(
      name: "restricted", pod: pod,
      contexts: Dictionary(
        uniqueKeysWithValues: PolicyProfile.Role.allCases.map { ($0, context) }),
      addable: PodSecurityLevel.restricted.addableCapabilities, dropsAll: true,
      copilotPrefix: PluginSettings.Copilot().name)
    let policy = MutatingPolicy.filling(
      profile, name: "fill", minor: 36, marks: PodMarks(release))
    return ClusterPolicies(
      engine: .kubernetes, mutatingVersion: .v1,
      profiles: [
        ProfilePolicies(
          name: "restricted", said: [profile], profileNames: ["restricted"], mutating: policy,
          validating: nil,
          templateSets: [0], namespaces: ["a"])
      ])
  }

  private static func candidates(of release: Release) -> [String] {
    ModeledPatch.allCases.filter { release.behaviors.needs($0) && $0.plugin == nil }
      .map(\.rawValue)
  }

  private static func isEnough(
    _ fix: FixChoice, _ release: Release, _ spec: TreeLiteral, _ settings: TreeLiteral,
    _ trial: inout ClaimTrial
  ) -> Bool {
    trial.passes(deployment(release, fix.patches, spec, settings, policies: fix.policies))
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
      for template in Self.templates {
        for settings in Self.settings {
          for shapes in Self.shapes {
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
    for template in Self.templates {
      for settings in Self.settings {
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
      release, Self.templates[template].spec, Self.settings[settings].tree,
      StandardTask.withoutSecrets)
    #expect(Self.words(pick) == words)
  }

  @Test func twoPatchesWithSettingsAreEnoughWhereTemplatesAreIgnored() throws {
    let release = try #require(Release.named("v2.0.28"))
    let pick = Self.pick(
      release, Self.templates[0].spec, Self.settings[2].tree, Self.shapes[0].tasks)
    #expect(Self.words(pick) == "`default-security-context`, `copilot-security-context`")
  }

  /// Every set of patches, with and without policies, is tried: none that is enough is smaller.
  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.15.3", "v1.16.8", "v2.0.28", "v2.0.43"])
  func noPickIsLargerThanTheSmallest(name: String) throws {
    let release = try #require(Release.named(name))
    let candidates = Self.candidates(of: release)
    for template in Self.templates {
      for settings in Self.settings {
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
