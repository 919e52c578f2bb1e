import Changes
import CommandLine
import Diagnostics
import Files
import Pipeline

/// Two sides that are known by their files alone.
struct DiffSides {
  private let session: Session
  private let before: String
  /// Nil: the output folder as it is.
  private let after: String?
  /// True if words may name configs and folders as well as commits.
  private let mayBePaths: Bool

  /// Nil where the config is one of the sides.
  init?(_ session: Session) throws(UsageError) {
    let invocation = session.invocation
    let second = invocation.arguments.first
    switch (invocation["against"], invocation["between"]) {
    case (nil, nil):
      guard let second else { return nil }
      throw UsageError(
        "unexpected argument '\(second)'", word: second,
        hint: "to compare two configs, folders or commits: '--between A B'", command: "diff")
    case (_?, _?):
      throw UsageError(
        "'--against' and '--between' cannot be combined", word: "", hint: "remove one of them",
        command: "diff")
    case (let ref?, nil):
      guard second == nil else {
        throw UsageError(
          "'--against' takes one commit", word: "",
          hint: "to compare two commits: '--between A B'", command: "diff")
      }
      (before, after, mayBePaths) = (ref, nil, false)
    case (nil, let first?):
      guard let second else {
        throw UsageError(
          "'--between' takes two configs, folders or commits", word: "",
          hint: "write '--between A B'",
          command: "diff")
      }
      (before, after, mayBePaths) = (first, second, true)
    }
    if invocation["config"] != nil {
      throw UsageError(
        "'--config' cannot be combined with '--against' or '--between', which need no config",
        word: "", hint: "remove one of them", command: "diff")
    }
    self.session = session
  }

  /// The report; nil after a fault, which is printed.
  func report() -> ChangeReport? {
    var diagnostics = DiagnosticList()
    let reading = SnapshotSide(clusters: session.options.clusters)
    let old = side(before, reading, into: &diagnostics)
    let new =
      after.map { side($0, reading, into: &diagnostics) }
      ?? reading.folder(session.options.output, isNeeded: true, into: &diagnostics)
    session.print(diagnostics)
    guard let old, let new, !diagnostics.hasErrors else { return nil }
    return Comparison.report(from: old, to: new)
  }

  private func side(
    _ word: String, _ reading: SnapshotSide, into diagnostics: inout DiagnosticList
  ) -> ComparedSide? {
    guard mayBePaths else {
      return reading.commit(word, of: session.options.output, into: &diagnostics)
    }
    if ConfigPlace.isConfig(word) {
      var options = session.options
      options.config = word
      let plan = Walk(options: options).plan(into: &diagnostics)
      return diagnostics.hasErrors ? nil : plan?.side(in: word, named: word, into: &diagnostics)
    }
    return FileReading.isFolder(word)
      ? reading.folder(word, isNeeded: true, into: &diagnostics)
      : reading.commit(word, of: session.options.output, into: &diagnostics)
  }
}
