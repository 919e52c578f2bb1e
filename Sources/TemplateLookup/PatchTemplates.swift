package import Diagnostics
package import GoPatch

/// The rule files, the Go files that they add, and the shapes of the known releases.
package struct PatchTemplates {
  package let set: PatchSet
  package let goFiles: TextMap<[UInt8]>
  package let fingerprints: FingerprintTable
  /// The folder of the user's own templates, whose rules may ask for more files.
  package let usersFolder: String?

  /// Reads and checks them all; nil after a fault.
  package static func read(
    _ library: TemplateLibrary, into diagnostics: inout DiagnosticList
  ) -> PatchTemplates? {
    let before = diagnostics.errorCount
    var rules: [PatchRule] = []
    for (file, isUsers) in library.owned(in: "GoPatch", ending: ".goedit", into: &diagnostics) {
      let rule = PatchRule.parse(file, isBuiltIn: !isUsers, into: &diagnostics)
      if let rule { rules.append(rule) }
    }
    guard diagnostics.errorCount == before else { return nil }
    let set = PatchSet(rules: rules, into: &diagnostics)
    var goFiles: TextMap<[UInt8]> = [:]
    for name in set.goTemplates {
      let span = set.rules.lazy.compactMap { $0.span(ofTemplate: name) }.first
      goFiles[name] = library.file("Go/\(name)", at: span, into: &diagnostics)?.bytes
    }
    let table = library.file("GoPatch/fingerprints.txt", into: &diagnostics).flatMap {
      FingerprintTable.parse($0, into: &diagnostics)
    }
    guard let table, diagnostics.errorCount == before else { return nil }
    return PatchTemplates(
      set: set, goFiles: goFiles, fingerprints: table, usersFolder: library.users)
  }
}
