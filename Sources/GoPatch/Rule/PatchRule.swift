public import Diagnostics

/// A change of Go sources that removes one fault: what a `.goedit` file says.
public struct PatchRule: Sendable {
  /// A setting that the change adds to Flyte.
  public struct Setting: Sendable {
    /// Its key in Flyte's configuration.
    public let path: String
    /// Its effect.
    public let meaning: String
  }

  /// The name by which configs ask for it.
  public internal(set) var name = ""
  /// One line: the subject of the patch.
  public internal(set) var title = ""
  /// True if it is made only for those who ask for it.
  public internal(set) var isOptIn = false
  /// The text of its patch's mail, and the condition of each part.
  var message = RuleMessage()
  /// Patches that cannot be had together with it.
  public internal(set) var excludes: [String] = []
  /// Patches that come before it where both are made.
  public internal(set) var after: [String] = []
  /// One of these must be made before it, unless the tree has the cure of one.
  public internal(set) var needs: [String] = []
  /// The file of the rule.
  public let source: SourceFile
  /// True if it is one of those that come with the tool; what a user's own does to pods is not known.
  public let isBuiltIn: Bool

  /// The place of its name.
  public internal(set) var nameSpan: Span?
  /// The places where it names other patches.
  var references: TextMap<Span> = [:]
  /// The places where it names Go templates.
  var templateSpans: TextMap<Span> = [:]
  /// The new files by which it is known: no other rule of its set makes them.
  var marks: [RulePath] = []
  var files: [RuleFile] = []
  var bindings: [RuleBinding] = []
  var unneeded: [RuleState] = []
  var applied: [RuleState] = []
  var steps: [RuleStep] = []

  init(source: SourceFile, isBuiltIn: Bool) {
    self.source = source
    self.isBuiltIn = isBuiltIn
  }

  /// The place where it makes a file from a template.
  public func span(ofTemplate name: String) -> Span? { templateSpans[name] }

  /// Every path that it may read, so that a tree can be read in one go.
  public var paths: [String] {
    var paths = TextSet(files.flatMap(\.paths))
    for path in usedPaths { paths.formUnion(path.candidates(files)) }
    return paths.sorted()
  }

  /// The Go templates that it makes files from.
  public var templates: [String] { newFiles.map(\.template) }

  /// The files that it makes.
  var newFiles: [(path: RulePath, template: String)] {
    steps.compactMap {
      if case .newFile(let path, let template) = $0.action { (path, template) } else { nil }
    }
  }

  /// The folders that it may delete a declared name in, so that all Go files there matter.
  public var searchedFolders: TextSet {
    var folders: TextSet = []
    for step in steps {
      guard case .edit(let edit) = step.action, case .deleteUnused = edit.change else { continue }
      for path in files.filter({ $0.alias == edit.file }).flatMap(\.paths) {
        folders.insert(String(Workspace.folder(of: path)))
      }
    }
    return folders
  }

  /// All that it asks of the sources.
  var conditions: [RuleCondition] {
    var conditions = (unneeded + applied).map(\.condition) + bindings.compactMap(\.condition)
    conditions += message.conditions
    for step in steps {
      if let guardian = step.guardian { conditions.append(guardian) }
      switch step.action {
      case .require(let condition), .ensure(let condition): conditions.append(condition)
      case .edit, .newFile: break
      }
    }
    return conditions
  }

  private var usedPaths: [RulePath] {
    var used = newFiles.map(\.path)
    for term in conditions.flatMap(\.terms) {
      if case .fileExists(let path, _) = term.test { used.append(path) }
    }
    return used
  }
}

/// A file that a rule speaks of by a short name.
struct RuleFile: Sendable {
  let alias: String
  /// The paths that it may have; releases differ.
  let paths: [String]
  let isOptional: Bool
}

/// A path in a rule: from the root, or beside a file.
struct RulePath: Sendable {
  let path: String
  /// The file in whose folder it is.
  let beside: String?

  func candidates(_ files: [RuleFile]) -> [String] {
    guard let beside else { return [path] }
    return files.filter { $0.alias == beside }.flatMap(\.paths).map { self.path(beside: $0) }
  }

  func path(beside other: String) -> String {
    guard let slash = other.lastIndex(of: "/") else { return path }
    return other[...slash] + path
  }
}

/// A state that a rule claims when a condition holds.
struct RuleState: Sendable {
  let reason: String
  let condition: RuleCondition
}

/// One thing a rule does, in its turn.
struct RuleStep: Sendable {
  enum Action: Sendable {
    case edit(RuleEdit)
    case newFile(RulePath, template: String)
    case require(RuleCondition)
    case ensure(RuleCondition)
  }
  let guardian: RuleCondition?
  let action: Action
  /// The line of the rule file, from 1.
  let ruleLine: Int
}

/// A change of one file.
struct RuleEdit: Sendable {
  enum Change: Sendable {
    case hunk(EditHunk, count: Int)
    case appendFields([EditHunk.Line])
    case appendElements(to: Pattern, [EditHunk.Line])
    case deleteUnused(RuleName, kinds: [RuleScope.Kind])
    case ensureImport(alias: String?, path: String)
    case dropImportIfUnused(String)
  }
  let file: String
  let scope: RuleScope
  let isOptional: Bool
  let change: Change
}

/// A declared name in a rule: `Name`, `Receiver.Name` or `$bound`.
struct RuleName: Sendable {
  let receiver: String?
  let name: String

  var isBound: Bool { name.hasPrefix("$") }
  var text: String { receiver.map { "\($0).\(name)" } ?? name }
}

/// The part of a file that a rule speaks of.
struct RuleScope: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case function = "func"
    case method, type, const, `var`, file
  }

  let kind: Kind
  /// The names it may have; releases differ.
  let names: [RuleName]

  static let wholeFile = RuleScope(kind: .file, names: [])

  var text: String {
    kind == .file ? "the file" : "\(kind.rawValue) \(names.map(\.text).joined(separator: " | "))"
  }
}
