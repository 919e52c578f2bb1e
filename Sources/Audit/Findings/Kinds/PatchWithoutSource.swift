import Deployments
import Diagnostics
import Values

extension FindingRule {
  static let patchWithoutSource = FindingRule(
    kind: .patchWithoutSource,
    meaning:
      "Claimed pods need a patch of Flyte, and no patch can be made: the config has no `source`.",
    fix:
      "Add `source` with a Flyte checkout to the cluster's `flyte`. If you cannot rebuild Flyte, use `policies: auto`."
  ) { context in
    guard !context.withoutSource.isEmpty else { return [] }
    let names = context.withoutSource.map { "'\($0)'" }.listed
    return [
      Finding(
        words:
          "pods need \(context.withoutSource.count == 1 ? "the patch" : "the patches") \(names), and no patch can be made without 'source'",
        fix: "add 'source' with a Flyte checkout to 'flyte', or use 'policies: auto'",
        place: context.place)
    ]
  }
}
