public import Values

/// The fields that `restricted` requires of every pod, as a template or a setting writes them.
public enum RestrictedFields {
  /// Of a pod.
  public static let pod = OriginTree.mapping([
    "runAsNonRoot": OriginTree(.bool(true), origin: .tool),
    "seccompProfile": .mapping(["type": .string("RuntimeDefault")]),
  ])

  /// Of a container.
  public static let container = OriginTree.mapping([
    "allowPrivilegeEscalation": OriginTree(.bool(false), origin: .tool),
    "capabilities": .mapping(["drop": OriginTree(.list([.string("ALL")]), origin: .tool)]),
  ])

  /// The same mapping with values in place of its own.
  public static func lay(_ fields: OriginTree, over tree: OriginTree?) -> OriginTree {
    fields.entries.reduce(tree ?? .empty) { $0.setting($1.key, to: $1.value) }
  }
}
