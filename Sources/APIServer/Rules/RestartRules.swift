import Diagnostics
import PodAPI

// When containers begin again: by their own policies, and after their resources change.

extension ValidationPass {
  mutating func restarting(_ container: PodObject, isInit: Bool) {
    guard release.holds(.restartRules), release.has(.containerRestartRules) else {
      restartingBeforeRules(container, isInit: isInit)
      return
    }
    if let policy = container[.restartPolicy]?.string {
      check(policy, among: FieldChoices.restart, at: .restartPolicy)
    }
    let rules = container.items(.restartPolicyRules)
    guard !rules.isEmpty else { return }
    let isSidecar = isInit && container.text(.restartPolicy) == "Always"
    if isSidecar, !release.has(.restartAllContainers) {
      refuse(
        .forbidden, at: .restartPolicyRules,
        "cannot be set with 'restartPolicy: Always'; remove them")
      return
    }
    if container[.restartPolicy] == nil {
      // 1.34 looked at no rules of an init container without a policy, and since then at no more.
      if !isInit || release.holds(.restartRulesOfInit) {
        refuse(
          .required, at: .restartPolicy,
          "is missing, with restartPolicyRules; write, for example, 'restartPolicy: Never'")
      }
      if isInit { return }
    }
    if rules.count > 20 {
      refuse(tooMany, at: .restartPolicyRules, "have \(rules.count) entries; 20 is the limit")
    }
    each(.restartPolicyRules, of: container) { pass, rule, _ in pass.restartRule(rule) }
  }

  /// The server's word for a list that is too long.
  private var tooMany: Refusal.Kind { release.holds(.tooManyIsSaid) ? .tooMany : .tooLong }

  /// Before 1.34 only init containers have a policy, and one word for it.
  private mutating func restartingBeforeRules(_ container: PodObject, isInit: Bool) {
    guard let policy = container[.restartPolicy]?.string else { return }
    if isInit {
      check(policy, among: ["Always"], at: .restartPolicy)
    } else {
      refuse(.forbidden, at: .restartPolicy, "can be set only for init containers; remove it")
    }
  }

  private mutating func restartRule(_ rule: PodObject) {
    let actions = ["Restart"] + (release.has(.restartAllContainers) ? ["RestartAllContainers"] : [])
    check(rule.text(.action), among: actions, at: .action)
    guard rule[.exitCodes] != nil else {
      refuse(
        .required, at: .exitCodes,
        "is missing; write, for example, 'exitCodes: { operator: In, values: [1] }'")
      return
    }
    within(.exitCodes, of: rule) { pass, codes in
      pass.check(codes.text(.operator), among: ["In", "NotIn"], at: .operator)
      let count = codes.items(.values).count
      if count > 255 {
        pass.refuse(pass.tooMany, at: .values, "have \(count) entries; 255 is the limit")
      }
    }
  }

  /// Policies for a change of resources. The server says the place of the list.
  mutating func resizing(
    _ container: PodObject, _ context: ContainerContext, in list: ContainerList
  ) {
    let policies = container.items(.resizePolicy)
    guard !policies.isEmpty else { return }
    var names = NameSet()
    within(.resizePolicy) { pass in
      for (index, item) in policies.enumerated() {
        let policy = item.object ?? PodObject()
        let name = policy.text(.resourceName)
        if !names.insert(name) {
          pass.refuse(.duplicate, at: .index(index), "\(quoted: name) has two policies; write one")
        }
        pass.within(saying: nil, truly: .index(index)) { pass in
          pass.listed(.resourceName, of: policy, among: FieldChoices.resized)
          pass.listed(.restartPolicy, of: policy, among: FieldChoices.resizing)
          pass.resizing(policy, at: index, container, context, in: list)
        }
      }
    }
    if list == .initial, release.holds(.resizingNotOfInit) {
      refuse(.invalid, at: .resizePolicy, "is not for init containers; remove it")
    }
  }

  private mutating func listed(_ field: FieldName, of policy: PodObject, among words: [String]) {
    let word = policy.text(field)
    if word.isEmpty {
      refuse(.required, truly: [.field(field)], Self.missing(words))
    } else if !words.contains(where: { $0 == word }) {
      refuse(.unsupported, truly: [.field(field)], Self.notTaken(word, words))
    }
  }

  private mutating func resizing(
    _ policy: PodObject, at index: Int, _ container: PodObject, _ context: ContainerContext,
    in list: ContainerList
  ) {
    let restarts = policy.text(.restartPolicy)
    let isSidecar = list == .initial && container.text(.restartPolicy) == "Always"
    if context.restartPolicy == "Never", restarts != "NotRequired",
      release.holds(.resizingNeverRestarts), !(isSidecar && release.holds(.resizingOfSidecars))
    {
      refuse(
        .invalid, truly: [.field(.restartPolicy)],
        "must be NotRequired where the pod never restarts; write that")
    }
    if release.holds(.resizingOfEnding), list == .initial, !isSidecar,
      restarts == "RestartContainer"
    {
      within(saying: .index(index), truly: nil) {
        $0.refuse(
          .invalid, at: .restartPolicy,
          "cannot be RestartContainer in an init container that ends; write NotRequired")
      }
    }
  }
}
