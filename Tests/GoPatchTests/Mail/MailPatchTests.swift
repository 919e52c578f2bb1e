import Foundation
import GoPatch
import TestSupport
import Testing
import TextDiff
import Values

@Suite(.enabled("git is not on this machine") { Program(named: "git") != nil })
struct MailPatchTests {
  private static let goFile = Array(
    """
    package pilot

    import "fmt"

    var trace = "SYS_PTRACE"

    // Run runs.
    func Run(name string) error {
    \tif name == "" {
    \t\treturn fmt.Errorf("no name")
    \t}

    \tadd(trace)
    \tfmt.Println(name)
    \treturn nil
    }

    """.utf8)

  private static func edited(_ text: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
  }

  /// Two patches in a row: the second changes what the first left.
  private static let series: [MailPatch] = {
    let path = "plugins/go/tasks/a-long-name-for-a-folder-of-machinery/flytek8s/copilot.go"
    let second = edited(goFile, "\tadd(trace)\n", "")
    let third = edited(second, "var trace = \"SYS_PTRACE\"\n\n", "")
    return [
      MailPatch(
        number: 1, count: 2, name: "no-trace", subject: "pilot: do not add the capability",
        body: "The main container needs it no more.\n\nThis line follows.",
        trailers: [("Origin", "other"), ("Forwarded", "not-needed")],
        changes: [
          FileChange(path: path, old: goFile, new: second),
          FileChange(path: "plugins/new file.go", old: nil, new: Array("package x\n".utf8)),
          FileChange(path: "gone.txt", old: Array("a\nb\n".utf8), new: nil),
          FileChange(path: "same.txt", old: [0x61], new: [0x61]),
          FileChange(path: "empty.go", old: nil, new: []),
        ]),
      MailPatch(
        number: 2, count: 2, name: "no-variable", subject: "pilot: drop a variable", body: "",
        changes: [
          FileChange(path: path, old: second, new: third),
          FileChange(
            path: "no-line-feed", old: Array("a\nb".utf8), new: Array("a\nc\nd".utf8)),
        ]),
    ]
  }()

  private static var base: TextMap<[UInt8]> {
    var files: TextMap<[UInt8]> = [:]
    for change in series.reversed().flatMap(\.changes) { files[change.path] = change.old }
    return files
  }

  @Test func theMailIsWhatGitWrites() throws {
    let tree = try PatchTree(Self.base)
    for patch in Self.series {
      for change in patch.changes {
        if let new = change.new {
          try tree.folder.write(new, to: change.path)
        } else {
          try FileManager.default.removeItem(
            at: tree.folder.url.appendingPathComponent(change.path))
        }
      }
      let trailers = patch.trailers.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
      try tree.run("add", "-A")
      try tree.run("commit", "-q", "-m", patch.subject, "-m", patch.body, "-m", trailers)
    }
    let names = try tree.run(
      "format-patch", "-2", "-o", "mails", "--full-index", "--no-renames", "--signature=1.0",
      "--numbered"
    ).text.split(separator: "\n")
    // Who wrote it and when is ours, and so is the commit that the first line names.
    func common(_ mail: [UInt8]) -> [String] {
      String(decoding: mail, as: UTF8.self).components(separatedBy: "\n").filter { line in
        !["From ", "From: ", "Date: "].contains { line.hasPrefix($0) }
      }
    }
    #expect(names.count == Self.series.count)
    for (patch, name) in zip(Self.series, names) {
      let mail = tree.folder.read(String(name)) ?? []
      #expect(common(patch.render(toolVersion: "1.0")) == common(mail))
    }
  }

