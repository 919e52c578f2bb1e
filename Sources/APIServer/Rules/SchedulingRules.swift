import Diagnostics
import PodAPI

// Where pods are put: tolerations, affinity, and how they are spread.

extension ValidationPass {
  mutating func tolerations(_ tolerations: [PodValue]) {
    for (index, item) in tolerations.enumerated() {
      within(.index(index)) { $0.toleration(item.object ?? PodObject()) }
    }
  }

  private static let operators = ["Equal", "Exists"]

  /// The server says a wrong value of the operator.
  private mutating func toleration(_ toleration: PodObject) {
    let (key, verb) = (toleration.text(.key), toleration.text(.operator))
    let value = toleration.text(.value)
    if !key.isEmpty { check(key, .qualified, at: .key) }
    if key.isEmpty, verb != "Exists" {
      refuse(.invalid, at: .operator, "must be Exists where there is no key; write that, or a key")
    }
    if toleration[.tolerationSeconds] != nil, toleration.text(.effect) != "NoExecute" {
      refuse(
        .invalid, at: .effect,
        "must be NoExecute with tolerationSeconds; write that, or remove the seconds")
    }
    switch verb {
    case "Equal", "":
      // All complaints about the value are one here.
      let complaints = NameForm.labelValue.complaints(value)
      if !complaints.isEmpty {
        refuse(
          .invalid, at: .operator, truly: [.field(.value)],
          "\(quoted: value) \(complaints.joined(separator: " and "))")
      }
    case "Exists":
      if !value.isEmpty {
        refuse(
          .invalid, at: .operator, truly: [.field(.value)],
          "\(quoted: value) cannot be compared by Exists; remove the value")
      }
    case "Gt", "Lt":
      guard release.has(.taintComparison) else {
        refuse(.unsupported, at: .operator, Self.notTaken(verb, Self.operators))
        break
      }
      if !DecimalInteger.isCanonical(value) {
        refuse(
          .invalid, at: .value,
          "\(quoted: value) must be a whole number with Gt and Lt, without zeros or '+' in front")
      }
      if Int64(value) == nil {
        refuse(.invalid, at: .value, "\(quoted: value) must be a number of 64 bits with Gt and Lt")
      }
    default: refuse(.unsupported, at: .operator, Self.notTaken(verb, Self.operators))
    }
    let effect = toleration.text(.effect)
    if !effect.isEmpty { check(effect, among: FieldChoices.effects, at: .effect) }
  }

  mutating func affinity(_ spec: PodObject) {
    within(.affinity, of: spec) { pass, affinity in
      pass.within(.nodeAffinity, of: affinity) { $0.nodeAffinity($1) }
      for field in [FieldName.podAffinity, .podAntiAffinity] {
        pass.within(field, of: affinity) { $0.podAffinity($1) }
      }
    }
  }

  private mutating func nodeAffinity(_ affinity: PodObject) {
    within(.requiredDuringScheduling, of: affinity) { pass, selector in
      if selector.items(.nodeSelectorTerms).isEmpty {
        pass.refuse(
          .required, at: .nodeSelectorTerms, "needs a term; write one, or remove the affinity")
      }
      pass.each(.nodeSelectorTerms, of: selector) { pass, term, _ in
        pass.nodeTerm(term, checksValues: pass.release.holds(.nodeSelectorValues))
      }
    }
    each(.preferredDuringScheduling, of: affinity) { pass, term, _ in
      pass.weight(term)
      pass.within(.preference) {
        $0.nodeTerm(term.part(.preference) ?? PodObject(), checksValues: false)
      }
    }
  }

  private mutating func weight(_ term: PodObject) { apply(.range(.weight, 1...100), to: term) }

  private mutating func nodeTerm(_ term: PodObject, checksValues: Bool) {
    each(.matchExpressions, of: term) { pass, requirement, _ in
      pass.nodeRequirement(requirement, checksValues: checksValues)
    }
    each(.matchFields, of: term) { pass, requirement, _ in pass.nodeField(requirement) }
  }

