import Compare
package import Diagnostics
import FileFaults
import Files

/// The folder that sources are copied into, locked against other runs, and what is in it.
package struct VendorTarget {
  private let path: String
  /// The folder; nil where there is none yet.
  private let folder: OutputFolder?
  private let earlier: VendorComparison.Earlier
  /// The workshops that interrupted runs left in it.
  private let workshops: [Workshop]
  private let journals: [[UInt8]]

  /// Looks at a folder; nil after a fault, and where something else is in it.
  package init?(_ path: String, into diagnostics: inout DiagnosticList) {
    self.path = path
    do throws(FileError) {
      folder = try OutputFolder.existing(path)
      try folder?.lock()
      workshops = try Self.workshops(in: folder)
      if let folder, workshops.isEmpty, folder.kind(of: VendoredSource.fileName) == nil,
        try !folder.entries().isEmpty
      {
        diagnostics.error(
          .vendoredSource, "'\(path)' exists, but has no vendored sources", at: nil,
          hint: "use a folder that does not exist yet")
        return nil
      }
    } catch {
      diagnostics.unwritable(error)
      return nil
    }
    journals = Self.journals(of: workshops, in: folder)
    let before = diagnostics.errorCount
    let source = VendoredSource.read(in: path, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    earlier = VendorComparison.Earlier(
      source: source, forged: TextSet(source?.standing(in: path).forged ?? []),
      interrupted: RecordedSums(journals: journals))
  }

  private static func workshops(in folder: OutputFolder?) throws(FileError) -> [Workshop] {
    guard let folder else { return [] }
    return try Workshop.leftOvers(in: folder)
  }

  private static func journals(of workshops: [Workshop], in folder: OutputFolder?) -> [[UInt8]] {
    guard let folder else { return [] }
    return workshops.compactMap { $0.journal(in: folder) }
  }

  /// The copy, ready to be written into the folder; nil where something would be lost.
  package func copy(
    _ files: TextMap<[UInt8]>, commit: String, into diagnostics: inout DiagnosticList
  ) -> VendoredCopy? {
    guard let folder else {
      return VendoredCopy(path: path, commit: commit, files: files, place: .fresh)
    }
    do throws(FileError) {
      let look = try VendorComparison(files, over: earlier, in: folder)
      // A file that is gone loses nothing when it is copied again.
      for edited in look.edited {
        diagnostics.error(
          .vendoredSource, "'\(FilePath.join(path, edited))' was edited since it was copied",
          at: nil, hint: "keep the edit in a fork of Flyte, then remove the file")
      }
      for stranger in look.strangers {
        diagnostics.error(
          .vendoredSource, "'\(FilePath.join(path, stranger))' is in the way of a copy", at: nil,
          hint: "move it, then run the command again")
      }
      guard look.edited.isEmpty, look.strangers.isEmpty else { return nil }
      return VendoredCopy(
        path: path, commit: commit, files: files,
        place: .there(
          VendoredCopy.Update(folder: folder, look: look, workshops: workshops, journals: journals)
        ))
    } catch {
      diagnostics.unreadable(error)
      return nil
    }
  }
}
