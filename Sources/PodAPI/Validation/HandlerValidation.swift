// Probes and lifecycle hooks.

extension ValidationPass {
  /// - Parameter gracePeriod: how long the pod has to end.
  mutating func handlers(_ container: PodObject, gracePeriod: Int64?, _ path: () -> String) {
    for name in FieldName.probes {
      if let value = container[name]?.object { probe(value, name, path) }
    }
    guard let lifecycle = container[.lifecycle]?.object else { return }
    for name in [FieldName.postStart, .preStop] {
      guard let hook = lifecycle[name]?.object else { continue }
      func place() -> String { "\(path()).lifecycle.\(name.text)" }
      handler(hook, place)
      guard let sleep = hook[.sleep]?.object, let gracePeriod else { continue }
      if !(0...max(0, gracePeriod)).contains(sleep[.seconds]?.integer ?? 0) {
        refuse("\(place()).sleep", "must end within terminationGracePeriodSeconds")
      }
    }
  }

  private mutating func probe(_ probe: PodObject, _ name: FieldName, _ path: () -> String) {
    func place() -> String { "\(path()).\(name.text)" }
    handler(probe, place)
    let counts: [FieldName] = [
      .initialDelaySeconds, .timeoutSeconds, .periodSeconds, .successThreshold, .failureThreshold,
    ]
    for field in counts where probe[field]?.integer ?? 0 < 0 {
      refuse("\(place()).\(field.text)", "cannot be negative")
    }
    if name != .readinessProbe, probe[.successThreshold]?.integer ?? 0 != 1 {
      refuse("\(place()).successThreshold", "must be 1")
    }
    guard let period = probe[.terminationGracePeriodSeconds]?.integer else { return }
    if name == .readinessProbe {
      refuse("\(place()).terminationGracePeriodSeconds", "is not for a readinessProbe")
    } else if period <= 0 {
      refuse("\(place()).terminationGracePeriodSeconds", "must be greater than 0")
    }
  }

  private static let kinds: [FieldName] = [.exec, .httpGet, .tcpSocket, .grpc, .sleep]

  /// Exactly one thing to do; of several only the first is looked at.
  private mutating func handler(_ handler: PodObject, _ path: () -> String) {
    let said = Self.kinds.filter { handler[$0] != nil }
    if said.count != 1 { refuse(path(), "must have exactly one handler") }
    guard let kind = said.first, let action = handler[kind]?.object else { return }
    func place() -> String { "\(path()).\(kind.text)" }
    switch kind {
    case .exec where action[.command]?.items.isEmpty != false:
      refuse("\(place()).command", "is required")
    case .httpGet:
      port(action, place)
      if action[.path]?.string?.isEmpty != false { refuse("\(place()).path", "is required") }
      choice(action, .scheme, FieldChoices.schemes, place)
    case .tcpSocket, .grpc: port(action, place)
    default: break
    }
  }

  private mutating func port(_ action: PodObject, _ path: () -> String) {
    if let name = action[.port]?.string {
      if !ObjectNames.isPort(name) { refuse("\(path()).port", "'\(name)' names no port") }
    } else if !Self.isPort(action[.port]?.integer ?? 0) {
      refuse("\(path()).port", "must be 1 to 65535")
    }
  }
}
