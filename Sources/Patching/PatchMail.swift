package import GoPatch
import Values

/// The mail around a patch's changes: what its page says, and what it was made for.
package struct PatchMail {
  package let rule: PatchRule?
  package let patch: ComposedPatch
  package let version: String
  package let isSample: Bool

  /// The name that the patch ends with, as git's mails end with git's version.
  package static let toolName = "flyte-harden"

  package func mail(number: Int, count: Int, namesContents: Bool) -> MailPatch {
    MailPatch(
      number: number, count: count, name: patch.name, subject: rule?.title ?? patch.name,
      body: body, trailers: trailers, changes: patch.changes, namesContents: namesContents)
  }

  private var body: String {
    var parts = [patch.message.page]
    for setting in patch.message.settings {
      parts.append("Setting: \(setting.path)\n\(setting.meaning)")
    }
    if isSample {
      parts.append("Made for the sample sources of flyte-harden, not for Flyte itself.")
    } else {
      parts.append("Made for Flyte \(version).")
    }
    if !patch.unknownShapes.isEmpty {
      parts.append(
        "No Flyte release has these functions in this form; review the change with care:\n"
          + patch.unknownShapes.joined(separator: "\n"))
    }
    if !patch.uncoveredShapes.isEmpty {
      parts.append(
        "The table of shapes does not cover these functions; review the change with care:\n"
          + patch.uncoveredShapes.joined(separator: "\n"))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// As DEP-3 has them: a fault that upstream still has was not forwarded by this tool.
  private var trailers: [(key: String, value: String)] {
    let message = patch.message
    var trailers: [(key: String, value: String)] = [
      ("Origin", "other"),
      ("Forwarded", message.upstreamChanges.isEmpty ? "no" : "not-needed"),
    ]
    for bug in message.bugs { trailers.append(("Bug", bug)) }
    for change in message.upstreamChanges { trailers.append(("Applied-Upstream", change)) }
    trailers.append(("Last-Update", MailPatch.day))
    return trailers
  }
}
