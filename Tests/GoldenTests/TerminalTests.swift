import Command
import Foundation
import Glibc
import Reports
import TestSupport
import Testing

/// Text from outside that would act on a terminal, or look like words of the program: in every place
/// from which a command prints it.
enum Hostile {
  /// Line ends of all kinds, escapes of both kinds, and marks that turn the direction of reading.
  static let text =
    "x\nforged: up to date\r\u{85}\u{2028}\u{2029}\u{B}\u{1B}[2J\u{9B}1m\u{7}\u{7F}\u{202E}\u{2066}\u{200F}\u{61C}\u{FEFF}"
  /// The same as YAML writes it, and without a line end.
  static let yaml = #"x\nforged: \u001B[2J\u009B1m\u202E\u2066\u2028\u007F"#
  /// The characters of it that a git ref and a name in git's tree can have.
  static let ref = "x\u{85}\u{2028}\u{9B}1m\u{202E}\u{2066}"

  /// Holds both streams to what a terminal shows: nothing acts on it, no line is forged.
  static func expectHarmless(
    _ result: (status: Command.ExitStatus, output: String, complaint: String),
    _ place: SourceLocation = #_sourceLocation
  ) {
    for text in [result.output, result.complaint] {
      let acting = text.unicodeScalars.filter { !$0.isShown && $0 != "\n" && $0 != "\t" }
      #expect(
        acting.isEmpty, "\(acting.map(\.value)) in \(text.debugDescription)", sourceLocation: place)
      let forged = text.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("forged") }
      #expect(forged.isEmpty, sourceLocation: place)
    }
  }
}

/// Text from outside is printed so that a terminal only shows it.
@Suite(.serialized) struct TerminalTests {
  @Test(arguments: ["verify", "diff", "generate"])
  func fileNamesAreNoLines(command: String) throws {
    let folder = try GeneratedFolder()
    try Data("mine\n".utf8).write(to: folder.file("odd/\(Hostile.text)"))
    try FileManager.default.createDirectory(
      at: folder.file(Hostile.text), withIntermediateDirectories: false)
    let latin = folder.file("odd/pod-templates").path + "/\u{1B}"
    let file = fopen((latin.utf8.map { CChar(bitPattern: $0) } + [-0x18, 0]), "w")
    fclose(file)
    let result = folder.call(command)
    Hostile.expectHarmless(result)
    for format in ReportFormat.allCases where command != "generate" {
      Hostile.expectHarmless(run([command, "--format", format.rawValue] + folder.options))
    }
    if command == "verify" {
      #expect(result.output.contains("odd/x␊forged: up to date␍"))
      // Of a name that is no UTF-8 the bytes are told.
      #expect(result.output.contains(#"pod-templates/\x1B\xE8"#))
    }
  }

  @Test func aFolderThatIsAFileOfItsOwnIsNamed() throws {
    let folder = try GeneratedFolder()
    var options = folder.options
    options[3] += "/\(Hostile.text)"
    for command in ["generate", "verify", "diff", "generate"] {
      Hostile.expectHarmless(run([command] + options))
    }
    options[1] = "\(folder.scratch.url.path)/\(Hostile.text)"
    for command in ["generate", "verify", "diff", "patches", "explain"] {
      Hostile.expectHarmless(run([command] + (command == "explain" ? ["n"] : []) + options))
    }
  }

  @Test func wordsOfTheCommandLineAreNoLines() {
    let text = Hostile.text
    for words in [
      [text], ["--\(text)"], ["-\(text)"], ["verify", text], ["verify", "--\(text)"],
      ["verify", "--color", text], ["verify", "--color=\(text)", "--color", text], ["help", text],
      ["help", "config", text], ["help", "verify", text], ["explain", text],
      ["explain", text, "--template", text], ["explain", "a", "--task", text],
      ["explain", "a", "--config", text, "--output", text], ["verify", "--cluster", text],
      ["patches", text], ["patches", "--ref", text], ["patches", text, "--tags", text],
      ["patches", "config/sample-flyte", "--ref", text], ["patches", "--patch", text],
      ["patches", "--templates", text], ["vendor", text, text, text], ["vendor", ".", text, text],
    ] {
      let result = run(words)
      Hostile.expectHarmless(result)
      #expect(!result.complaint.isEmpty, "\(words)")
    }
  }

  @Test func aNamespaceThatNoEntryNamesIsNoRemark() throws {
    let folder = try GeneratedFolder()
    let result = run(["explain", Hostile.text] + folder.options)
    Hostile.expectHarmless(result)
    // The pod is YAML, and YAML has the bytes.
    #expect(!result.output.contains("---") || result.output.contains(#"namespace: "x\nforged"#))
  }

