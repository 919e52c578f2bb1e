import Config
import Diagnostics
import Model
import Values

/// Whether files with objects of a cluster have any for the namespaces that name them.
struct FileUse {
  private struct Use {
    let file: FlyteInstallation.Place
    let namespaces: [String]
    var fits: Bool
  }

  private var uses: [Origin: Use] = [:]

  /// Takes in that a namespace asks for the objects of a file. Flyte's own has no tasks, so what is for it
  /// alone changes nothing.
  mutating func add(_ place: RuledPlace, _ file: FlyteInstallation.Place, _ objects: RuleManifests)
  {
    let fits = !place.isFallback && objects.has(place.name)
    if uses[file.written.origin] == nil {
      uses[file.written.origin] = Use(file: file, namespaces: objects.namespaces, fits: false)
    }
    if fits { uses[file.written.origin]?.fits = true }
  }

  /// Reports files that do nothing. A file of a cluster without such objects is right.
  func report(into diagnostics: inout DiagnosticList) {
    for use in uses.values where !use.fits && !use.namespaces.isEmpty {
      let names = use.namespaces.prefix(3).map { "'\($0)'" }
      let rest = use.namespaces.count - names.count
      diagnostics.warning(
        .wrongValue,
        "no object of '\(use.file.written.value)' is in one of the namespaces here: they are in \((names + (rest > 0 ? ["\(rest) more"] : [])).listed)",
        at: use.file.written.origin.span,
        hint: "name a file with the objects of this cluster, or correct the namespaces")
    }
  }
}
