package import Diagnostics
import FileFaults
import Files
import Git
import GoPatch
package import Model
package import TemplateLookup

/// Sources that lie in a folder: a checkout, plain files, or what `vendor` copied.
extension SourceReading {
  package static func folder(
    _ place: FlyteInstallation.Place, _ patches: PatchTemplates, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    let path = place.path
    guard FileReading.isFolder(path) else {
      diagnostics.noFolder(place)
      return nil
    }
    let before = diagnostics.errorCount
    let vendored = VendoredSource.read(in: path, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    if let folder = try? OutputFolder.existing(path),
      let left = try? Workshop.leftOvers(in: folder), !left.isEmpty
    {
      diagnostics.error(
        .vendoredSource, "the sources in '\(path)' were not copied completely", at: span,
        hint: vendored.map {
          $0.hint($0.standing(in: path), in: path, templatesFolder: patches.usersFolder)
        } ?? "run the same 'flyte-harden vendor' again")
      return nil
    }
    let files = files(
      in: path, patches.set.paths, allowingLinks: vendored != nil, at: span, into: &diagnostics)
    guard let files else { return nil }
    if let vendored {
      return self.vendored(vendored, files, in: path, patches, at: span, into: &diagnostics)
    }
    guard !files.isEmpty else {
      diagnostics.noSources(
        in: "'\(path)'", insteadIn: nil, otherwise: unchecked(path, patches.set.paths, at: span),
        at: span)
      return nil
    }
    let neighbors = neighbors(
      in: path, patches.set, besides: files, at: span, into: &diagnostics)
    guard let neighbors else { return nil }
    return plain(path, files, neighbors, at: span, into: &diagnostics)
  }

  /// Advice about a folder that has no files because they are in its repository only; nil if
  /// they are not there either.
  private static func unchecked(_ path: String, _ paths: [String], at span: Span?) -> String? {
    guard let repository = try? GitRepository.open(path: path) else { return nil }
    let prefix = repository.prefix
    let head = try? repository.contents(of: paths.map { prefix + $0 }, atEach: ["HEAD"])
    guard repository.root == nil || head?.first??.ids.isEmpty == false else { return nil }
    let what =
      repository.root == nil
      ? "it is a bare git repository" : "its repository has them, but they are not checked out"
    return span == nil
      ? "\(what): pass a ref with '--ref', such as '--ref v1.15.3'"
      : "\(what): use 'repository' and 'ref' instead of 'path'"
  }

  /// - Parameter allowingLinks: copies may be links, as in build sandboxes: no patch is for them.
  private static func files(
    in folder: String, _ paths: [String], allowingLinks: Bool, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> TextMap<[UInt8]>? {
    var files: TextMap<[UInt8]> = [:]
    var room = SourceRoom()
    for name in paths {
      let file = FilePath.join(folder, name)
      guard FileReading.kind(of: file) != nil else { continue }
      if !allowingLinks, let link = firstLink(on: name, below: folder) {
        diagnostics.error(
          .unreadableSource, "'\(link)' is a symbolic link", at: span,
          hint: "replace it with the folder that it points to: git applies no patch through a link")
        return nil
      }
      do throws(FileError) {
        files[name] = try room.bytes(of: file)
      } catch {
        diagnostics.unreadable(error, at: span)
        return nil
      }
    }
    return files
  }

  /// The other Go files of the folders that rules delete names in; nil after a fault, for what
  /// cannot be read may use such a name.
  private static func neighbors(
    in path: String, _ set: PatchSet, besides files: TextMap<[UInt8]>, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> TextMap<[UInt8]>? {
    let known = TextSet(set.paths)
    var found: TextMap<[UInt8]> = [:]
    var room = SourceRoom(taken: files.values.reduce(0) { $0 + $1.count })
    do throws(FileError) {
      for folder in set.searchedFolders where FileReading.isFolder(FilePath.join(path, folder)) {
        let place = FilePath.join(path, folder)
        let names = try FileReading.names(in: place).filter { $0.hasSuffix(".go") }
        try room.check(names.count, filesOf: place)
        for name in names {
          let file = folder.isEmpty ? name : FilePath.join(folder, name)
          guard !known.contains(file), !FileReading.isFolder(FilePath.join(path, file)) else {
            continue
          }
          found[file] = try room.bytes(of: FilePath.join(path, file))
        }
      }
    } catch {
      diagnostics.unreadable(error, at: span)
      return nil
    }
    return found
  }

  private static func firstLink(on path: String, below folder: String) -> String? {
    var place = folder
    for part in path.split(separator: "/") {
      place = FilePath.join(place, String(part))
      if FileReading.kind(of: place) == .link { return place }
    }
    return nil
  }

  /// The files as they are on disk, but for line ends that only the checkout has.
  ///
  /// The paths in patches begin at Flyte's root wherever the folder lies: what is generated must not
  /// depend on whether a `.git` is around it, which a build machine's copy may lack.
  private static func plain(
    _ path: String, _ files: TextMap<[UInt8]>, _ neighbors: TextMap<[UInt8]>, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading {
    var checkout: Checkout?
    do throws(GitError) {
      checkout = try Checkout.around(path, files)
    } catch {
      diagnostics.unreadableRepository(error, of: "'\(path)'", at: span)
    }
    checkout?.report(path, at: span, into: &diagnostics)
    let files = files.merging(checkout?.restored ?? [:]) { $1 }
    let programs = files.keys.filter { FileReading.isExecutable(FilePath.join(path, $0)) }
    return SourceReading(
      tree: SourceTree(
        files: files, neighbors: neighbors,
        executables: checkout?.executables ?? TextSet(programs)),
      commit: nil,
      namesContents: checkout?.commit.id.count ?? 40 == 40, files: files,
      placeInRepository: checkout.flatMap { $0.place.isEmpty ? nil : $0.place })
  }

  /// Copies must be what their commit has, and all that the rules ask for.
  private static func vendored(
    _ source: VendoredSource, _ files: TextMap<[UInt8]>, in folder: String,
    _ patches: PatchTemplates, at span: Span?, into diagnostics: inout DiagnosticList
  ) -> SourceReading {
    let standing = source.standing(in: folder)
    let again = source.hint(standing, in: folder, templatesFolder: patches.usersFolder)
    let keep = "keep edits in a fork of Flyte; remove the file, then"
    for path in source.edited(files) {
      let how = files[path] == nil ? "is gone" : "was edited since it was copied"
      diagnostics.error(
        .vendoredSource, "'\(FilePath.join(folder, path))' \(how)", at: span,
        hint: "\(keep) \(again)")
    }
    for path in standing.forged {
      diagnostics.error(
        .vendoredSource,
        "'\(FilePath.join(folder, path))' differs from commit \(source.commit.prefix(12)), although '\(VendoredSource.fileName)' says that it is the same",
        at: span, hint: "\(keep) \(again)")
    }
    for path in source.unknown(patches.set.paths) {
      diagnostics.error(
        .vendoredSource, "'\(folder)' was copied before any patch needed '\(path)'", at: span,
        hint: again)
    }
    if let error = standing.failure {
      diagnostics.unreadableRepository(error, of: "'\(folder)'", at: span)
    }
    if let change = standing.change {
      diagnostics.warning(
        .outdatedSource, "'\(folder)' no longer matches what it was copied from: \(change)",
        at: span,
        hint: again)
    }
    return SourceReading(
      tree: SourceTree(
        files: files, executables: TextSet(source.executables), prefix: source.prefix),
      commit: source.commit,
      namesContents: source.commit.count == 40, files: files,
      outdatedFolder: standing.change.map { _ in folder })
  }
}

/// The room that is left for sources in a folder: as much as for those of a repository.
private struct SourceRoom {
  private let limits = GitLimits.standard
  private var taken: Int

  init(taken: Int = 0) { self.taken = taken }

  /// The bytes of a file, unless it is too large by itself or with the others.
  mutating func bytes(of path: String) throws(FileError) -> [UInt8] {
    let bytes = try FileReading.bytes(of: path, limit: limits.fileBytes)
    taken += bytes.count
    guard taken <= limits.totalBytes else {
      throw FileError(
        path: path,
        reason: "the sources have more than \(FileReading.words(limits.totalBytes)) in total")
    }
    return bytes
  }

  func check(_ count: Int, filesOf folder: String) throws(FileError) {
    guard count > limits.folderFiles else { return }
    throw FileError(path: folder, reason: "it has more than \(limits.folderFiles) files")
  }
}
