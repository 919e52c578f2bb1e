import Command
import Foundation
import TestSupport
import Testing

/// The configs that people copy.
@Suite struct ExampleTests {
  private static let folder = "examples"
  static let examples =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test func thereAreExamplesAndTheirPageNamesThem() throws {
    #expect(Self.examples.count >= 2)
    let page = try String(contentsOfFile: "\(Self.folder)/README.md", encoding: .utf8)
    for name in Self.examples { #expect(page.contains("(\(name))"), "\(name)") }
  }

  /// Notes are fine: the built-in profile says whose ids it has.
  @Test(arguments: examples) func anExampleGivesFilesWithoutAWarning(name: String) throws {
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "out").path
    let result = run(["generate", "--config", "\(Self.folder)/\(name)", "--output", output])
    #expect(result.status == .success)
    #expect(!result.complaint.contains(": error:") && !result.complaint.contains(": warning:"))
  }

  @Test func theConfigOfTheReadmeIsOneOfThem() throws {
    let readme = try String(contentsOfFile: "README.md", encoding: .utf8)
    let block = try #require(
      readme.components(separatedBy: "```yaml\n").dropFirst().first?
        .components(separatedBy: "```").first)
    let scratch = try TemporaryFolder()
    let config = try scratch.write(Array(block.utf8), to: "config.yaml")
    let result = run(["generate", "--config", config.path, "--output", config.path + ".out"])
    #expect(result.status == .success)
    #expect(!result.complaint.contains(": error:") && !result.complaint.contains(": warning:"))
  }

  /// Lines are left out where a line is `…`.
  @Test func everyAnswerInTheReadmeIsGiven() throws {
    let readme = try String(contentsOfFile: "README.md", encoding: .utf8)
    let blocks = readme.components(separatedBy: "```\n").filter { $0.hasPrefix("$ flyte-harden ") }
    #expect(blocks.count >= 3)
    for block in blocks {
      let lines = block.components(separatedBy: "\n")
      let words = lines[0].components(separatedBy: " ").dropFirst(2)
      var rest = run(Array(words)).output.components(separatedBy: "\n")[...]
      for line in lines.dropFirst() where line != "…" && !line.isEmpty {
        let place = rest.firstIndex { $0 == line }
        #expect(place != nil, "\(lines[0]) does not answer: \(line)")
        rest = rest[((place ?? rest.startIndex - 1) + 1)...]
      }
    }
  }
}
