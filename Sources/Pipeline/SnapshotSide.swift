public import Changes
public import Diagnostics
import FileFaults
import Files
import FlyteSources
import Git
import Output
import Parallel
import ReadBack

/// Reads a side of a comparison from files that were generated: in a folder, or in a commit.
public struct SnapshotSide: Sendable {
  /// The clusters to read; empty: all.
  private let clusters: TextSet

  /// Makes a reading.
  /// - Parameter clusters: the names of the clusters to read; empty: all.
  public init(clusters: [String]) { self.clusters = TextSet(clusters) }

  private func isWanted(_ cluster: String) -> Bool {
    clusters.isEmpty || clusters.contains(cluster)
  }

  /// The side that a folder has; nil after a fault. A folder that does not exist has no clusters.
  /// - Parameter isNeeded: whether it is a fault that nothing generated is there.
  public func folder(
    _ path: String, isNeeded: Bool, into diagnostics: inout DiagnosticList
  ) -> ComparedSide? {
    do throws(FileError) {
      let root = try OutputFolder.existing(path)
      var read: [ComparedCluster] = []
      let before = diagnostics.errorCount
      var isFound = false
      for entry in try root?.entries() ?? [] where entry.kind == .folder && isWanted(entry.name) {
        guard let folder = root?.folder(of: entry), folder.kind(of: Self.setup) == .file else {
          continue
        }
        isFound = true
        var reading = SnapshotReading(path: FilePath.join(path, entry.name))
        try Self.read(folder) { reading.add($0, $1) }
        if let cluster = reading.cluster(into: &diagnostics) { read.append(cluster) }
      }
      if isNeeded, !isFound { Self.nothing(in: "'\(path)'", into: &diagnostics) }
      guard diagnostics.errorCount == before else { return nil }
      return ComparedSide(name: path, clusters: read)
    } catch {
      diagnostics.unreadable(error)
      return nil
    }
  }

  /// The side that a folder of a commit has; nil after a fault. No work tree is touched.
  /// - Parameter path: the folder, as seen from the current one.
  public func commit(
    _ ref: String, of path: String, into diagnostics: inout DiagnosticList
  ) -> ComparedSide? {
    do throws(GitError) {
      let repository = try GitRepository.open(path: ".")
      let commit = try repository.commit(of: ref)
      guard let folder = Self.place(of: path, in: repository) else {
        diagnostics.error(
          .unreadable, "'\(path)' is not in the git repository '\(repository.name)'", at: nil,
          hint: "run the command in the repository that has the generated files")
        return nil
      }
      var readings: TextMap<SnapshotReading> = [:]
      var order: [String] = []
      var marked: TextSet = []
      let before = diagnostics.errorCount
      _ = try repository.forEachFile(below: folder, at: commit, where: isReadInCommit) {
        file, bytes in
        guard let (cluster, place) = Self.split(file) else { return }
        if readings[cluster] == nil {
          order.append(cluster)
          readings[cluster] = SnapshotReading(path: "\(ref):\(FilePath.join(path, cluster))")
        }
        if place.path == Self.setup { marked.insert(cluster) }
        readings[cluster]?.add(place, bytes)
      }
      let own = order.filter(marked.contains)
      if own.isEmpty { Self.nothing(in: "'\(path)' at '\(ref)'", into: &diagnostics) }
      let read = own.sorted().compactMap { readings[$0]?.cluster(into: &diagnostics) }
      guard diagnostics.errorCount == before else { return nil }
      return ComparedSide(name: ref, clusters: read)
    } catch {
      diagnostics.unreadable(error, in: ".")
      return nil
    }
  }

  private func isReadInCommit(_ file: String) -> Bool {
    guard let (cluster, place) = Self.split(file), isWanted(cluster) else { return false }
    return place.path == Self.setup || Self.folders.contains(place.folder)
  }

  private static func nothing(in place: String, into diagnostics: inout DiagnosticList) {
    diagnostics.error(
      .brokenSnapshot, "there are no generated files in \(place)", at: nil,
      hint: "name the output folder with '--output', or write the files with 'generate'")
  }

  private static let setup = "setup.yaml"
  private static let folders: TextSet = [
    Rendering.admission, Rendering.helm, Rendering.patches, Rendering.podTemplates,
  ]

  /// Files of as many bytes, and of as many, are read ahead of the one that is given.
  private static let ahead = (bytes: 4 << 20, count: 1024)

  /// Gives the files of a cluster's folder that are read back.
  private static func read(
    _ folder: OutputFolder, _ body: (FilePlace, [UInt8]) -> Void
  ) throws(FileError) {
    let place = FilePlace("", setup)
    if let bytes = try folder.bytes(of: place) { body(place, bytes) }
    for name in folders.sorted() {
      guard let inner = try folder.folder(name) else { continue }
      let files = try FolderFiles(inner)
      var rest = try inner.entries().filter { $0.kind == .file && $0.isText }.map(\.name)[...]
      while !rest.isEmpty {
        var room = ahead.bytes
        let names = rest.prefix(ahead.count).prefix { name in
          defer { room -= files.size(of: name) }
          return room > 0
        }
        let read = Parallel.map(count: names.count) { [names] position in
          Result<[UInt8]?, FileError> { () throws(FileError) in
            try files.bytes(of: names[names.startIndex + position])
          }
        }
        for (file, found) in zip(names, read) {
          if let bytes = try found.get() { body(FilePlace(name, file), bytes) }
        }
        rest = rest.dropFirst(names.count)
      }
    }
  }

  /// The cluster and the place in its folder of a path below the output folder.
  private static func split(_ path: String) -> (cluster: String, place: FilePlace)? {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return (
      String(path[..<slash]), FilePlace(String(path[path.utf8.index(after: slash)...]))
    )
  }

  /// A folder as git names it, from the root of the work tree; nil where it is not below that.
  private static func place(of path: String, in repository: GitRepository) -> String? {
    let relative = path.hasPrefix("/") ? FilePath.relative(path, to: ".") : FilePath.normal(path)
    let joined = FilePath.normal(repository.prefix + relative)
    if joined == "." { return "" }
    return joined.hasPrefix("../") || joined == ".." || joined.hasPrefix("/") ? nil : joined
  }
}
