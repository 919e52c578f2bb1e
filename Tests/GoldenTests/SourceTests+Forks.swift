import Command
import Foundation
import TestSupport
import Testing

/// Forks, and sources of another release than the config says.
extension SourceTests {
  /// True for a line of the table about a shape that the sample has; it is the last of a range that
  /// ends with it.
  private static func areSamples(_ words: [Substring]) -> Bool {
    words.contains { $0 == "sample" || $0.hasSuffix("..sample") }
  }

  /// Templates of one's own, by whose table of shapes the sample is a release.
  private func sample(of release: String) throws -> SampleCopy {
    let sample = try SampleCopy(top: "templatesFolder: own")
    let table = try String(
      contentsOf: Snapshots.repository.appending(path: "Templates/GoPatch/fingerprints.txt"),
      encoding: .utf8)
    let lines = table.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("releases") { return nil }
      guard line.hasPrefix("    ") else { return String(line) }
      let words = line.split(separator: " ")
      return Self.areSamples(words) ? "    \(words[0]) \(release)" : nil
    }
    _ = try sample.folder.write(
      "releases \(release)\n\(lines.joined(separator: "\n"))\n", to: "own/GoPatch/fingerprints.txt")
    return sample
  }

  /// Templates of one's own, whose table of shapes has the sample's as those of v1.16.8, and some of them
  /// as those of v1.15.3 too.
  private func fork(
    sharing count: Int, own: Bool = false, flyte: String = ""
  ) throws -> SampleCopy {
    let sample = try SampleCopy(
      flyte + ", unverifiedShapes: allow", top: "templatesFolder: own")
    let table = try String(
      contentsOf: Snapshots.repository.appending(path: "Templates/GoPatch/fingerprints.txt"),
      encoding: .utf8)
    var shapes = 0
    let lines = table.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("releases") { return nil }
      guard line.hasPrefix("    ") else { return String(line) }
      let words = line.split(separator: " ")
      guard Self.areSamples(words) else { return nil }
      shapes += 1
      // All shapes that a declaration of the sample has, patched and not.
      if own, shapes > count, shapes <= count + 4 { return "    \(words[0]) v1.15.3" }
      return "    \(words[0]) \(shapes <= count ? "v1.15.3 v1.16.8" : "v1.16.8")"
    }
    _ = try sample.folder.write(
      "releases v1.15.3 v1.16.8\n\(lines.joined(separator: "\n"))\n",
      to: "own/GoPatch/fingerprints.txt")
    try sample.change("copilot.go", "\tc.SecurityContext.Capabilities.Add =", to: "\tadd =")
    return sample
  }

  /// A fork is recognized by what it has kept, whatever it has changed.
  @Test(arguments: [0, 5]) func aForkSaidToBeAnotherReleaseIsRefused(shared: Int) throws {
    let result = try fork(sharing: shared).generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("are those of v1.16.8, but 'version' is"))
    #expect(result.complaint.contains("[flyte/version-mismatch]"))
    #expect(result.complaint.contains("behavesLike: v1.16.8"))
  }

  @Test func aForkThatBehavesLikeAnotherReleaseIsRefused() throws {
    let sample = try fork(sharing: 5, flyte: ", behavesLike: v1.15.3")
    try sample.config(
      version: "v1.15.3-ours", source: "path: flyte",
      ", behavesLike: v1.15.3, unverifiedShapes: allow", top: "templatesFolder: own")
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("but 'behavesLike' is v1.15.3"))
  }

  /// A function that only the release has speaks for it, whatever was taken over from a later one.
  @Test func aForkThatKeepsAFunctionOfItsReleaseIsOfIt() throws {
    #expect(try !fork(sharing: 4, own: true).generate().complaint.contains("version-mismatch"))
    #expect(try !fork(sharing: 100).generate().complaint.contains("version-mismatch"))
  }

  @Test func sourcesOfAnotherReleaseAreRefused() throws {
    let result = try sample(of: "v1.14.1").generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("error: the sources are those of v1.14.1"))
    #expect(result.complaint.contains("[flyte/version-mismatch]"))
    #expect(try sample(of: "v1.15.3").generate().complaint.contains("mismatch") == false)
  }

  @Test func whatTheSourcesAreBeatsWhatAForkIsSaidToBe() throws {
    let sample = try sample(of: "v1.15.3")
    try sample.config(
      version: "v1.16.8-ours", source: "path: flyte", ", behavesLike: v1.16.8",
      top: "templatesFolder: own")
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(result.complaint.contains("assumed to behave like v1.15.3, not v1.16.8"))
    #expect(sample.output("setup.yaml")?.contains("now: always") == true)
  }
}
