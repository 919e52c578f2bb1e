import Command
import Foundation
import TestSupport
import Testing

/// Flyte sources that are not as they should be: copies of the sample, changed.
@Suite struct SourceTests {
  private static let flytek8s =
    "flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s"

  /// A folder with a copy of the sample and a config for it.
  private func scratch(_ flyte: String = "", top: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Snapshots.repository.appending(path: "config/sample-flyte"),
      to: folder.url.appending(path: "flyte"))
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      \(top)
      profiles: { strict: { extends: builtin/restricted } }
      clusters:
        one:
          flyte: { version: v1.15.3, source: { path: flyte }\(flyte) }
          kubernetes: { version: "1.31" }
          namespaces: [{ name: x }]
          assign: [{ profile: strict }]

      """, to: "config.yaml")
    return folder
  }

  private func change(
    _ file: String, in folder: TemporaryFolder, _ old: String, to new: String
  ) throws {
    let url = folder.url.appending(path: "\(Self.flytek8s)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(
      to: url, atomically: true, encoding: .utf8)
  }

  private func generate(_ folder: TemporaryFolder) -> (
    status: Command.ExitStatus, complaint: String
  ) {
    let result = run([
      "generate", "--config", folder.url.appending(path: "config.yaml").path, "--output",
      folder.url.appending(path: "out").path,
    ])
    return (result.status, result.complaint)
  }

  @Test func aRenamedFunctionIsNoReasonToSayDone() throws {
    let folder = try scratch()
    try change("copilot.go", in: folder, "AddCoPilotToContainer(", to: "AddPilotToContainer(")
    let result = generate(folder)
    #expect(result.status == .failure)
    #expect(result.complaint.contains("'no-sys-ptrace' cannot be made"))
    #expect(result.complaint.contains("[remedy/impossible]"))
    #expect(folder.read("out/one/setup.yaml") == nil)
  }

  @Test func aShapeThatNoReleaseHasIsRefusedUntilItIsAllowed() throws {
    let folder = try scratch()
    try change(
      "copilot.go", in: folder, "\tshared := true", to: "\tprintln(cfg.Image)\n\tshared := true")
    try change(
      "copilot.go", in: folder, "\treturn nil\n}", to: "\tprintln(c.Name)\n\treturn nil\n}")
    let refused = generate(folder)
    #expect(refused.status == .failure)
    #expect(refused.complaint.contains("[remedy/unverified-shape]"))
    let allowed = try scratch(", unverifiedShapes: allow")
    try change(
      "copilot.go", in: allowed, "\treturn nil\n}", to: "\tprintln(c.Name)\n\treturn nil\n}")
    #expect(generate(allowed).status == .success)
    let patch = String(
      decoding: allowed.read("out/one/patches/0001-no-sys-ptrace.patch") ?? [], as: UTF8.self)
    #expect(patch.contains("No Flyte release has these functions in this form"))
  }

  @Test func aFixThatTheSourcesCarryIsNotMadeAgain() throws {
    let folder = try scratch()
    try change(
      "pod_template_store.go", in: folder, ".(*v1.PodTemplate)\n",
      to: ".(*v1.PodTemplate).DeepCopy()\n")
    #expect(generate(folder).status == .success)
    let setup = String(decoding: folder.read("out/one/setup.yaml") ?? [], as: UTF8.self)
    #expect(setup.contains("templateStore: copied"))
    #expect(folder.read("out/one/patches/0004-podtemplate-copies.patch") == nil)
  }

  @Test func sourcesOfAnotherReleaseAreNamed() throws {
    let folder = try scratch(top: "templatesFolder: own")
    let table = try String(
      contentsOf: Snapshots.repository.appending(path: "Templates/GoPatch/fingerprints.txt"),
      encoding: .utf8)
    _ = try folder.write(
      table.replacingOccurrences(of: " sample", with: " v1.15.3-of-ours"),
      to: "own/GoPatch/fingerprints.txt")
    let result = generate(folder)
    #expect(result.complaint.contains("the sources are those of v1.15.3-of-ours"))
    #expect(result.complaint.contains("[flyte/version-mismatch]"))
  }

  @Test func aDirtyCheckoutIsNamed() throws {
    let folder = try scratch()
    let git = try #require(Program(named: "git"))
    let checkout = folder.url.appending(path: "flyte")
    for words in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "sources"],
    ] {
      #expect(try git.run(words, in: checkout).status == 0)
    }
    #expect(!generate(folder).complaint.contains("[source/edited]"))
    try change(
      "copilot.go", in: folder, "package flytek8s\n", to: "package flytek8s\n\n// edited\n")
    #expect(generate(folder).complaint.contains("[source/edited]"))
  }

  @Test func aRepositoryAtARefGivesTheSamePatches() throws {
    let folder = try scratch()
    let git = try #require(Program(named: "git"))
    let checkout = folder.url.appending(path: "flyte")
    for words in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "sources"],
      ["tag", "v1.15.3"],
    ] {
      #expect(try git.run(words, in: checkout).status == 0)
    }
    #expect(generate(folder).status == .success)
    let fromFolder = folder.read("out/one/patches/0001-no-sys-ptrace.patch")
    let config = String(decoding: folder.read("config.yaml") ?? [], as: UTF8.self)
    _ = try folder.write(
      config.replacingOccurrences(of: "path: flyte", with: "repository: flyte, ref: v1.15.3"),
      to: "config.yaml")
    try change("copilot.go", in: folder, "SYS_PTRACE", to: "EDITED")
    #expect(generate(folder).status == .success)
    #expect(folder.read("out/one/patches/0001-no-sys-ptrace.patch") == fromFolder)
    _ = try folder.write(
      config.replacingOccurrences(of: "path: flyte", with: "repository: flyte, ref: v1.15.4"),
      to: "config.yaml")
    #expect(generate(folder).complaint.contains("[source/unreadable]"))
  }
}
