import Diagnostics
import PodAPI

// Probes and lifecycle hooks.

extension ValidationPass {
  mutating func handlers(_ container: PodObject, _ context: ContainerContext) {
    within(.lifecycle, of: container) { pass, lifecycle in
      for field in [FieldName.postStart, .preStop] {
        pass.within(field, of: lifecycle) { $0.handler($1, gracePeriod: context.gracePeriod) }
      }
      pass.stopSignal(lifecycle, context)
    }
    for field in Self.probes {
      within(field, of: container) { $0.probe($1, field, gracePeriod: context.gracePeriod) }
    }
  }

  private static let probes: [FieldName] = [.livenessProbe, .readinessProbe, .startupProbe]
  private static let counts: [FieldName] = [
    .initialDelaySeconds, .timeoutSeconds, .periodSeconds, .successThreshold, .failureThreshold,
  ]

  private mutating func probe(_ probe: PodObject, _ name: FieldName, gracePeriod: Int64?) {
    handler(probe, gracePeriod: gracePeriod)
    for field in Self.counts where probe.number(field) < 0 {
      refuse(.invalid, at: field, "\(probe.number(field)) cannot be negative; write 0 or more")
    }
    if name != .readinessProbe, probe.number(.successThreshold) != 1 {
      refuse(.invalid, at: .successThreshold, "must be 1; remove it")
    }
    guard let period = probe[.terminationGracePeriodSeconds]?.integer else { return }
    if period <= 0 {
      refuse(
        .invalid, at: .terminationGracePeriodSeconds,
        "must be greater than 0; write, for example, 30")
    }
    if name == .readinessProbe {
      refuse(
        .invalid, at: .terminationGracePeriodSeconds,
        "cannot be set for a readinessProbe; remove it")
    }
  }

  private static let kinds: [FieldName] = [.exec, .httpGet, .tcpSocket, .grpc, .sleep]

  /// Exactly one thing to do; of several only the first is looked at.
  private mutating func handler(_ handler: PodObject, gracePeriod: Int64?) {
    var count = 0
    for kind in Self.kinds where handler[kind] != nil {
      count += 1
      guard count == 1 else {
        refuse(.forbidden, at: kind, "is more than one handler; keep one")
        continue
      }
      within(kind, of: handler) { $0.action($1, kind, gracePeriod: gracePeriod) }
    }
    if count == 0 { refuse(.required, "needs a handler, such as exec or httpGet") }
  }

  private mutating func action(_ action: PodObject, _ kind: FieldName, gracePeriod: Int64?) {
    switch kind {
    case .exec: apply(.nonEmpty(.command), to: action)
    case .httpGet:
      required(.path, of: action)
      port(action)
      check(action.text(.scheme), among: FieldChoices.schemes, at: .scheme)
      // The server says it of all headers at once.
      for (index, header) in action.items(.httpHeaders).enumerated() {
        check(
          header.object?.text(.name) ?? "", .header, at: .httpHeaders,
          truly: [.field(.httpHeaders), .index(index), .field(.name)])
      }
    case .tcpSocket, .grpc: port(action)
    case .sleep: sleep(action, gracePeriod: gracePeriod)
    default: break
    }
  }

  private mutating func port(_ action: PodObject) {
    if let name = action[.port]?.string {
      check(name, .port, at: .port)
    } else {
      portNumber(.port, of: action)
    }
  }

  private mutating func sleep(_ action: PodObject, gracePeriod: Int64?) {
    guard let gracePeriod else { return }
    let seconds = action.number(.seconds)
    let least: Int64 = release.has(.sleepOfZero) ? 0 : 1
    if seconds < least || seconds > gracePeriod {
      refuse(
        .invalid,
        "\(seconds) must be \(least) to \(gracePeriod), the terminationGracePeriodSeconds")
    }
  }

  /// The signal that ends a container, behind a gate.
  private mutating func stopSignal(_ lifecycle: PodObject, _ context: ContainerContext) {
    guard let signal = lifecycle[.stopSignal]?.string else { return }
    guard context.saysSystem else {
      refuse(
        .forbidden, at: .stopSignal, "needs os.name; write, for example, 'os: { name: linux }'")
      return
    }
    switch context.system {
    case "windows": check(signal, among: ["SIGKILL", "SIGTERM"], at: .stopSignal)
    case "linux":
      if !StopSignal.isLinux(signal) {
        refuse(.unsupported, at: .stopSignal, "\(quoted: signal) is not a signal, such as SIGTERM")
      }
    // Another system is refused by itself.
    default: break
    }
  }
}

/// Signals by name.
enum StopSignal {
  private static let named: TextSet = [
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL",
    "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP",
    "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
  ]

  /// True if Linux has a signal of the name, `SIGTERM` or `SIGRTMIN+3`.
  static func isLinux(_ name: String) -> Bool {
    guard name.hasPrefix("SIG") else { return false }
    let rest = name.dropFirst(3)
    if named.contains(String(rest)) { return true }
    if rest.hasPrefix("RTMIN+") {
      return Int(rest.dropFirst(6)).map { (1...15).contains($0) } ?? false
    }
    if rest.hasPrefix("RTMAX-") {
      return Int(rest.dropFirst(6)).map { (1...14).contains($0) } ?? false
    }
    return false
  }
}
