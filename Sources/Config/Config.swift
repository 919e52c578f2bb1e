public import Diagnostics
public import Model
public import Values
import YAMLTree

/// A config that was read: its sections, each key and value of the right shape.
public struct Config {
  private var sections = ConfigSections()
  /// True if no file was left out as a whole.
  private var isWhole = true

  /// Reads the files of a config, each with `apiVersion`; they are merged by section. What is wrong
  /// is reported and left out.
  public init(files: [SourceFile], into diagnostics: inout DiagnosticList) {
    var check = SchemaCheck(diagnostics: diagnostics)
    var limits = YAMLLimits()
    limits.nodes = ConfigLimits.values
    for file in files {
      guard let node = Self.document(of: file, &limits, into: &check.diagnostics),
        check.speaks(node),
        let tree = check.check(node, ConfigLanguage.file, what: "the config")
      else {
        isWhole = false
        continue
      }
      sections.add(tree, folder: Self.folder(of: file.path), into: &check.diagnostics)
    }
    diagnostics = check.diagnostics
  }

  /// A folder of the user's own templates, relative to the current folder.
  public var templatesFolder: Located<String>? { sections.templatesFolder }

  /// Makes a model of it, with every fault of all sections.
  /// - Parameters:
  ///   - builtins: the built-in profiles, one a file, named by the file.
  ///   - clusters: the clusters to look at; none: all.
  /// - Returns: nil after an error.
  public consuming func model(
    builtins: [SourceFile], clusters: [String] = [], into diagnostics: inout DiagnosticList
  ) -> Model? {
    var check = SchemaCheck(diagnostics: diagnostics)
    for file in builtins {
      guard let node = YAMLReader.read(file, into: &check.diagnostics),
        let tree = check.check(node, ConfigLanguage.profile, what: "the profile")
      else {
        isWhole = false
        continue
      }
      sections.profiles.append(
        .init(
          name: "builtin/" + Self.name(of: file.path), origin: Origin(span: .whole(file)),
          body: tree))
    }
    diagnostics = check.diagnostics
    // What a file that cannot be read would say, the others may rely on.
    guard isWhole else { return nil }
    return sections.model(clusters: clusters, into: &diagnostics)
  }

  /// The document of a file; nil after a fault.
  private static func document(
    of file: SourceFile, _ limits: inout YAMLLimits, into diagnostics: inout DiagnosticList
  ) -> YAMLNode? {
    let documents = YAMLReader.readDocuments(file, limits: limits, into: &diagnostics)
    guard let documents else { return nil }
    limits.takenNodes += documents.reduce(0) { $0 + $1.nodeCount }
    for document in documents {
      guard let manifest = ForeignManifest(document) else { continue }
      manifest.report(into: &diagnostics)
      return nil
    }
    return YAMLReader.only(documents, of: file, into: &diagnostics)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
