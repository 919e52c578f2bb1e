import Command
import Foundation
import TestSupport
import Testing

/// A checkout whose line ends git has changed.
@Suite struct LineEndTests {
  /// Output with patches that is checked in, and checked out with `autocrlf`.
  private func checkedOut() throws -> SampleCopy {
    let sample = try SampleCopy()
    #expect(sample.generate().status == .success)
    let output = sample.folder.url.appending(path: "out")
    try sample.git(["init", "-q"], in: output)
    try sample.git(["add", "-A"], in: output)
    try sample.git(["commit", "-qm", "generated"], in: output)
    try sample.git(["config", "core.autocrlf", "true"], in: output)
    try checkOut(sample)
    #expect(sample.output("SHA256SUMS")?.contains("\r\n") == true)
    return sample
  }

  private func checkOut(_ sample: SampleCopy) throws {
    let output = sample.folder.url.appending(path: "out")
    try sample.git(["rm", "-qr", "--cached", "."], in: output)
    try sample.git(["reset", "-q", "--hard"], in: output)
  }

  @Test func theyAreNamedWithTheLineThatKeepsThem() throws {
    let sample = try checkedOut()
    let found = run(["verify"] + sample.options)
    #expect(found.status == .findings)
    let paths = try #require(sample.output("SHA256SUMS")).utf8.count { $0 == 0x0A } + 1
    #expect(found.output.components(separatedBy: "\nline ends  ").count == paths)
    #expect(!found.output.contains("edited"))
    let advice = "add the line '* -text' to '\(sample.path)/out/.gitattributes'"
    #expect(found.output.contains(advice))
    let written = sample.generate()
    #expect(written.status == .success)
    #expect(written.complaint.contains(" and \(paths - 1) more (only line endings differed)\n"))
    #expect(written.complaint.components(separatedBy: advice).count == 2)
    #expect(run(["verify"] + sample.options).status == .success)
    // The advice is good: with the line nothing differs after the next checkout.
    try sample.folder.write("* -text\n", to: "out/.gitattributes")
    try sample.git(["add", "-A"], in: sample.folder.url.appending(path: "out"))
    try sample.git(["commit", "-qm", "ends"], in: sample.folder.url.appending(path: "out"))
    try checkOut(sample)
    #expect(run(["verify"] + sample.options).status == .success)
  }

  /// A change by the config is not mistaken for an edit by somebody else.
  @Test func whatIsNoLongerGeneratedIsStillKnown() throws {
    let sample = try checkedOut()
    try sample.folder.write("mine\r\n", to: "out/one/pod-templates/mine.yaml")
    try sample.config(
      source: "path: flyte", ", deployed: { image: r.example/f:v1, patches: [no-sys-ptrace] }")
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(!result.complaint.contains("in the way"))
    #expect(!result.complaint.contains("edited"))
    #expect(result.complaint.contains("mine.yaml (foreign)"))
    #expect(sample.output("pod-templates/mine.yaml") == "mine\r\n")
  }
}