  private mutating func nodeRequirement(_ requirement: PodObject, checksValues: Bool) {
    let count = requirement.items(.values).count
    switch requirement.text(.operator) {
    case "In", "NotIn":
      if count == 0 {
        refuse(.required, at: .values, "is missing; In and NotIn need at least one value")
      }
    case "Exists", "DoesNotExist":
      if count > 0 {
        refuse(.forbidden, at: .values, "cannot be set with Exists and DoesNotExist; remove it")
      }
    case "Gt", "Lt":
      if count != 1 {
        refuse(.required, at: .values, "must be one value with Gt and Lt; write one whole number")
      }
    case let verb:
      let words = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]
      refuse(.invalid, at: .operator, Self.notTaken(verb, words))
    }
    check(requirement.text(.key), .qualified, at: .key)
    guard checksValues else { return }
    eachText(.values, of: requirement) { pass, value, _ in pass.check(value, .labelValue) }
  }

  /// A field of nodes; there is one.
  private mutating func nodeField(_ requirement: PodObject) {
    switch requirement.text(.operator) {
    case "In", "NotIn":
      if requirement.items(.values).count != 1 {
        refuse(
          .required, at: .values,
          "must be one value for a field of nodes; write the name of one node")
      }
    case let verb: refuse(.invalid, at: .operator, Self.notTaken(verb, ["In", "NotIn"]))
    }
    guard requirement.text(.key) == "metadata.name" else {
      refuse(.invalid, at: .key, Self.notTaken(requirement.text(.key), ["metadata.name"]))
      return
    }
    eachText(.values, of: requirement) { pass, value, _ in pass.check(value, .subdomain) }
  }

  private mutating func podAffinity(_ affinity: PodObject) {
    each(.requiredDuringScheduling, of: affinity) { pass, term, _ in pass.podTerm(term) }
    each(.preferredDuringScheduling, of: affinity) { pass, term, _ in
      pass.weight(term)
      pass.within(.podAffinityTerm) { $0.podTerm(term.part(.podAffinityTerm) ?? PodObject()) }
    }
  }

  private mutating func podTerm(_ term: PodObject) {
    selector(.labelSelector, of: term)
    selector(.namespaceSelector, of: term)
    for (index, name) in term.items(.namespaces).enumerated() {
      check(
        name.string ?? "", .label, at: .namespace, truly: [.field(.namespaces), .index(index)])
    }
    labelKeys(term)
    let key = term.text(.topologyKey)
    required(.topologyKey, of: term)
    check(key, .qualified, at: .topologyKey)
  }

  /// Keys whose values are taken from the pod itself (1.29).
  mutating func labelKeys(_ term: PodObject) {
    let selector = term.part(.labelSelector)
    for field in [FieldName.matchLabelKeys, .mismatchLabelKeys] {
      guard !term.items(field).isEmpty else { continue }
      if selector == nil {
        refuse(.forbidden, at: field, "needs a labelSelector; write one, or remove it")
      } else {
        eachText(field, of: term) { pass, key, _ in pass.check(key, .qualified) }
      }
    }
    let matched = term.items(.matchLabelKeys).map { $0.string ?? "" }
    guard !matched.isEmpty else { return }
    if let selector { repeatedKeys(matched, selector) }
    var others = NameSet()
    for key in term.items(.mismatchLabelKeys) { _ = others.insert(key.string ?? "") }
    eachText(.matchLabelKeys, of: term) { pass, key, _ in
      if others.contains(key) {
        pass.refuse(
          .invalid, "\(quoted: key) is among the mismatchLabelKeys too; remove it from one")
      }
    }
  }

  /// A key that the selector has already. The server has added the keys to the selector of a pod
  /// before it looks, and says the number of the key behind the term.
  private mutating func repeatedKeys(_ matched: [String], _ selector: PodObject) {
    var seen = NameSet()
    let positions = TextMap(matched.enumerated().map { ($1, $0) }) { $1 }
    for entry in selector.entries(.matchLabels) { _ = seen.insert(entry.key) }
    for item in selector.items(.matchExpressions) {
      let key = item.object?.text(.key) ?? ""
      if let index = positions[key], seen.contains(key) {
        refuse(
          .invalid, at: .index(index), truly: [.field(.matchLabelKeys), .index(index)],
          "\(quoted: key) is in matchLabelKeys and in labelSelector; remove it from one")
      }
      _ = seen.insert(key)
    }
  }
}

/// Whole numbers as text.
enum DecimalInteger {
  /// Digits without zeros in front, and `-` at most before them.
  static func isCanonical(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return first != 0x30 || text.utf8.elementsEqual("0".utf8)
  }
}
