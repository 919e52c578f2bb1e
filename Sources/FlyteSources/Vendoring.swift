public import Diagnostics
import FileFaults
import Files
import Git
import GoPatch
import TemplateLookup

/// Copies the few files of a Flyte repository that patches are computed from into a folder that is
/// itself a source, so that a machine without the repository can generate and verify.
public struct Vendoring: Sendable {
  private let repository: String
  private let ref: String
  private let folder: String
  private let templatesFolder: String?

  /// Makes a copying of what a local repository has at a ref.
  /// - Parameter templatesFolder: a folder of the user's own templates, whose rules may need more.
  public init(repository: String, ref: String, folder: String, templatesFolder: String?) {
    self.repository = repository
    self.ref = ref
    self.folder = folder
    self.templatesFolder = templatesFolder
  }

  /// Reads everything; nil after a fault.
  public func copy(into diagnostics: inout DiagnosticList) -> VendoredCopy? {
    let library = TemplateLibrary(users: templatesFolder)
    library.checkUsers(at: nil, into: &diagnostics)
    let patches = PatchTemplates.read(library, into: &diagnostics)
    guard let target = VendorTarget(folder, into: &diagnostics), let patches,
      !diagnostics.hasErrors
    else { return nil }
    do throws(GitError) {
      let (source, files) = try VendoredSource.copy(
        from: repository, ref: ref, paths: patches.set.paths, to: folder)
      guard !source.blobs.isEmpty else {
        diagnostics.noSources(
          in: "'\(repository)' at \(ref)", insteadIn: try otherFolder(patches.set.paths), at: nil)
        return nil
      }
      var all = files
      all[VendoredSource.fileName] = source.bytes
      all[".gitattributes"] = Array(
        "# The copies are byte for byte what the commit has.\n* -text\n".utf8)
      return target.copy(all, commit: source.commit, into: &diagnostics)
    } catch {
      diagnostics.unreadable(error, in: repository)
      return nil
    }
  }

  /// The folder in which the repository has Flyte, if not the expected one.
  private func otherFolder(_ paths: [String]) throws(GitError) -> String? {
    let repository = try GitRepository.open(path: repository)
    return try repository.flyteFolder(at: try repository.commit(of: ref), paths)
  }
}
