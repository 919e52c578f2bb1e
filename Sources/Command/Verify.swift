import Compare
import Files
import Pipeline

/// `verify`: names what drifted, and the command that mends it.
struct Verify {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(FileError) {
      let drift = try plan.drift(in: session.options.output)
      guard !drift.isEmpty else {
        session.streams.output("\(session.options.output): as generated\n")
        return .success
      }
      session.streams.output(table(drift))
      return .findings
    } catch {
      session.print(error, writing: false)
      return .failure
    }
  }

  private func table(_ drift: [Drift]) -> String {
    let width = drift.map(\.kind.rawValue.count).max() ?? 0
    var text = drift.map { item in
      let kind = item.kind.rawValue
      return kind + String(repeating: " ", count: width - kind.count) + "  \(item.path)\n"
    }.joined()
    let kinds = Set(drift.map(\.kind))
    for kind in Drift.Kind.allCases where kinds.contains(kind) {
      text += "\(kind.rawValue): \(remedy(kind))\n"
    }
    return text
  }

  private func remedy(_ kind: Drift.Kind) -> String {
    let generate = session.command("generate")
    return switch kind {
    case .missing: "not there; '\(generate)' writes it"
    case .changed: "config, templates or sources changed since; '\(generate)' writes it anew"
    case .edited:
      "edited by hand; say it in the config, then '\(generate)' writes it anew ('\(session.command("diff"))' shows what is lost)"
    case .stale: "no longer generated; '\(generate)' removes it"
    case .editedStale:
      "no longer generated, and edited by hand; remove it with 'rm' once you have what you need of it"
    case .outdated: "no longer what its repository has; the warning above says how to copy it anew"
    case .foreign: "never generated; move it out of the output folder, or remove it with 'rm'"
    }
  }
}