  @Test(arguments: [["am"], ["am", "-3"], ["am", "--whitespace=error-all"]])
  func gitTakesTheSeriesAsMails(arguments: [String]) throws {
    let tree = try PatchTree(Self.base)
    for patch in Self.series {
      let outcome = try tree.attempt(arguments, input: patch.render(toolVersion: "1.0"))
      #expect(outcome.status == 0, "\(outcome.complaint)")
      #expect(tree.has(patch.changes))
    }
    let log = try tree.run("log", "--format=%an|%aI|%s|%b|", "-2").text
    #expect(
      log == """
        flyte-harden|2024-01-01T00:00:00+00:00|pilot: drop a variable||
        flyte-harden|2024-01-01T00:00:00+00:00|pilot: do not add the capability|\
        The main container needs it no more.

        This line follows.

        Origin: other
        Forwarded: not-needed
        |

        """)
  }

  @Test func theIdsLetGitMergeIntoChangedSurroundings() throws {
    let tree = try PatchTree(Self.base)
    let patch = Self.series[0]
    let path = try #require(patch.changes.last { $0.path.hasSuffix("copilot.go") }).path
    let drifted = Self.edited(Self.goFile, "\tfmt.Println(name)\n", "\tfmt.Print(name)\n\tmore()\n")
    try tree.folder.write(drifted, to: path)
    try tree.run("commit", "-qam", "drift")
    let outcome = try tree.attempt(["am", "-3"], input: patch.render(toolVersion: "1.0"))
    // The neighboring lines changed on both sides, so git asks; it could not without the ids.
    let merged = String(decoding: tree.folder.read(path) ?? [], as: UTF8.self)
    #expect(outcome.status != 0)
    #expect(merged.contains("<<<<<<<") && merged.contains("\tmore()\n"))
  }

  @Test func gitAppliesThePatches() throws {
    let tree = try PatchTree(Self.base)
    for patch in Self.series {
      try tree.run("apply", "--whitespace=error-all", "-", input: patch.render(toolVersion: "1.0"))
      #expect(tree.has(patch.changes))
    }
  }

  @Test(.enabled("patch is not on this machine") { Program(named: "patch") != nil })
  func patchAppliesTheSeries() throws {
    let tree = try PatchTree(Self.base)
    let program = try #require(Program(named: "patch"))
    for patch in Self.series {
      try tree.folder.write(patch.render(toolVersion: "1.0"), to: patch.fileName)
    }
    #expect(Self.series.series == "0001-no-trace.patch\n0002-no-variable.patch\n")
    for name in Self.series.series.split(separator: "\n") {
      let outcome = try program.run(
        ["-p1", "--fuzz=0", "-E", "-i", String(name)], in: tree.folder.url)
      #expect(outcome.status == 0, "\(outcome.text)")
    }
    // patch -E removes files that it leaves empty, as `empty.go` would be.
    let last = Self.series.flatMap(\.changes).filter { $0.new != [] }
    #expect(tree.has(last.filter { change in !last.contains { $0.old == change.new } }))
  }

  @Test func carriageReturnsSurvive() throws {
    let old = Array("package a\r\n\r\nvar b = 1\r\n".utf8)
    let new = Array("package a\r\n\r\nvar b = 2\r\n".utf8)
    let patch = MailPatch(
      number: 1, count: 1, name: "x", subject: "x", body: "",
      changes: [FileChange(path: "a.go", old: old, new: new)])
    #expect(patch.hasCarriageReturns)
    for arguments in [["apply", "-"], ["am", "--keep-cr"]] {
      let tree = try PatchTree(["a.go": old])
      let outcome = try tree.attempt(arguments, input: patch.render(toolVersion: "1.0"))
      #expect(outcome.status == 0, "\(arguments) \(outcome.complaint)")
      #expect(tree.has(patch.changes))
    }
  }

  @Test func wordsAndBytesOutsideASCII() throws {
    let old: [UInt8] = [0x61, 0xff, 0xfe, 0x0a],
      new: [UInt8] = [0x62, 0xff, 0xe2, 0x80, 0x94, 0x0a]
    let patch = MailPatch(
      number: 1, count: 1, name: "x", subject: "é – " + String(repeating: "wörter ", count: 12),
      body: "Größe\n---\nFrom here on", trailers: [("Origin", "Zoë")],
      changes: [FileChange(path: "ä \"b\"\t.go", old: old, new: new)])
    let tree = try PatchTree([patch.changes[0].path: old])
    try tree.run("am", input: patch.render(toolVersion: "1.0"))
    #expect(tree.has(patch.changes))
    #expect(
      try tree.run("log", "-1", "--format=%s|%b").text
        == "é – \(Array(repeating: "wörter", count: 12).joined(separator: " "))|Größe\n> ---\n"
        + "> From here on\n\nOrigin: Zoë\n\n")
  }

  @Test func idsAreLeftOutWhereTheyWouldBeWrong() throws {
    let patch = MailPatch(
      number: 1, count: 1, name: "x", subject: "x", body: "",
      changes: [FileChange(path: "a", old: [0x61, 0x0a], new: [0x62, 0x0a])], namesContents: false)
    let text = String(decoding: patch.render(toolVersion: "1"), as: UTF8.self)
    #expect(!text.contains("\nindex "))
    let tree = try PatchTree(["a": [0x61, 0x0a]])
    try tree.run("am", input: Array(text.utf8))
    #expect(tree.has(patch.changes))
  }

  @Test(arguments: [true, false]) func aProgramIsNamedAsThat(isNamed: Bool) throws {
    let (old, new): ([UInt8], [UInt8]) = ([0x61, 0x0a], [0x62, 0x0a])
    let tree = try PatchTree(["a": old, "gone": old])
    try tree.run("update-index", "--chmod=+x", "a", "gone")
    try tree.run("commit", "-qm", "programs")
    try tree.run("checkout", "-q", "-f", "HEAD")
    let patch = MailPatch(
      number: 1, count: 1, name: "x", subject: "x", body: "",
      changes: [
        FileChange(path: "a", old: old, new: new, isExecutable: isNamed),
        FileChange(path: "gone", old: old, new: nil, isExecutable: isNamed),
      ])
    let mail = patch.render(toolVersion: "1")
    let outcome = try tree.attempt(["apply", "--check"], input: mail)
    #expect(outcome.complaint.isEmpty == isNamed, "\(outcome.complaint)")
    guard isNamed else { return }
    try tree.run("am", "-q", input: mail)
    let diff = try tree.run("diff", "--full-index", "HEAD~1", "HEAD").text
    #expect(String(decoding: mail, as: UTF8.self).contains(diff))
    #expect(diff.contains(" 100755\n") && diff.contains("deleted file mode 100755\n"))
  }

  @Test func theOverviewIsLaidOutAsGitDoes() throws {
    func text(_ count: Int) -> [UInt8] { Array((0..<count).map { "\($0)\n" }.joined().utf8) }
    let sizes = [(0, 3), (1, 1), (5, 200), (300, 1), (90, 90), (2, 1500), (0, 40)]
    let changes = sizes.enumerated().map { index, size in
      FileChange(
        path: String(repeating: "folder/", count: index * 3) + "file\(index).go",
        old: text(size.0) + [0x61, 0x0a], new: text(size.1).reversed() + [0x0a])
    }
    for length in 1...changes.count {
      let patch = MailPatch(
        number: 1, count: 1, name: "x", subject: "x", body: "",
        changes: Array(changes.prefix(length)))
      let tree = try PatchTree(
        TextMap(uniqueKeysWithValues: patch.changes.map { ($0.path, $0.old ?? []) }))
      for change in patch.changes { try tree.folder.write(change.new ?? [], to: change.path) }
      let expected = try tree.run("diff", "--stat=72").text
      let rendered = String(decoding: patch.render(toolVersion: "1"), as: UTF8.self)
      #expect(rendered.contains("---\n\(expected)\ndiff --git"), "\(expected)")
    }
  }
}
