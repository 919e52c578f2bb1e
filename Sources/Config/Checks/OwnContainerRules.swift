import Diagnostics
import Model
import Values

/// Checks the containers of a profile's own.
struct OwnContainerRules {
  let profile: Profile

  var findings: [Finding] {
    var seen: TextSet = []
    return OwnContainers(of: profile).entries.compactMap { entry in
      guard !entry.own.holdsBroken else { return nil }
      let what = entry.list == .containers ? "a container" : "an init container"
      guard let name = entry.own["name"], let text = name.string else {
        return refused(
          "'name' is missing in \(what) of 'pod.\(entry.list.rawValue)'", entry.own, "add it")
      }
      if let section = Self.sections[text] {
        return refused(
          "'\(text)' stands for containers of the task, so no other container can have that name",
          name,
          "rename it, or move its fields to '\(section)', next to 'pod'")
      }
      if let fault = TextRule.dnsLabel.fault(in: text) {
        return refused("the container name \(quoted: text) \(fault)", name, "rename it")
      }
      if !seen.insert(text).inserted {
        return refused("two containers have the name '\(text)'", name, "rename one")
      }
      guard entry.own["image"]?.string?.isEmpty != false else { return nil }
      return refused("'image' is missing in the container '\(text)'", entry.own, "add it")
    }
  }

  /// The meaning that Flyte gives to names of a template's containers, and the section for it.
  private static let sections = [
    "default": "containers", "primary": "primary", "default-init": "initContainers",
    "primary-init": "initContainers",
  ]

  private func refused(_ message: String, _ tree: OriginTree, _ hint: String) -> Finding {
    Finding(
      severity: .error, id: .podRefused, message: message, origin: tree.origin, hint: hint)
  }
}
