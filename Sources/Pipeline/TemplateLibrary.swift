import Diagnostics
import Files

/// The folders that templates are looked up in, by file name; the first that has it wins.
struct TemplateLibrary {
  let folders: [String]

  /// The user's folder, then the one installed beside the program, then the repository's.
  init(users: String?) {
    var folders = users.map { [$0] } ?? []
    if let program = FilePath.program {
      var folder = FilePath.folder(of: program)
      folders.append(FilePath.join(FilePath.folder(of: folder), "share/flyte-harden/Templates"))
      // A build folder lies a few levels below the repository that it was built from.
      for _ in 0..<4 {
        folder = FilePath.folder(of: folder)
        let candidate = FilePath.join(folder, "Templates")
        if FileReading.isFolder(candidate + "/PodTemplate") { folders.append(candidate) }
      }
    }
    self.folders = folders
  }

  /// A template by its name, `PodTemplate/pod-template.yaml`; nil after a fault.
  func file(_ name: String, into diagnostics: inout DiagnosticList) -> SourceFile? {
    for folder in folders where FileReading.kind(of: folder + "/" + name) != nil {
      do throws(FileError) {
        return SourceFile(
          path: folder + "/" + name, bytes: try FileReading.bytes(of: folder + "/" + name))
      } catch {
        diagnostics.unreadable(error)
        return nil
      }
    }
    diagnostics.error(
      .noTemplate, "there is no template '\(name)'", at: nil,
      hint: "looked in \(folders.map { "'\($0)'" }.joined(separator: ", "))")
    return nil
  }

  /// Every template of a folder with an ending, by name; of two with one name the first found.
  func files(
    in folder: String, ending: String, into diagnostics: inout DiagnosticList
  ) -> [SourceFile] {
    var found: [String: SourceFile] = [:]
    for root in folders {
      let place = root + "/" + folder
      guard FileReading.isFolder(place) else { continue }
      do throws(FileError) {
        for name in try FileReading.names(in: place)
        where name.hasSuffix(ending) && found[name] == nil {
          let path = place + "/" + name
          found[name] = SourceFile(path: path, bytes: try FileReading.bytes(of: path))
        }
      } catch {
        diagnostics.unreadable(error)
      }
    }
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }
}
