extension FindingRule {
  static let notHonored = FindingRule(
    kind: .notHonored,
    meaning:
      "Hardening that a profile or a PodTemplate asks for does not reach a container: a read-only root, user and group ids, `fsGroup`, AppArmor, seccomp, capabilities. Pod Security may admit the pod all the same. A pod that it refuses is reported as a refusal instead.",
    fix:
      "Follow the fix of the message: add `default-init` to the PodTemplate, deploy a patch, move to a later release, or set it elsewhere."
  ) { context in
    guard let lost = context.lost else {
      return context.lines.flatMap { LostHardening(line: $0, context: context).findings }
    }
    return lost.enumerated().map { number, value in
      Finding(
        scope: FindingScope(
          number: number, templates: value.templates, namespaces: value.namespaces),
        words: value.words, fix: value.fix, place: value.place)
    }
  }
}
