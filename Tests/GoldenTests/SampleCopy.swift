import Command
import Foundation
import TestSupport
import Testing

/// A copy of the sample sources, and a config for it.
struct SampleCopy {
  private static let flytek8s = "flyteplugins/go/tasks/pluginmachinery/flytek8s"

  let folder: TemporaryFolder

  var path: String { folder.url.path }
  var sources: URL { folder.url.appending(path: "flyte") }

  /// - Parameters:
  ///   - flyte: what stands behind `source` in the config.
  ///   - top: lines at the config's top.
  init(_ flyte: String = "", top: String = "") throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Snapshots.repository.appending(path: "config/sample-flyte"), to: sources)
    try config(source: "path: flyte", flyte, top: top)
  }

  /// Writes the config again.
  func config(
    version: String = "v1.15.3", source: String, _ flyte: String = "", top: String = "",
    cluster: String = ""
  ) throws {
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      \(top)
      profiles: { strict: { extends: builtin/restricted, pod: { securityContext: { runAsUser: 1000 } } } }
      clusters:
        one:
          flyte: { version: \(version), source: { \(source) }\(flyte) }
          kubernetes: { version: "1.31" }
          chart: flyte-core
          \(cluster)
          namespaces: [{ name: x }]
          assign: [{ profile: strict }]

      """, to: "config.yaml")
  }

  /// Changes a file of flytek8s; the old text must be there.
  func change(_ file: String, _ old: String, to new: String) throws {
    let url = sources.appending(path: "\(Self.flytek8s)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(
      to: url, atomically: true, encoding: .utf8)
  }

  /// Makes the sources a git repository with one commit and tags.
  func commit(tags: [String] = []) throws {
    try git(["init", "-q"])
    try git(["add", "-A"])
    try git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "sources"])
    for tag in tags { try git(["tag", tag]) }
  }

  /// Runs git in the sources, or in another folder.
  func git(_ words: [String], in place: URL? = nil) throws {
    let git = try #require(Program(named: "git"))
    let outcome = try git.run(
      ["-c", "user.name=a", "-c", "user.email=a@b"] + words, in: place ?? sources)
    #expect(outcome.status == 0, "git \(words): \(outcome.complaint)")
  }

  /// Asks for every patch by name: `auto` makes only those that pods need.
  func askForAllPatches() throws {
    let file = folder.url.appending(path: "config.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let names = [
      "no-sys-ptrace", "default-security-context", "copilot-security-context",
      "podtemplate-copies",
    ].joined(separator: ", ")
    let asked = text.replacingOccurrences(
      of: "    kubernetes:", with: "    patches: [\(names)]\n    kubernetes:")
    #expect(asked != text)
    try asked.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The patches that were written, in the order of the series.
  var patches: [String] {
    (output("patches/series") ?? "").split(separator: "\n").map { "\(path)/out/one/patches/\($0)" }
  }

  func generate() -> (status: Command.ExitStatus, complaint: String) {
    let result = run(["generate"] + options)
    return (result.status, result.complaint)
  }

  /// The config and the output, as options.
  var options: [String] { ["--config", "\(path)/config.yaml", "--output", "\(path)/out"] }

  /// The text of a file below the cluster's output; nil where there is none.
  func output(_ file: String) -> String? {
    folder.read("out/one/\(file)").map { String(decoding: $0, as: UTF8.self) }
  }
}
