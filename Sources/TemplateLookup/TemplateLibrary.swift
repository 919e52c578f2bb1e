package import Diagnostics
import FileFaults
import Files
import GoPatch

/// The folders that templates are looked up in, by file name; the first that has it wins.
package struct TemplateLibrary {
  /// A folder, and what it is called in messages: where the tool's own is differs by machine.
  private struct Folder {
    let path: String
    let shown: String
    var isUsers = false
  }

  private let folders: [Folder]
  /// The user's folder, when there is one.
  package let users: String?

  /// The user's folder, then the one installed beside the program, then the repository's.
  package init(users: String?, program: String? = FilePath.program) {
    var folders = users.map { [Folder(path: $0, shown: $0, isUsers: true)] } ?? []
    func add(_ path: String) { folders.append(Folder(path: path, shown: "Templates")) }
    if let program {
      var folder = FilePath.folder(of: program)
      add(FilePath.join(FilePath.folder(of: folder), "share/flyte-harden/Templates"))
      // A build folder lies a few levels below the repository that it was built from.
      for _ in 0..<4 {
        folder = FilePath.folder(of: folder)
        let candidate = FilePath.join(folder, "Templates")
        if FileReading.isFolder(candidate + "/PodTemplate") { add(candidate) }
      }
    }
    self.folders = folders
    self.users = users
  }

  /// The names of the tool's own templates in a folder.
  package func ownNames(in name: String) -> TextSet {
    let own = folders.dropFirst(users == nil ? 0 : 1)
    return TextSet(own.flatMap { (try? FileReading.names(in: $0.path + "/" + name)) ?? [] })
  }

  /// A template by its name, `PodTemplate/pod-template.yaml`; nil after a fault.
  /// - Parameter span: where it is asked for.
  package func file(
    _ name: String, at span: Span? = nil, into diagnostics: inout DiagnosticList
  ) -> SourceFile? {
    for folder in folders where FileReading.kind(of: folder.path + "/" + name) != nil {
      do throws(FileError) {
        return try Self.read(name, in: folder)
      } catch {
        diagnostics.unreadable(error)
        return nil
      }
    }
    diagnostics.error(
      .noTemplate, "there is no template '\(name)'", at: span, hint: whereLooked)
    return nil
  }

  /// Every template of a folder with an ending, by name; of two with one name the first found. That
  /// the folder is nowhere is a fault.
  package func files(
    in name: String, ending: String, into diagnostics: inout DiagnosticList
  ) -> [SourceFile] {
    owned(in: name, ending: ending, into: &diagnostics).map(\.file)
  }

  /// The same, and whether each is from the user's own folder.
  package func owned(
    in name: String, ending: String, into diagnostics: inout DiagnosticList
  ) -> [(file: SourceFile, isUsers: Bool)] {
    var found: TextMap<(file: SourceFile, isUsers: Bool)> = [:]
    if !folders.contains(where: { FileReading.isFolder($0.path + "/" + name) }) {
      diagnostics.error(
        .noTemplate, "there is no template folder '\(name)'", at: nil, hint: whereLooked)
    }
    for folder in folders where FileReading.isFolder(folder.path + "/" + name) {
      do throws(FileError) {
        for file in try FileReading.names(in: folder.path + "/" + name)
        where file.hasSuffix(ending) && found[file] == nil {
          guard found.count < Self.filesLimit else {
            throw FileError(
              path: folder.path + "/" + name,
              reason: "it has more than \(Self.filesLimit) templates")
          }
          found[file] = (try Self.read(name + "/" + file, in: folder), folder.isUsers)
        }
      } catch {
        diagnostics.unreadable(error)
      }
    }
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }

  /// Templates of one kind.
  package static let filesLimit = RuleLimits.files
  /// Bytes of a template.
  package static let fileLimit = 1 << 20

  private var whereLooked: String {
    "looked in \(folders.map { "'\($0.path)'" }.joined(separator: ", "))"
  }

  private static func read(_ name: String, in folder: Folder) throws(FileError) -> SourceFile {
    SourceFile(
      path: folder.shown + "/" + name,
      bytes: try FileReading.bytes(of: folder.path + "/" + name, limit: fileLimit))
  }
}
