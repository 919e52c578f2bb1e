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
    for entry in limits?.entries ?? [] { amount(entry, in: .limits, owner) }
    let requests = resources.entries(.requests)
    for entry in requests {
      amount(entry, in: .requests, owner)
      request(entry, limits)
    }
    pages(limits?.entries ?? [], requests)
    resourceClaims(resources, claims)
  }

  private mutating func pages(_ limits: [PodMap.Entry], _ requests: [PodMap.Entry]) {
    func contains(_ fits: (String) -> Bool) -> Bool {
      limits.contains { fits($0.key) } || requests.contains { fits($0.key) }
    }
    guard contains(ResourceName.isHugePages) else { return }
    if !contains({ $0 == "cpu" || $0 == "memory" }) {
      refuse(.forbidden, "has huge pages without cpu or memory; add one of them")
    }
  }

  private mutating func amount(
    _ entry: PodMap.Entry, in field: FieldName, _ owner: ResourceOwner
  ) {
    // Nearly all are of these two, and right.
    if entry.key == "cpu" || entry.key == "memory",
      let amount = QuantitySign(entry.value.string ?? ""), !amount.isNegative
    {
      return
    }
    within(field) { pass in pass.within(.key(entry.key)) { $0.amount(entry, owner) } }
  }

  private mutating func amount(_ entry: PodMap.Entry, _ owner: ResourceOwner) {
    let name = entry.key
    resourceName(name, owner)
    let text = entry.value.string ?? ""
    guard let amount = QuantitySign(text) else { return }
    if amount.isNegative { refuse(.invalid, "\(text) cannot be negative; write 0 or more") }
    if !amount.isWhole, ResourceName.isCounted(name) {
      refuse(.invalid, "\(text) must be a whole number; write, for example, 1")
    }
    if ResourceName.isHugePages(name), let pages = ServerQuantity(text),
      !ResourceName.isMultiple(pages, of: name)
    {
      refuse(.invalid, "\(text) must be a multiple of the page that \(name) names")
    }
  }

  private mutating func resourceName(_ name: String, _ owner: ResourceOwner) {
    let complaints = NameForm.qualified.complaints(name)
    for phrase in complaints { refuse(.invalid, "\(quoted: name) \(phrase)") }
    let isPlain = !name.utf8.contains(UInt8(ascii: "/"))
    var isKnown = complaints.isEmpty
    if isKnown, isPlain, !ResourceName.isStandard(name) {
      refuse(
        .invalid,
        "\(quoted: name) is not a resource; write cpu, memory, ephemeral-storage, or one of your own such as example.com/gpu"
      )
      isKnown = false
    }
    switch owner {
    case .pod:
      let takesPages = release.holds(.podPages)
      let isTaken =
        ResourceName.isForPods(name) && (takesPages || !ResourceName.isHugePages(name))
      guard isKnown, !isTaken else { return }
      let choices = ["cpu", "memory"] + (takesPages ? ["hugepages-2Mi"] : [])
      refuse(.unsupported, Self.notTaken(name, choices))
    case .container:
      if isPlain {
        if !ResourceName.isForContainers(name) {
          refuse(
            .invalid,
            "\(quoted: name) is not a resource of containers; write cpu, memory or ephemeral-storage"
          )
        }
      } else if !ResourceName.isNative(name), !ResourceName.isExtended(name) {
        refuse(
          .invalid,
          "\(quoted: name) must be a lowercase domain, '/' and a name, such as example.com/gpu")
      }
    }
  }

  /// A request against its limit. The server says it of all requests at once.
  private mutating func request(_ entry: PodMap.Entry, _ limits: PodMap?) {
    let name = entry.key
    let canBeLess = ResourceName.canBeOvercommitted(name)
    func place() -> [Step] { [.field(.requests), .key(name)] }
    guard let limit = limits?[name]?.string else {
      if !canBeLess {
        refuse(.required, at: .limits, truly: place(), "needs \(name), the same as its request")
      }
      return
    }
    let text = entry.value.string ?? ""
    if text == limit { return }
    guard let wanted = ServerQuantity(text), let most = ServerQuantity(limit) else { return }
    let order = wanted.compare(most)
    if order != 0, !canBeLess {
      refuse(
        .invalid, at: .requests, truly: place(),
        "\(text) must be the same as its limit; write \(limit)")
    } else if order > 0 {
      refuse(
        .invalid, at: .requests, truly: place(),
        "\(text) is above its limit; write \(limit) or less")
    }
  }

  /// Claims that a container uses.
  private mutating func resourceClaims(_ resources: PodObject, _ known: NameSet) {
    guard !resources.items(.claims).isEmpty else { return }
    var seen: TextMap<SeenClaim> = [:]
    each(.claims, of: resources) { pass, claim, _ in
      let (name, request) = (claim.text(.name), claim.text(.request))
      guard !name.isEmpty else {
        pass.refuse(.required, "needs a name; use one of the pod's resourceClaims")
        return
      }
      let same = seen[name] ?? SeenClaim()
      if same.isWhole {
        pass.refuse(.duplicate, "\(quoted: name) is claimed twice; keep it once")
      } else {
        if !request.isEmpty { pass.check(request, .label, at: .request) }
        let clashes = request.isEmpty ? same.count : same.requests.contains(request) ? 1 : 0
        for _ in 0..<clashes {
          pass.refuse(.duplicate, "\(quoted: name) is claimed twice; keep it once")
        }
        if clashes == 0 || request.isEmpty { seen[name, default: SeenClaim()].add(request) }
      }
      if !known.contains(name) {
        pass.refuse(
          .notFound, "\(quoted: name) is not among the pod's resourceClaims; add it there")
      }
    }
  }

  /// The uses that a container makes of one claim.
  private struct SeenClaim {
    /// True if it is used as a whole.
    private(set) var isWhole = false
    private(set) var requests: TextSet = []

    /// The number of different uses.
    var count: Int { requests.count + (isWhole ? 1 : 0) }

    mutating func add(_ request: String) {
      if request.isEmpty { isWhole = true } else { requests.insert(request) }
    }
  }

  /// Claims of the pod.
  /// - Parameter metadata: a pod's own; nil in templates.
  mutating func podClaims(_ spec: PodObject, metadata: PodObject?) {
    guard !spec.items(.resourceClaims).isEmpty else { return }
    var names = NameSet()
    // A pod that stands for one of a node's own can have none.
    let isMirror =
      release.holds(.mirrorsWithoutClaims)
      && metadata?[.annotations]?.map?[KnownAnnotation.mirror] != nil
    each(.resourceClaims, of: spec) { pass, claim, _ in
      guard !isMirror else {
        pass.refuseWithoutField(
          .forbidden,
          "is not possible for a static pod; remove the claim or \(KnownAnnotation.mirror)")
        return
      }
      let name = claim.text(.name)
      if name.isEmpty {
        pass.refuse(.required, at: .name, "is missing; write, for example, 'name: gpu'")
      } else if !names.insert(name) {
        pass.refuse(
          .duplicate, at: .name, "\(quoted: name) is used twice; give each claim its own name")
      } else {
        let before = pass.refusals.count
        pass.check(name, .label, at: .name)
        if pass.refusals.count == before, let pod = metadata?.text(.name) {
          pass.madeClaim(claim, name: "\(pod)-\(name)")
        }
      }
      if pass.release.holds(.claimSourceIsStruct) {
        pass.within(.source) { $0.claimSource(claim.part(.source) ?? PodObject()) }
      } else {
        pass.claimSource(claim)
      }
    }
  }

  /// Once a claim that is made of a template was named after the pod.
  private mutating func madeClaim(_ claim: PodObject, name: String) {
    guard release.holds(.madeClaimNames),
      claim.part(.source)?[.resourceClaimTemplateName] != nil
    else { return }
    check(name, .subdomain, at: .name)
  }

  private mutating func claimSource(_ claim: PodObject) {
    let fields = [FieldName.resourceClaimName, .resourceClaimTemplateName]
    let said = fields.filter { claim[$0] != nil }
    if said.count > 1 {
      refuse(.invalid, "has a resourceClaimName and a resourceClaimTemplateName; write one")
    }
    if said.isEmpty {
      refuse(.invalid, "needs a resourceClaimName or a resourceClaimTemplateName; write one")
    }
    guard release.holds(.claimNames) else { return }
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
      pass.pages(entries, [])
    }
  }
}