  @Test func aConfigIsQuotedAsATerminalShowsIt() throws {
    var folder = try GeneratedFolder()
    for old in ["name: \"123\"", "odd:", "profile: "] {
      try folder.change(old, to: "\"\(Hostile.yaml)\": \u{202E}\u{2066} # \u{200F}\n\(old)")
      for command in ["generate", "verify"] {
        let result = folder.call(command)
        #expect(result.status == .failure)
        Hostile.expectHarmless(result)
      }
    }
  }

  @Test func refsAndSourcesAreCellsOfTheTable() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.2", Hostile.ref])
    try sample.change(
      "copilot.go", "c.SecurityContext.Capabilities.Add =", to: "/*\u{1B}[2J\u{202E}*/ add =")
    try sample.git(["commit", "-qam", "damage"])
    try sample.git(["tag", "v1.15.3"])
    let path = sample.sources.path
    for format in ["text", "json"] {
      let words = [
        "patches", path, "--format", format, "--tags", "v1.15.0..", "--ref", Hostile.ref,
      ]
      let result = run(words)
      Hostile.expectHarmless(result)
      #expect(result.status == .findings)
      #expect(
        result.output.contains(
          format == "json" ? #"x\u0085\u2028\u009b1m\u202e"# : "x␡␤␡1m\u{FFFD}"))
    }
    let copy = "\(sample.path)/a {,\(Hostile.text)"
    let vendored = run(["vendor", path, Hostile.ref, copy])
    #expect(vendored.status == .success, "\(vendored.complaint)")
    Hostile.expectHarmless(vendored)
    try sample.change("copilot.go", "package flytek8s\n", to: "package flytek8s\n// \u{1B}[2J\n")
    try sample.git(["commit", "-qam", "more"])
    try sample.git(["tag", "-f", Hostile.ref])
    try sample.config(source: #"path: "a {,\#(Self.escaped(Hostile.text))""#)
    let result = sample.generate()
    #expect(result.complaint.contains("flyte-harden vendor"), "\(result.complaint)")
    Hostile.expectHarmless((result.status, "", result.complaint))
  }

  /// A diff is for `git apply`, which needs every byte, or for eyes.
  @Test func aDiffHasItsBytesWhereNoTerminalIs() throws {
    let folder = try GeneratedFolder()
    let template = folder.file("odd/pod-templates/no.yaml")
    try Data("\u{1B}[2J\u{202E}\r\n".utf8 + [0xE8, 0x0A]).write(to: template)
    let words = ["diff", "--view", "lines"] + folder.options
    #expect(run(words).output.contains("-\u{1B}[2J\u{202E}\r\n"))
    for (words, isTerminal) in [(words, true), (words + ["--color", "always"], false)] {
      let output = Transcript()
      let streams = Streams(
        output: ByteStream(output.add), error: ByteStream { _ in }, isOutputTerminal: isTerminal)
      _ = Run(streams: streams, environment: ["NO_COLOR": "1"]).run(words)
      let text = output.text.replacing(#/\u{1B}\[[0-9]*m/#, with: "")
      #expect(text.contains("-␛[2J\u{FFFD}␍\n"))
      #expect(text.contains("-\u{FFFD}\n"))
      Hostile.expectHarmless((.success, text, ""))
    }
  }

  /// Text goes out unescaped from these files only: what they print is escaped by other rules, or the
  /// program's own.
  @Test func theWaysPastTheEscapingAreKnown() throws {
    let known = [
      "Command/ConfigDifference.swift": ["patch:"],
      "Command/ByteStream.swift": ["patch bytes:"],
      "Command/Explaining/ExplanationText.swift": ["escaped:"],
      "Command/Formats/PatchTableJSON.swift": ["escaped:"],
      "Command/Run.swift": ["escaped:", "escaped:", "escaped:"],
      "Command/Schema.swift": ["escaped:"],
      "Reports/HTMLPage.swift": ["escaped:"],
      "Reports/ReportJSON.swift": ["escaped:"],
      "Reports/SARIF/SARIFLog.swift": ["escaped:"],
    ]
    let sources = Snapshots.repository.appending(path: "Sources")
    for (path, data) in Snapshots.files(in: sources) where path.hasSuffix(".swift") {
      guard !path.hasPrefix("Diagnostics/TerminalText") else { continue }
      let text = String(decoding: data, as: UTF8.self)
      let ways = text.matches(of: #/TerminalText\((escaped:)|\((patch( bytes)?:)/#)
        .map { String($0.output.1 ?? $0.output.2 ?? "") }
      #expect(ways == known[path] ?? [], "\(path)")
      let prints = text.contains(#/(^|[^.\w])(print|debugPrint|fputs|puts|printf)\(/#)
      #expect(!prints || path == "Command/Session.swift", "\(path) prints by itself")
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let hex = String(scalar.value, radix: 16)
      return scalar.isShown
        ? String(scalar) : "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }
}
