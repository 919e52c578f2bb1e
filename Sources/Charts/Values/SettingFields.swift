import Diagnostics
import PodAPI
import Values

/// Holds what settings say of pods to the fields of the Pod API, as Flyte's reader does: it takes names in
/// any case, and passes over those that it does not know.
struct SettingFields {
  let text: TemplateText

  /// The settings that are types of the Pod API.
  static let types: TextMap<PodSchema.Kind> = [
    "default-security-context": kind("SecurityContext"),
    "security-context": kind("SecurityContext"),
    "default-pod-security-context": kind("PodSecurityContext"),
    "default-pod-dns-config": kind("PodDNSConfig"), "default-affinity": kind("Affinity"),
    "default-tolerations": .list(kind("Toleration")), "enable-host-networking-pod": .bool,
    "default-labels": ownStrings, "default-annotations": ownStrings,
    "default-env-vars": ownStrings, "default-node-selector": ownStrings,
    "default-env-from-secrets": .list(.string), "default-env-from-configmaps": .list(.string),
    "default-pod-template-name": .string, "scheduler-name": .string, "image-pull-policy": .string,
    "default-cpus": .string, "default-memory": .string, "name": .string, "image": .string,
    "default-input-path": .string, "default-output-path": .string, "input-vol-name": .string,
    "output-vol-name": .string, "cpu": .string, "memory": .string,
    "storage-config-secret-name": .string,
  ]

  /// Strings with keys of the user's own: a mapping, or a list of them.
  private static let ownStrings = PodSchema.Kind.map(.string)

  /// The kind of a struct of the Pod API.
  static func kind(_ type: String) -> PodSchema.Kind {
    PodSchema.shipped.position(of: type).map { .object($0) } ?? .any
  }

  /// The values with the names that the Pod API has.
  /// - Parameter what: the setting.
  func known(
    _ tree: OriginTree, as kind: PodSchema.Kind, in what: String,
    into diagnostics: inout DiagnosticList
  ) -> OriginTree {
    switch (kind, tree.content) {
    case (.object(let position), .mapping(let entries)):
      let fields = PodSchema.shipped.types[position].fields
      return tree.holding(
        .mapping(
          entries.compactMap { entry in
            let name = entry.key.lowercased()
            guard let field = fields.first(where: { $0.name.text.lowercased() == name }) else {
              unknown(entry, among: fields.map(\.name.text), in: what, into: &diagnostics)
              return nil
            }
            return OriginTree.Entry(
              key: field.name.text, keyOrigin: entry.keyOrigin,
              value: known(entry.value, as: field.kind, in: what, into: &diagnostics))
          }))
    case (.list(let inner), .list(let items)):
      return tree.holding(
        .list(items.map { known($0, as: inner, in: what, into: &diagnostics) }))
    case (.list(let inner), .mapping(let entries)):
      // Flyte's reader makes a list of one.
      let items = entries.isEmpty ? [] : [known(tree, as: inner, in: what, into: &diagnostics)]
      return tree.holding(.list(items))
    case (.map(let inner), .mapping(let entries)):
      return tree.holding(
        .mapping(
          entries.map { entry in
            var entry = entry
            entry.value = known(entry.value, as: inner, in: what, into: &diagnostics)
            return entry
          }))
    case (.map, .list(let items)):
      return tree.holding(
        .list(items.map { known($0, as: kind, in: what, into: &diagnostics) }))
    case (_, .null): return tree
    case (.object, _), (.list, _), (.map, _), (_, .mapping), (_, .list):
      diagnostics.warning(
        .notValues, "'\(what)' has \(Self.words(tree.content)) where Flyte cannot read one",
        at: tree.origin.span, hint: "write \(Self.words(kind))")
      return .broken(at: tree.origin)
    default: return Self.weak(text.printing(tree, into: &diagnostics), as: kind)
    }
  }

  private static func words(_ content: OriginTree.Content) -> String {
    switch content {
    case .mapping: "a mapping"
    case .list: "a list"
    default: "a single value"
    }
  }

  private static func words(_ kind: PodSchema.Kind) -> String {
    switch kind {
    case .object, .map: "a mapping"
    case .list: "a list"
    default: "a single value"
    }
  }

  /// A scalar in the type that Flyte's reader gives it: it takes numbers and flags for strings, and
  /// strings for numbers and flags.
  private static func weak(_ tree: OriginTree, as kind: PodSchema.Kind) -> OriginTree {
    switch (kind, tree.content) {
    case (.bool, .string(let text)):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return tree.holding(.bool(true))
      case "0", "f", "F", "false", "FALSE", "False", "": return tree.holding(.bool(false))
      default: return tree
      }
    case (.bool, .integer(let number)): return tree.holding(.bool(number != 0))
    case (.int32, .string(let text)), (.int64, .string(let text)):
      return Int64(text).map { tree.holding(.integer($0)) } ?? tree
    case (.string, .integer(let number)), (.quantity, .integer(let number)):
      return tree.holding(.string(String(number)))
    case (.string, .bool(let flag)): return tree.holding(.string(flag ? "1" : "0"))
    case (.string, .double(let number)), (.quantity, .double(let number)):
      return tree.holding(.string("\(number)"))
    default: return tree
    }
  }

  private func unknown(
    _ entry: OriginTree.Entry, among names: [String], in what: String,
    into diagnostics: inout DiagnosticList
  ) {
    let nearest = NearestName.of(entry.key, among: names)
    diagnostics.warning(
      .valuesUnread, "'\(what)' has no field '\(entry.key)', and Flyte silently ignores it",
      at: entry.keyOrigin.span,
      hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it",
      fix: nearest.flatMap {
        Fix(replacing: entry.key, at: entry.keyOrigin.span, by: $0, .likely)
      } ?? Fix(takingOut: entry.keyOrigin.span, .likely))
  }
}

extension TemplateText {
  /// A tree with its strings as Helm prints them; one that only Helm can print stays as it is.
  func printing(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    switch tree.content {
    case .string(let text):
      guard let printed = printed(text) else {
        diagnostics.append(
          Diagnostic(
            .note, .valuesNotPrinted,
            "only Helm can work out this value, so the string itself is judged",
            at: tree.origin.span))
        return tree
      }
      return printed == text ? tree : tree.holding(.string(printed))
    case .list(let items):
      return tree.holding(.list(items.map { printing($0, into: &diagnostics) }))
    case .mapping(let entries):
      return tree.holding(
        .mapping(
          entries.map { entry in
            var entry = entry
            entry.value = printing(entry.value, into: &diagnostics)
            return entry
          }))
    case .null, .bool, .integer, .double: return tree
    }
  }
}
