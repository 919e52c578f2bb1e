package import Compare
import Digests
package import Files

/// The folder that sources are copied into, held against the copy: what differs, and what keeps it
/// from being written.
package struct VendorComparison {
  /// The files to write, the manifest last; for each, which one is there.
  private(set) var changes: [(place: FilePlace, bytes: [UInt8], seen: FileStamp?)] = []
  /// Files of an earlier copy that are not in this one.
  private(set) var stale: [(place: FilePlace, seen: FileStamp)] = []
  /// Files of an earlier copy that are not as they were copied.
  private(set) var edited: [String] = []
  /// Files in the place of copies that no copying made.
  private(set) var strangers: [String] = []
  private let earlier: Earlier

  /// The facts that are known about the folder.
  package struct Earlier {
    /// The manifest of the copy that is there.
    package let source: VendoredSource?
    /// Files of which the manifest says what its commit does not have.
    package let forged: TextSet
    /// The record of what interrupted runs meant to copy.
    package let interrupted: RecordedSums

    /// True if a file is as a copying made it.
    package func made(_ file: FoundFile, at place: FilePlace) -> Bool {
      if interrupted.isAsWritten(file, at: place) { return true }
      guard let source else { return false }
      if place.path == VendoredSource.fileName { return true }
      guard let id = source.blobs[place.path], !forged.contains(place.path) else { return false }
      return file.isWhole && BlobID.of(file.bytes, like: id) == id
    }
  }

  /// Looks.
  /// - Parameter files: the copy, by path below the folder, the manifest among them.
  package init(
    _ files: TextMap<[UInt8]>, over earlier: Earlier, in folder: OutputFolder
  ) throws(FileError) {
    self.earlier = earlier
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (path, bytes) in sorted.filter({ $0.key != VendoredSource.fileName })
      + sorted.filter({ $0.key == VendoredSource.fileName })
    {
      try look(at: FilePlace(path), for: bytes, in: folder)
    }
    let others = TextSet((earlier.source?.blobs.keys).map(Array.init) ?? [])
      .union(earlier.interrupted.places.map(\.path)).subtracting(files.keys)
    for path in others.sorted() { try look(at: FilePlace(path), for: nil, in: folder) }
  }

  /// Looks at a place.
  /// - Parameter bytes: what goes there; nil: nothing.
  private mutating func look(
    at place: FilePlace, for bytes: [UInt8]?, in folder: OutputFolder
  ) throws(FileError) {
    switch try folder.look(at: place) {
    case .absent:
      if let bytes { changes.append((place, bytes, nil)) }
    case .file(let file):
      if file.isWhole, file.bytes == bytes { return }
      if earlier.made(file, at: place) {
        if let bytes {
          changes.append((place, bytes, file.stamp))
        } else {
          stale.append((place, file.stamp))
        }
      } else if earlier.source?.blobs[place.path] != nil {
        edited.append(place.path)
      } else if bytes != nil {
        strangers.append(place.path)
      }
    case .obstructed:
      if bytes != nil { strangers.append(place.path) }
    }
  }
}
