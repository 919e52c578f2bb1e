public import Changes
import Deployments
public import Diagnostics
public import Files
import YAMLTree

/// Reads the files of a cluster back: what runs, from `setup.yaml`, the PodTemplates and the overlay.
/// Files are given one after the other, and only what differs is kept of the PodTemplates of namespaces.
public struct SnapshotReading {
  /// The folder as it is shown in messages.
  private let path: String
  private var setup: SourceFile?
  private var overlay: SourceFile?
  private var patches: [PatchFile] = []
  private var templates = TemplateFiles()
  private var policies = PolicyFiles()

  /// Makes a reading.
  /// - Parameter path: of the cluster's folder, as it is shown in messages.
  public init(path: String) { self.path = path }

  /// Takes a file.
  /// - Parameter namespaces: of a file of PodTemplates that several have, but for the namespace in it.
  public mutating func add(
    _ place: FilePlace, _ bytes: [UInt8], namespaces: [String] = []
  ) {
    let shown = FilePath.join(path, place.path)
    switch (place.folder, place.name) {
    case ("", "setup.yaml"): setup = SourceFile(path: shown, bytes: bytes)
    case ("helm", let name) where name.hasSuffix("-values.yaml"):
      overlay = SourceFile(path: shown, bytes: bytes)
    case ("patches", "series"): break
    case ("patches", let name) where name.hasSuffix(".patch"):
      patches.append(PatchFile(fileName: name, name: Self.patchName(name), bytes: bytes))
    case ("admission", "kustomization.yaml"): break
    case ("admission", let name) where name.hasSuffix(".yaml"):
      policies.add(name, SourceFile(path: shown, bytes: bytes))
    case ("pod-templates", "kustomization.yaml"): break
    case ("pod-templates", let name) where name.hasSuffix(".yaml"):
      let own = String(decoding: name.utf8.dropLast(5), as: UTF8.self)
      templates.add(namespaces.isEmpty ? [own] : namespaces, bytes, path: shown)
    default: break
    }
  }

  /// `no-sys-ptrace` of `0001-no-sys-ptrace.patch`.
  private static func patchName(_ file: String) -> String {
    let stem = String(decoding: file.utf8.dropLast(6), as: UTF8.self)
    guard let dash = stem.utf8.firstIndex(of: UInt8(ascii: "-")),
      stem.utf8[..<dash].allSatisfy({ (0x30...0x39).contains($0) })
    else { return stem }
    return String(stem[stem.utf8.index(after: dash)...])
  }

  /// The cluster; nil after a fault, or where there is no `setup.yaml`, which is one as well.
  public func cluster(into diagnostics: inout DiagnosticList) -> ComparedCluster? {
    guard let setup else {
      diagnostics.error(
        .brokenSnapshot, "'\(FilePath.join(path, "setup.yaml"))' does not exist", at: nil,
        hint: "write it again with 'generate'")
      return nil
    }
    guard let node = YAMLReader.read(setup, into: &diagnostics) else { return nil }
    var values: YAMLNode?
    if let overlay {
      guard let read = YAMLReader.read(overlay, into: &diagnostics) else { return nil }
      values = read
    }
    let known = patches.sorted { $0.fileName.utf8.lexicographicallyPrecedes($1.fileName.utf8) }
    return SetupReading(node).cluster(
      templates: templates, policies: policies, overlay: values, patches: known,
      into: &diagnostics)
  }
}
