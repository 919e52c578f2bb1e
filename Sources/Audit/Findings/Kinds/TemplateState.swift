import Deployments
import Diagnostics
import Flyte

extension FindingRule {
  static let templateState = FindingRule(
    kind: .templateState,
    meaning:
      "Flyte up to v1.15.3, and from v2.0.29 on, merges tasks into the PodTemplate that it keeps in memory. What one task adds, a capability or an argument, later tasks get as well, until Flyte is restarted or the PodTemplate changes.",
    fix:
      "Build Flyte with the patch `podtemplate-copies`, or move to v1.16.0 or later (not v2). A complete `securityContext` with `capabilities` in `default`, and a `default-init`, keep most of it away."
  ) { context in
    guard context.behaviors.store == .shared else { return [] }
    let isV1 = context.deployment.release.line == .v1
    let patch = "build Flyte with the patch '\(ModeledPatch.podTemplateCopies.rawValue)'"
    return context.lines.compactMap { line in
      let leak = TemplateLeak(line: line, context: context)
      guard let found = leak?.found else { return nil }
      return Finding(
        scope: line.scope,
        words:
          "tasks (\(found.first.joined(separator: ", "))) change the PodTemplate in Flyte's memory: later tasks (\(found.later.joined(separator: ", "))) get other values of \(found.fields.map { "'\($0)'" }.listed)",
        fix: isV1 ? "\(patch), or move to Flyte v1.16.0 or later" : patch)
    }
  }
}
