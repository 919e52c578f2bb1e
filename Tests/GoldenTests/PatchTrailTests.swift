import Command
import Foundation
import TestSupport
import Testing

/// The description of a patch in its message, and of the files that it changes.
@Suite struct PatchTrailTests {
  private let copilot = "flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"

  @Test func theTrailersAreThoseOfDEP3() throws {
    let sample = try SampleCopy()
    try sample.askForAllPatches()
    #expect(sample.generate().status == .success)
    let mails = sample.patches.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
    #expect(mails.count == 4)
    for mail in mails {
      let message = mail.components(separatedBy: "\n---\n")[0]
      #expect(!message.contains("DO NOT EDIT"))
      let lines = message.components(separatedBy: "\n")
      let links = lines.filter { $0.hasPrefix("Bug: ") }
      #expect(links.allSatisfy { $0.contains("/issues/") }, "\(links)")
      let isUpstream = lines.contains { $0.hasPrefix("Applied-Upstream: v1.16.0, https://") }
      #expect(lines.contains("Forwarded: \(isUpstream ? "not-needed" : "no")"))
    }
    #expect(mails.map { $0.contains("Applied-Upstream") } == [true, false, false, true])
  }

  /// Upstream's release is told from a tree that the other patch has changed.
  @Test func aPatchedTreeSaysWhichPatchItHas() throws {
    for (made, other, word) in [
      ("no-sys-ptrace", "optional-sys-ptrace", "no-sys-ptrace has removed it"),
      (
        "optional-sys-ptrace", "no-sys-ptrace",
        "optional-sys-ptrace requests it only if a setting asks for it"
      ),
    ] {
      let sample = try SampleCopy()
      try sample.config(source: "path: flyte", cluster: "patches: [\(made)]")
      #expect(sample.generate().status == .success)
      try sample.commit()
      for patch in sample.patches { try sample.git(["am", "-q", patch]) }
      try sample.config(source: "path: flyte", cluster: "patches: [\(made), \(other)]")
      let complaint = sample.generate().complaint
      #expect(complaint.contains("no patch for '\(other)': \(word)"), "\(complaint)")
      #expect(!complaint.contains("since v1.16.0"))
      try sample.config(source: "path: flyte")
      #expect(sample.generate().status == .success)
      let setup = sample.output("setup.yaml") ?? ""
      #expect(!sample.patches.contains { $0.hasSuffix("sys-ptrace.patch") })
      #expect(setup.contains("sysPtrace: \(made == "no-sys-ptrace" ? "never" : "by setting")"))
    }
  }

  @Test func whatAnotherPatchDoesAsWellHasNoPatch() throws {
    let sample = try SampleCopy()
    try sample.config(
      source: "path: flyte",
      cluster: "patches: [optional-sys-ptrace, default-security-context]")
    let result = sample.generate()
    #expect(result.status == .success, "\(result.complaint)")
    #expect(sample.patches.map { $0.suffix(31) } == ["/0001-optional-sys-ptrace.patch"])
    #expect(
      result.complaint.contains(
        "no patch for 'default-security-context': 'optional-sys-ptrace' does the same"),
      "\(result.complaint)")
  }

  /// From a commit, from a checkout, from a copy, and from a folder without git.
  @Test func aProgramStaysOne() throws {
    let sample = try SampleCopy()
    try sample.commit()
    try sample.git(["update-index", "--chmod=+x", copilot])
    try sample.git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a program"])
    try sample.git(["branch", "release"])
    let copied = run(["vendor", sample.sources.path, "release", "\(sample.path)/copy"])
    #expect(copied.status == .success)
    let git = sample.sources.appending(path: ".git")
    for source in ["repository: flyte, ref: release", "path: copy", "path: flyte", "path: plain"] {
      if source == "path: plain" {
        let plain = sample.folder.url.appending(path: "plain")
        try FileManager.default.copyItem(at: sample.sources, to: plain)
        try FileManager.default.removeItem(at: plain.appending(path: ".git"))
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: plain.appending(path: copilot).path)
      }
      try sample.config(source: source)
      #expect(sample.generate().status == .success)
      let mail = sample.output("patches/0001-no-sys-ptrace.patch") ?? ""
      let parts = mail.components(separatedBy: "\ndiff --git ").dropFirst()
      #expect(parts.count == 3)
      for part in parts {
        let isProgram = part.hasPrefix("a/\(copilot) ")
        #expect(part.contains(" 100755") == isProgram, "\(source): \(part.prefix(300))")
        #expect(part.contains(" 100644") == !isProgram, "\(source)")
      }
    }
    #expect(FileManager.default.fileExists(atPath: git.path))
    try sample.git(["reset", "-q", "--hard"])
    for patch in sample.patches { try sample.git(["am", "-q", patch]) }
  }
}
