package import Diagnostics
import Files

/// Looks at the user's own folder of templates: it must be there, and a file that no name leads to
/// is most likely misspelled.
extension TemplateLibrary {
  /// The folders that templates stand in, and the ending of files that any name is good for.
  private static let rooms: [(folder: String, open: String?)] = [
    ("PodTemplate", nil), ("Helm", nil), ("Profile", ".yaml"), ("GoPatch", ".goedit"),
    ("Go", ".go"),
  ]

  /// Reports what is wrong with it.
  /// - Parameter span: where the folder is named.
  package func checkUsers(at span: Span?, into diagnostics: inout DiagnosticList) {
    guard let users else { return }
    guard FileReading.isFolder(users) else {
      let isThere = FileReading.kind(of: users) != nil
      diagnostics.error(
        .noTemplatesFolder,
        isThere ? "'\(users)' is not a folder" : "there is no folder '\(users)'",
        at: span, hint: span == nil ? nil : "a path is relative to the config file")
      return
    }
    checkRooms(users, at: span, into: &diagnostics)
    for room in Self.rooms where FileReading.isFolder(users + "/" + room.folder) {
      checkFiles(users, room.folder, room.open, at: span, into: &diagnostics)
    }
  }

  /// A folder of templates holds at least one of the rooms, and none that is misspelled.
  private func checkRooms(
    _ users: String, at span: Span?, into diagnostics: inout DiagnosticList
  ) {
    let known = Self.rooms.map(\.folder)
    let names = (try? FileReading.names(in: users)) ?? []
    for name in names where !known.contains(name) && FileReading.isFolder(users + "/" + name) {
      guard let nearest = NearestName.of(name, among: known) else { continue }
      diagnostics.warning(
        .unusedTemplate, "the folder '\(users)/\(name)' is never read", at: span,
        hint: "did you mean '\(nearest)'?")
    }
    guard !names.contains(where: known.contains) else { return }
    diagnostics.warning(
      .unusedTemplate, "'\(users)' has no templates", at: span,
      hint: "put them into folders named \(known.joined(separator: ", "))")
  }

  private func checkFiles(
    _ users: String, _ folder: String, _ open: String?, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) {
    let own = ownNames(in: folder)
    for name in (try? FileReading.names(in: users + "/" + folder)) ?? [] {
      guard !name.hasPrefix("."), !name.hasSuffix(".md"), !own.contains(name),
        !(open.map(name.hasSuffix) ?? false)
      else { continue }
      let nearest = NearestName.of(name, among: own.sorted())
      diagnostics.warning(
        .unusedTemplate, "the template '\(users)/\(folder)/\(name)' is never used", at: span,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? open.map { "rename it to end in '\($0)', or remove it" } ?? "remove it")
    }
  }
}
