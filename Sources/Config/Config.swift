public import Diagnostics
public import Model
import Origins
import YAMLTree

/// Reads a config: from texts to a model, with every fault of all of them.
public enum Config {
  /// Checks the files of a config.
  /// - Parameters:
  ///   - files: the files, each with `apiVersion`; they are merged by section.
  ///   - builtins: the built-in profiles, one a file, named by the file.
  ///   - clusters: the clusters to look at; none: all.
  /// - Returns: nil after an error.
  public static func check(
    files: [SourceFile], builtins: [SourceFile], clusters: [String] = [],
    into diagnostics: inout DiagnosticList
  ) -> Model? {
    var check = SchemaCheck(diagnostics: diagnostics)
    var sections = ConfigSections()
    for file in files {
      guard let node = YAMLReader.read(file, into: &check.diagnostics),
        let tree = check.check(node, ConfigLanguage.file, what: "the config")
      else { continue }
      sections.add(tree, folder: folder(of: file.path), into: &check.diagnostics)
    }
    for file in builtins {
      guard let node = YAMLReader.read(file, into: &check.diagnostics),
        let tree = check.check(node, ConfigLanguage.profile, what: "the profile")
      else { continue }
      sections.profiles.append(
        .init(
          name: "builtin/" + name(of: file.path), origin: Origin(span: .whole(file)), body: tree))
    }
    diagnostics = check.diagnostics
    return sections.model(clusters: clusters, into: &diagnostics)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
