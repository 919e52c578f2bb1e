import Diagnostics
import PodAPI

// Annotations that nothing reads any more, and labels of nodes and pods that select nothing.

extension ValidationPass {
  mutating func annotationWarnings(_ annotations: PodMap?, _ spec: PodObject) {
    guard let annotations, !annotations.isEmpty else { return }
    for entry in annotations.entries {
      guard let field = FormerNames.annotations[entry.key] else { continue }
      warn(at: .key(entry.key), "has no effect; set '\(field)' instead")
    }
    seccompWarning(annotations, KnownAnnotation.seccompPod, spec)
    for list in FieldName.containerLists {
      for container in spec.items(list).compactMap(\.object) {
        let name = container.text(.name)
        seccompWarning(annotations, KnownAnnotation.seccomp + name, container)
        let key = KnownAnnotation.appArmor + name
        let profile =
          container.part(.securityContext)?[.appArmorProfile]
          ?? spec.part(.securityContext)?[.appArmorProfile]
        if release.minor >= 30, annotations[key] != nil, profile == nil {
          warn(at: .key(key), "is deprecated; set 'appArmorProfile' in 'securityContext' instead")
        }
      }
    }
  }

  private mutating func seccompWarning(
    _ annotations: PodMap, _ key: String, _ owner: PodObject
  ) {
    guard annotations[key] != nil, owner.part(.securityContext)?[.seccompProfile] == nil else {
      return
    }
    let isRead = release.minor < 27
    warn(
      at: .key(key),
      "\(isRead ? "is deprecated" : "has no effect"); set 'seccompProfile' in 'securityContext' instead"
    )
  }

  mutating func labelWarnings(_ spec: PodObject) {
    within(.nodeSelector) { pass in
      for entry in spec.entries(.nodeSelector) { pass.formerLabel(entry.key, at: .key(entry.key)) }
    }
    within(.affinity, of: spec) { pass, affinity in
      pass.within(.nodeAffinity, of: affinity) { $0.nodeAffinityWarnings($1) }
      for field in [FieldName.podAffinity, .podAntiAffinity] {
        pass.within(field, of: affinity) { $0.podAffinityWarnings($1) }
      }
    }
    each(.topologySpreadConstraints, of: spec) { pass, constraint, _ in
      pass.formerLabel(constraint.text(.topologyKey), at: .field(.topologyKey))
    }
  }

  private mutating func formerLabel(_ name: String, at step: Step) {
    guard let newer = FormerNames.labels[name] else { return }
    warn(at: step, "the label \(quoted: name) is deprecated; write \(newer)")
  }

  private mutating func nodeAffinityWarnings(_ affinity: PodObject) {
    let areRequiredChecked = release.holds(.nodeSelectorValues)
    within(.requiredDuringScheduling, of: affinity) { pass, selector in
      pass.each(.nodeSelectorTerms, of: selector) { pass, term, _ in
        pass.nodeTermWarnings(term, values: !areRequiredChecked)
      }
    }
    each(.preferredDuringScheduling, of: affinity) { pass, preferred, _ in
      pass.within(.preference, of: preferred) { $0.nodeTermWarnings($1, values: true) }
    }
  }

  private mutating func nodeTermWarnings(_ term: PodObject, values: Bool) {
    each(.matchExpressions, of: term) { pass, requirement, _ in
      pass.formerLabel(requirement.text(.key), at: .field(.key))
      guard values else { return }
      pass.eachText(.values, of: requirement) { pass, value, _ in
        if let phrase = NameForm.labelValue.complaints(value).first {
          pass.warn("\(quoted: value) matches no node: it \(phrase)")
        }
      }
    }
  }

  private mutating func podAffinityWarnings(_ affinity: PodObject) {
    let message = "is missing, so that the term matches no pod; write one"
    each(.requiredDuringScheduling, of: affinity) { pass, term, _ in
      if term[.labelSelector] == nil { pass.warn(at: .field(.labelSelector), message) }
    }
    each(.preferredDuringScheduling, of: affinity) { pass, preferred, _ in
      pass.within(.podAffinityTerm) { pass in
        let term = preferred.part(.podAffinityTerm)
        if term?[.labelSelector] == nil { pass.warn(at: .field(.labelSelector), message) }
      }
    }
  }
}
