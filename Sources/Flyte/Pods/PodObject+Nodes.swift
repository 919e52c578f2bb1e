import PodAPI

extension PodObject {
  /// Requires nodes of a pod: in each alternative that its affinity has, or in a new one. A
  /// requirement that an alternative has already is not repeated.
  mutating func require(nodes requirements: [PodValue]) {
    var affinity = self[.affinity]?.object ?? PodObject()
    var nodes = affinity[.nodeAffinity]?.object ?? PodObject()
    var selector = nodes[.requiredNodes]?.object ?? PodObject()
    let terms = selector[.nodeSelectorTerms]?.items ?? []
    selector[.nodeSelectorTerms] = .list(
      (terms.isEmpty ? [.object(PodObject())] : terms).map { term in
        guard var object = term.object else { return term }
        let own = object[.matchExpressions]?.items ?? []
        object.append(requirements.filter { !own.contains($0) }, to: .matchExpressions)
        return .object(object)
      })
    nodes[.requiredNodes] = .object(selector)
    affinity[.nodeAffinity] = .object(nodes)
    self[.affinity] = .object(affinity)
  }
}
