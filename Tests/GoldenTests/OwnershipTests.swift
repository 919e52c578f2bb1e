import Command
import Foundation
import TestSupport
import Testing

/// Somebody else's folders and files are never emptied, and are in nobody's way.
@Suite struct OwnershipTests {
  private let shell = Program(named: "sh")

  private func run(_ line: String, in folder: URL) throws {
    let outcome = try #require(shell).run(["-c", "set -e; " + line], in: folder)
    #expect(outcome.status == 0, "\(line): \(outcome.complaint)")
  }

  /// A folder with digests of its own, and a copy of a cluster's folder under another name.
  @Test func whatLooksGeneratedIsNamedOnceAndLeft() throws {
    var folder = try GeneratedFolder()
    let output = folder.file("")
    try run(
      """
      mkdir mine; echo "my: own" >mine/setup.yaml; echo precious >mine/data.txt
      (cd mine; sha256sum data.txt setup.yaml >SHA256SUMS)
      cp -r odd odd-before-upgrade; cp -r odd 'odd two'; cp -r odd "$(printf 'odd\\377')"
      """, in: output)
    let before = Snapshots.files(in: output)
    func expectLeft(_ complaint: String, after words: String) {
      for name in ["mine", "odd-before-upgrade", "odd two", "odd\\xFF"] {
        let line = "\(words): \(folder.output)/\(name) (looks generated, but not for this name)\n"
        #expect(complaint.components(separatedBy: line).count == 2, "\(complaint)")
      }
      #expect(complaint.utf8.count { $0 == 0x0A } == 4, "\(complaint)")
    }
    let verified = folder.call("verify")
    #expect(verified.status == .success)
    expectLeft(verified.complaint, after: "not checked")
    let generated = folder.call("generate")
    #expect(generated.status == .success)
    expectLeft(generated.complaint, after: "left alone")
    #expect(Snapshots.files(in: output) == before)
    // Nor is it touched when the cluster that it is a copy of is gone.
    try folder.change("  odd:", to: "  even:")
    #expect(folder.call("generate").status == .success)
    let after = Snapshots.files(in: output)
    #expect(after.filter { $0.key.hasPrefix("odd/") }.isEmpty)
    for (path, bytes) in before where !path.hasPrefix("odd/") { #expect(after[path] == bytes) }
  }

  /// A copy that gets the name of a new cluster is not that cluster's.
  @Test func aCopyUnderTheNameOfANewClusterIsInTheWay() throws {
    var folder = try GeneratedFolder()
    try run("cp -r odd even; echo '# mine' >>even/pod-templates/no.yaml", in: folder.file(""))
    try folder.change("  odd:", to: "  even:")
    let before = Snapshots.files(in: folder.file(""))
    for command in ["generate", "verify", "diff"] {
      let result = folder.call(command)
      #expect(result.status == (command == "generate" ? .failure : .findings))
      #expect(
        (result.output + result.complaint).contains("of another cluster  \(folder.output)/even\n"))
    }
    #expect(Snapshots.files(in: folder.file("")) == before)
  }

  /// A list that somebody made again says nothing of what the tool wrote.
  @Test func aUsersFileInAListOfTheirOwnIsLeft() throws {
    var folder = try GeneratedFolder()
    let odd = folder.file("odd")
    try run(
      """
      echo mine >notes.txt; echo mine >pod-templates/mine.yaml; echo mine >helm/mine.yaml
      cp pod-templates/123.yaml pod-templates/123-before.yaml
      find . -type f ! -name SHA256SUMS | sed 's,^./,,' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS
      """, in: odd)
    let before = Snapshots.files(in: odd)
    let found = folder.call("verify").output
    #expect(found.contains("edited   \(folder.output)/odd/SHA256SUMS\n"))
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let complaint = folder.call("generate").complaint
    let mine = [
      "notes.txt", "pod-templates/mine.yaml", "helm/mine.yaml", "pod-templates/123-before.yaml",
    ]
    let after = Snapshots.files(in: odd)
    for path in mine {
      #expect(complaint.contains("left alone: \(folder.output)/odd/\(path) (foreign)\n"))
      #expect(after[path] == before[path])
    }
    // Whose these are is no longer certain either.
    #expect(complaint.contains("odd/pod-templates/123.yaml (edited and stale)\n"))
    #expect(after["pod-templates/123.yaml"] == before["pod-templates/123.yaml"])
  }

  @Test func theListFitsItsSetup() throws {
    let folder = try GeneratedFolder()
    try run(
      """
      sha256sum -c --quiet SHA256SUMS
      test "$(grep -v ' setup.yaml$' SHA256SUMS | sha256sum | cut -d' ' -f1)" = \
        "$(sed -n "s/^sums: //p" setup.yaml | tr -d \\"\\')"
      """, in: folder.file("odd"))
  }

