import Diagnostics
import Model
import PodAPI
import Values

/// Looks for what a profile says of the whole pod's security and what reaches no container, because
/// a profile below it says something else of each container, which then wins.
struct PodFormSearch {
  let profile: Profile
  let pods: MadePods

  var findings: [ReachFinding] {
    let context = profile.pod["securityContext"] ?? .empty
    return ContextFields.ofBoth.compactMap { field in
      context[field].flatMap { $0.content == .null ? nil : finding(field, $0) }
    }
  }

  private func finding(_ field: String, _ value: OriginTree) -> ReachFinding? {
    let path = ["securityContext", field]
    var missed: [MadePods.Part] = []
    var all: [MadePods.Part] = []
    var other: OriginTree?
    for (part, object) in pods.parts {
      guard let role = part.role else { continue }
      all.append(part)
      guard let own = object.value(at: path), own != pods.pod(of: part)?.value(at: path),
        let section = role.sections.last(where: { $0.tree(of: profile)[path: path] != nil }),
        let said = section.tree(of: profile)[path: path], value.origin.lies(over: said.origin)
      else { continue }
      missed.append(part)
      other = other ?? said
    }
    guard let other, !missed.isEmpty else { return nil }
    let words =
      missed.count == all.count
      ? "any container" : PartWords(parts: missed, all: all).text
    return ReachFinding(
      message:
        "'pod.securityContext.\(field)' does not reach \(words): a container's own value overrides that of its pod",
      origin: value.origin,
      notes: [Diagnostic.Note("the containers' value is set here", at: other.origin.span)],
      hint: "set it in 'containers' as well")
  }
}

extension MadePods {
  /// The pod that a container is in.
  func pod(of part: Part) -> PodObject? { self[Part(task: part.task, kind: .pod, name: "")] }
}

extension Origin {
  /// True if the profile that this comes from lies over the one that another comes from.
  func lies(over other: Origin) -> Bool {
    for (own, others) in zip(via, other.via) where own != others {
      // Of the entries of one list the later lies over the earlier.
      return (own.line, own.column) > (others.line, others.column)
    }
    return via.count < other.via.count
  }
}
