package import Diagnostics
package import Git
package import Model
package import Values

/// Repositories that cannot be read, said where the user named them.
extension DiagnosticList {
  /// Says that a folder is not there.
  package mutating func noFolder(_ place: FlyteInstallation.Place) {
    let written = place.written.value
    let hint: String
    if place.written.origin.span == nil {
      hint = "check the path"
    } else if place.path == written {
      hint = "check the path: it is relative to the config file"
    } else {
      hint = "check the path: from the config file it leads to '\(place.path)'"
    }
    error(
      .unreadableSource, "there is no folder '\(written)'", at: place.written.origin.span,
      hint: hint
    )
  }

  /// Says why a repository of the config cannot be read, at the part of `source` that is to blame.
  package mutating func unreadable(
    _ error: GitError, _ place: FlyteInstallation.Place, _ ref: Located<String>, at span: Span?
  ) {
    let written = place.written.value
    switch error {
    case .noSuchFolder: noFolder(place)
    case .notARepository:
      unreadable(.notARepository(path: written), in: place.path, at: place.written.origin.span)
    case .unknownRef(let name, _):
      unreadable(
        .unknownRef(name, repository: written), in: place.path, at: ref.origin.span)
    case .ambiguousRef(let name, _):
      unreadable(
        .ambiguousRef(name, repository: written), in: place.path, at: ref.origin.span)
    case .unusableName(let name) where name == ref.value:
      unreadable(error, in: place.path, at: ref.origin.span)
    default: unreadable(error, in: place.path, at: span)
    }
  }

  /// Says why a repository cannot be read.
  package mutating func unreadable(_ error: GitError, in path: String, at span: Span? = nil) {
    self.error(.unreadableSource, error.description, at: span, hint: error.hint(in: path))
  }
}

extension GitError {
  /// The hint, with the nearest tag of the repository where there is one.
  fileprivate func hint(in path: String) -> String? {
    guard case .unknownRef(let ref, _) = self,
      let tags = try? GitRepository.open(path: path).tags(),
      let nearest = NearestName.of(ref, among: tags.map(\.name))
    else { return hint }
    return "did you mean '\(nearest)'? if not, fetch it first with 'git fetch --tags'"
  }
}
