public import Diagnostics
public import Files
import Git
import GoPatch

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

  /// A copy that is ready to be written.
  public struct Copy: Sendable {
    /// The folder.
    public let folder: String
    /// The commit that the files are from.
    public let commit: String
    /// The bytes by path below the folder, the manifest among them.
    let files: [String: [UInt8]]
    /// Files of an earlier copy that are not in this one.
    let stale: [String]

    /// How many files of Flyte are in it.
    public var count: Int { files.count - 2 }

    /// Writes the copy; a folder that does not exist is built aside and renamed once.
    /// - Returns: whether anything changed.
    public func write() throws(FileError) -> Bool {
      let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      if FileReading.kind(of: folder) == nil {
        let parent = try OutputFolder(path: FilePath.folder(of: folder))
        try parent.build(FilePath.name(of: folder)) { (fresh) throws(FileError) in
          for (path, bytes) in sorted { try fresh.create(FilePlace(path), with: bytes) }
        }
        return true
      }
      let output = try OutputFolder(path: folder)
      try output.lock()
      var isChanged = !stale.isEmpty
      for (path, bytes) in sorted {
        if try output.write(bytes, to: FilePlace(path)) != .unchanged { isChanged = true }
      }
      for path in stale { try output.remove(FilePlace(path)) }
      return isChanged
    }
  }

  /// Reads everything; nil after a fault.
  public func copy(into diagnostics: inout DiagnosticList) -> Copy? {
    let library = TemplateLibrary(users: templatesFolder)
    library.checkUsers(at: nil, into: &diagnostics)
    let remedies = RemedyTemplates.read(library, into: &diagnostics)
    let before = earlier(into: &diagnostics)
    guard let remedies, !diagnostics.hasErrors else { return nil }
    do throws(GitError) {
      let (source, files) = try VendoredSource.copy(
        from: repository, ref: ref, paths: remedies.set.paths, to: folder)
      guard !source.blobs.isEmpty else {
        diagnostics.noSources(
          in: "'\(repository)' at \(ref)", insteadIn: try otherFolder(remedies.set.paths), at: nil)
        return nil
      }
      var all = files
      all[VendoredSource.fileName] = source.bytes
      all[".gitattributes"] = Array(
        "# The copies are byte for byte what the commit has.\n* -text\n".utf8)
      if let before, hasStrangers(among: all, before, into: &diagnostics) { return nil }
      let stale = (before?.blobs.keys.filter { source.blobs[$0] == nil } ?? []).sorted()
      return Copy(folder: folder, commit: source.commit, files: all, stale: stale)
    } catch {
      diagnostics.unreadable(error, in: repository)
      return nil
    }
  }

  /// Whether files that no copying made stand where copies go.
  private func hasStrangers(
    among files: [String: [UInt8]], _ before: VendoredSource, into diagnostics: inout DiagnosticList
  ) -> Bool {
    let strangers = files.keys.sorted().filter { path in
      let place = FilePath.join(folder, path)
      return path != VendoredSource.fileName && before.blobs[path] == nil
        && FileReading.kind(of: place) != nil && (try? FileReading.bytes(of: place)) != files[path]
    }
    for path in strangers {
      diagnostics.error(
        .vendoredSource, "'\(FilePath.join(folder, path))' stands where a copy goes", at: nil,
        hint: "move it away, then run the command again")
    }
    return !strangers.isEmpty
  }

  /// Where the repository has Flyte, when not where it was looked for.
  private func otherFolder(_ paths: [String]) throws(GitError) -> String? {
    let repository = try GitRepository.open(path: repository)
    return try repository.flyteFolder(at: try repository.commit(of: ref), paths)
  }

  /// What was copied into the folder before; a fault where something else is in it.
  private func earlier(into diagnostics: inout DiagnosticList) -> VendoredSource? {
    guard FileReading.kind(of: folder) != nil else { return nil }
    if let names = try? FileReading.names(in: folder), names.isEmpty { return nil }
    guard FileReading.kind(of: FilePath.join(folder, VendoredSource.fileName)) != nil else {
      diagnostics.error(
        .vendoredSource, "'\(folder)' exists and holds no vendored sources", at: nil,
        hint: "name a folder that does not exist yet")
      return nil
    }
    guard let source = VendoredSource.read(in: folder, into: &diagnostics) else { return nil }
    var files: [String: [UInt8]] = [:]
    for path in source.blobs.keys {
      files[path] = try? FileReading.bytes(of: FilePath.join(folder, path))
    }
    let edited = Set(source.edited(files) + source.standing(in: folder).forged)
    // A file that is gone loses nothing when it is copied again.
    for path in edited.sorted() where files[path] != nil {
      diagnostics.error(
        .vendoredSource, "'\(FilePath.join(folder, path))' was edited since it was copied", at: nil,
        hint: "keep the edit in a fork of Flyte, then remove the file")
    }
    return source
  }
}
