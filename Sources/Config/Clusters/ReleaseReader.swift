import Diagnostics
import Flyte
import Model
import Values

/// Finds the release that a version behaves like.
enum ReleaseReader {
  static func release(
    _ version: Located<String>, behavesLike: Located<String>?,
    into diagnostics: inout DiagnosticList
  ) -> Release? {
    if let behavesLike {
      if let release = Release.named(behavesLike.value) {
        check(version, against: behavesLike, into: &diagnostics)
        return release
      }
      unknown(behavesLike, isOfFork: true, into: &diagnostics)
      return nil
    }
    if let release = Release.named(version.value) { return release }
    guard let numbers = TextForms.flyteNumbers(version.value),
      let line = Release.Line(rawValue: numbers[0]), let newest = Release.newest(of: line),
      let last = TextForms.flyteNumbers(newest.name), last.lexicographicallyPrecedes(numbers)
    else {
      unknown(version, into: &diagnostics)
      return nil
    }
    diagnostics.warning(
      .newerRelease,
      "\(version.value) is newer than \(newest.name), the newest known release of its line, and is treated as that release",
      at: version.origin.span, hint: "add 'behavesLike: \(newest.name)' once you have checked it")
    return newest
  }

  /// A release behaves like itself.
  private static func check(
    _ version: Located<String>, against behavesLike: Located<String>,
    into diagnostics: inout DiagnosticList
  ) {
    guard version.value != behavesLike.value, Release.named(version.value) != nil else { return }
    diagnostics.error(
      .twoReleases,
      "\(version.value) is a release of its own and cannot behave like \(behavesLike.value)",
      at: behavesLike.origin.span,
      notes: [Diagnostic.Note("the version is set here", at: version.origin.span)],
      hint: "remove 'behavesLike', or give the fork its own version")
  }

  /// - Parameter isOfFork: whether it is already what a fork behaves like.
  private static func unknown(
    _ version: Located<String>, isOfFork: Bool = false, into diagnostics: inout DiagnosticList
  ) {
    let numbers = TextForms.flyteNumbers(version.value) ?? []
    if let oldest = Release.all.first, let first = TextForms.flyteNumbers(oldest.name),
      numbers.lexicographicallyPrecedes(first)
    {
      diagnostics.error(
        .unknownRelease,
        "\(version.value) is older than \(oldest.name), the oldest supported release",
        at: version.origin.span, hint: "move to \(oldest.name) or later first")
      return
    }
    let names = Release.nearest(to: version.value).map(\.name)
    let nearest = NearestName.of(version.value, among: names) ?? names.last
    diagnostics.error(
      .unknownRelease, "there is no Flyte release \(quoted: version.value)",
      of: version.value, at: version.origin.span, correction(nearest, isOfFork: isOfFork))
  }

  private static func correction(_ nearest: String?, isOfFork: Bool) -> Correction {
    if isOfFork { return .name(nearest) ?? Correction("use a Flyte release") }
    return nearest.map {
      Correction("did you mean '\($0)'? For a fork, add 'behavesLike' with a release", $0, .likely)
    } ?? Correction("for a fork, add 'behavesLike' with the release that it is based on")
  }
}
