import Diagnostics
import Flyte
import Model
import Origins

/// Finds the release that a version behaves like.
enum ReleaseReader {
  static func release(
    _ version: Located<String>, behavesLike: Located<String>?,
    into diagnostics: inout DiagnosticList
  ) -> Release? {
    if let behavesLike {
      if let release = Release.named(behavesLike.value) { return release }
      unknown(behavesLike, into: &diagnostics)
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
      "\(version.value) is newer than \(newest.name), the newest known of its line, and is taken for that",
      at: version.origin.span, hint: "say 'behavesLike: \(newest.name)' once you have checked it")
    return newest
  }

  private static func unknown(
    _ version: Located<String>, into diagnostics: inout DiagnosticList
  ) {
    let names = Release.all.map(\.name)
    if ["v1.9.0", "v1.9.1"].contains(version.value) || version.value.hasPrefix("v1.8") {
      diagnostics.error(
        .unknownRelease, "\(version.value) is older than v1.9.2, the oldest known",
        at: version.origin.span)
      return
    }
    let nearest = NearestName.of(version.value, among: names)
    diagnostics.error(
      .unknownRelease, "there is no Flyte release '\(version.value)'", at: version.origin.span,
      hint: nearest.map { "did you mean '\($0)'? For a fork, add 'behavesLike' with a release" }
        ?? "for a fork, add 'behavesLike' with the release it is made from")
  }
}