  @Test func largeAndManyForeignThingsAreInNobodysWay() throws {
    let folder = try GeneratedFolder()
    let output = folder.file("")
    for number in 0..<1100 { try folder.scratch.write("x", to: "out/other-\(number)/x") }
    try run(
      """
      mkdir big; : >big/SHA256SUMS; truncate -s 65M big/SHA256SUMS big.bin odd/big.bin
      mkfifo fifo; mkdir pipes; mkfifo pipes/SHA256SUMS pipes/setup.yaml; ln -s odd link
      mkdir "$(printf 'odd/\\376')"; touch "$(printf '\\376')"
      """, in: output)
    let found = folder.call("verify")
    #expect(found.status == .findings)
    #expect(
      try run(by: "ulimit -n 64; exec", ["verify"] + folder.options).text == found.output)
    #expect(
      found.output.hasPrefix(
        "foreign  \(folder.output)/odd/\\xFE\nforeign  \(folder.output)/odd/big.bin\n"))
    let generated = folder.call("generate")
    #expect(generated.status == .success)
    #expect(generated.complaint.contains("odd/big.bin (foreign)"))
    try run("rm odd/big.bin; rmdir \"$(printf 'odd/\\376')\"", in: output)
    #expect(folder.call("verify").status == .success)
  }

  /// Runs the program as a process, by a line of a shell that ends with what starts it.
  private func run(by line: String, _ words: [String]) throws -> Program.Outcome {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let tool = URL(filePath: tests).deletingLastPathComponent().appending(path: "flyte-harden")
    return try #require(shell).run(
      ["-c", "\(line) \"$@\"", "sh", tool.path] + words, in: Snapshots.repository)
  }

  /// As somebody who has no more rights than the files say, as root has.
  private static let withoutRights =
    getuid() == 0 ? "exec setpriv --bounding-set -dac_override,-dac_read_search" : "exec"

  /// Folders that cannot be read never read as empty.
  @Test(arguments: ["pod-templates", "helm"])
  func anUnreadableFolderIsNoChange(name: String) throws {
    let folder = try GeneratedFolder()
    let output = folder.file("").path
    try run("mkdir -p odd/helm", in: folder.file(""))
    try run("chmod 000 odd/\(name)", in: folder.file(""))
    defer { try? run("chmod 755 odd/\(name)", in: folder.file("")) }
    let outcome = try run(by: Self.withoutRights, ["diff", "--between", output, output])
    #expect(outcome.status == 2, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("odd/\(name)': permission denied"), "\(outcome.complaint)")
  }

  @Test func unreadableForeignThingsAreInNobodysWay() throws {
    let folder = try GeneratedFolder()
    try run(
      """
      mkdir mine closed; echo x >mine/SHA256SUMS; echo x >mine/setup.yaml; echo x >odd/closed.txt
      mkdir odd/closed; chmod 000 mine/SHA256SUMS mine/setup.yaml closed odd/closed.txt odd/closed
      """, in: folder.file(""))
    defer { try? run("chmod -R u+rwX .", in: folder.file("")) }
    let outcome = try run(by: Self.withoutRights, ["generate"] + folder.options)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("odd/closed (foreign)"))
    #expect(outcome.complaint.contains("odd/closed.txt (foreign)"))
    #expect(!outcome.complaint.contains("mine"))
  }

  @Test func aForeignThingOfATemporaryNameIsInNobodysWay() throws {
    var folder = try GeneratedFolder()
    try run(
      """
      mkdir .flyte-harden-new odd/.flyte-harden-new odd/pod-templates/.x.yaml.flyte-harden-new
      mkdir .odd.flyte-harden-new; echo mine >odd/.flyte-harden-new-2
      """, in: folder.file(""))
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let result = folder.call("generate")
    #expect(result.status == .success)
    #expect(result.complaint.contains("odd/.flyte-harden-new (foreign)"))
    #expect(result.complaint.contains("odd/.flyte-harden-new-2 (foreign)"))
    #expect(folder.scratch.read("out/odd/.flyte-harden-new-2") == Array("mine\n".utf8))
    #expect(folder.scratch.read("out/odd/pod-templates/x.yaml") != nil)
    try run(
      """
      rmdir .flyte-harden-new odd/.flyte-harden-new odd/pod-templates/.x.yaml.flyte-harden-new
      rmdir .odd.flyte-harden-new; rm odd/.flyte-harden-new-2
      """, in: folder.file(""))
    #expect(folder.call("verify").status == .success)
  }

  /// If one folder takes no files, no other is written either.
  @Test func aFolderThatTakesNoFilesLeavesAllAsItWas() throws {
    var folder = try GeneratedFolder()
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let before = Snapshots.files(in: folder.file(""))
    try run("chmod 555 odd/pod-templates", in: folder.file(""))
    defer { try? run("chmod 755 odd/pod-templates", in: folder.file("")) }
    let outcome = try run(by: Self.withoutRights, ["generate"] + folder.options)
    #expect(outcome.status == 2)
    #expect(outcome.complaint.contains("odd/pod-templates': permission denied"))
    #expect(Snapshots.files(in: folder.file("")) == before)
  }
}
