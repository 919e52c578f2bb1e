import Diagnostics
import PodAPI

// What containers and pods ask for and may use.

extension ValidationPass {
  /// Whose resources are looked at.
  enum ResourceOwner {
    case container, pod
  }

  mutating func resources(_ resources: PodObject, _ owner: ResourceOwner, claims: NameSet) {
    let limits = resources[.limits]?.map
    for field in [FieldName.limits, .requests] {
      for entry in resources.entries(field) {
        within(field) { pass in
          pass.within(.key(entry.key)) { $0.amount(entry, owner) }
        }
        if field == .requests { request(entry, limits) }
      }
    }
    pages((resources.entries(.limits) + resources.entries(.requests)).map(\.key))
    resourceClaims(resources, claims)
  }

  private mutating func pages(_ names: [String]) {
    guard names.contains(where: { ResourceName.isHugePages($0) }) else { return }
    if !names.contains("cpu"), !names.contains("memory") {
      refuse(.forbidden, "has huge pages without cpu or memory")
    }
  }

  private mutating func amount(_ entry: PodMap.Entry, _ owner: ResourceOwner) {
    resourceName(entry.key, owner)
    let text = entry.value.string ?? ""
    guard let amount = ServerQuantity(text) else { return }
    if amount.isNegative { refuse(.invalid, "\(text) cannot be negative") }
    if ResourceName.isCounted(entry.key), !amount.isWhole {
      refuse(.invalid, "\(text) must be a whole number")
    }
    if ResourceName.isHugePages(entry.key), !ResourceName.isMultiple(amount, of: entry.key) {
      refuse(.invalid, "\(text) must be a multiple of the page that \(entry.key) names")
    }
  }

  private mutating func resourceName(_ name: String, _ owner: ResourceOwner) {
    let complaints = NameForm.qualified.complaints(name)
    for phrase in complaints { refuse(.invalid, "\(quoted: name) \(phrase)") }
    let isPlain = !name.utf8.contains(UInt8(ascii: "/"))
    var isKnown = complaints.isEmpty
    if isKnown, isPlain, !ResourceName.isStandard(name) {
      refuse(
        .invalid, "\(quoted: name) is no resource; one of your own has a domain, '/' and a name")
      isKnown = false
    }
    switch owner {
    case .pod:
      guard isKnown, !ResourceName.isForPods(name) else { return }
      refuse(.unsupported, "a whole pod can have cpu, memory and hugepages-… only")
    case .container:
      if isPlain {
        if !ResourceName.isForContainers(name) {
          refuse(.invalid, "\(quoted: name) is no resource of containers")
        }
      } else if !ResourceName.isNative(name), !ResourceName.isExtended(name) {
        refuse(.invalid, "\(quoted: name) must be a domain in lower case, '/' and a name")
      }
    }
  }

  /// A request against its limit. The server says it of all requests at once.
  private mutating func request(_ entry: PodMap.Entry, _ limits: PodMap?) {
    let name = entry.key
    let canBeLess = ResourceName.canBeOvercommitted(name)
    let place: [Step] = [.field(.requests), .key(name)]
    guard let limit = limits?[name]?.string else {
      if !canBeLess {
        refuse(.required, at: .limits, truly: place, "of \(name) needs a limit that is the same")
      }
      return
    }
    let text = entry.value.string ?? ""
    guard let wanted = ServerQuantity(text), let most = ServerQuantity(limit) else { return }
    let order = wanted.compare(most)
    if order != 0, !canBeLess {
      refuse(.invalid, at: .requests, truly: place, "\(text) must be its limit, \(limit)")
    } else if order > 0 {
      refuse(.invalid, at: .requests, truly: place, "\(text) is above its limit, \(limit)")
    }
  }

  /// Claims that a container uses.
  private mutating func resourceClaims(_ resources: PodObject, _ known: NameSet) {
    var seen: [(name: String, request: String)] = []
    each(.claims, of: resources) { pass, claim, _ in
      let (name, request) = (claim.text(.name), claim.text(.request))
      guard !name.isEmpty else {
        pass.refuse(.required, "needs a name")
        return
      }
      let same = seen.filter { $0.name == name }
      if same.contains(where: { $0.request.isEmpty }) {
        pass.refuse(.duplicate, "\(quoted: name) stands twice")
      } else {
        if !request.isEmpty { pass.check(request, .label, at: .request) }
        let clashes =
          request.isEmpty ? same.count : same.count { $0.request == request }
        for _ in 0..<clashes { pass.refuse(.duplicate, "\(quoted: name) stands twice") }
        if clashes == 0 || request.isEmpty { seen.append((name, request)) }
      }
      if !known.contains(name) {
        pass.refuse(.notFound, "\(quoted: name) is none of the pod's resourceClaims")
      }
    }
  }

  /// Claims of the pod.
  mutating func podClaims(_ spec: PodObject) {
    var names = NameSet()
    each(.resourceClaims, of: spec) { pass, claim, _ in
      let name = claim.text(.name)
      if name.isEmpty {
        pass.refuse(.required, at: .name, "is missing")
      } else if !names.insert(name) {
        pass.refuse(.duplicate, at: .name, "\(quoted: name) stands twice")
      } else {
        pass.check(name, .label, at: .name)
      }
      pass.claimSource(claim)
    }
  }

  private mutating func claimSource(_ claim: PodObject) {
    // Before 1.31 the source was a struct of its own.
    guard release.minor >= 31 else { return }
    let fields = [FieldName.resourceClaimName, .resourceClaimTemplateName]
    let said = fields.filter { claim[$0] != nil }
    if said.count > 1 {
      refuse(.invalid, "has a resourceClaimName and a resourceClaimTemplateName; write one")
    }
    if said.isEmpty { refuse(.invalid, "needs a resourceClaimName or a resourceClaimTemplateName") }
    for field in said { check(claim.text(field), .subdomain, at: field) }
  }

  /// Held against the rules for limits, as the server does.
  mutating func overhead(_ spec: PodObject) {
    let entries = spec.entries(.overhead)
    guard !entries.isEmpty else { return }
    within(.overhead) { pass in
      pass.within(saying: .field(.limits), truly: nil) { pass in
        for entry in entries { pass.within(.key(entry.key)) { $0.amount(entry, .container) } }
      }
      pass.pages(entries.map(\.key))
    }
  }
}
