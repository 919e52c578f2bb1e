public import Values

/// The user's own values as `setup.yaml` has them: the sections of Flyte's configuration, below `later` those
/// that Flyte reads after the overlay's file, and beside them what is in no section.
extension InstalledValues {
  /// As one tree, with its places; an empty mapping: they shape no pod.
  public var tree: OriginTree {
    func mapping(_ entries: TextMap<OriginTree?>) -> OriginTree? {
      let said = TextMap(entries.compactMap { name, tree in tree.map { (name, $0) } }) { $1 }
      return said.isEmpty ? nil : .mapping(said)
    }
    func section(_ tree: OriginTree) -> OriginTree? { tree.isEmpty ? nil : tree }
    func text(_ value: Located<String>?) -> OriginTree? {
      value.map { OriginTree(.string($0.value), origin: $0.origin) }
    }
    return mapping([
      "external": isExternal ? OriginTree(.bool(true), origin: .tool) : nil,
      "ownNamespaceOnly": namespaceScope.map { OriginTree(.bool(true), origin: $0) },
      "plugins": mapping(["k8s": section(settings), "ray": section(ray), "spark": section(spark)]),
      "webhook": section(webhook), "internalApps": section(apps),
      "later": mapping([
        "plugins": mapping(["k8s": section(laterSettings)]), "webhook": section(laterWebhook),
      ]),
      "arrayNamespace": text(arrayNamespace), "serviceAccount": text(serviceAccount),
    ]) ?? .empty
  }

  /// Reads the tree.
  public init(tree: OriginTree) {
    self.init()
    func section(_ path: String...) -> OriginTree { tree[path: path] ?? .empty }
    func text(_ name: String) -> Located<String>? {
      tree[name].flatMap { node in node.string.map { Located($0, origin: node.origin) } }
    }
    isExternal = tree["external"]?.content == .bool(true)
    namespaceScope = tree["ownNamespaceOnly"]?.origin
    settings = section("plugins", "k8s")
    ray = section("plugins", "ray")
    spark = section("plugins", "spark")
    webhook = section("webhook")
    apps = section("internalApps")
    laterSettings = section("later", "plugins", "k8s")
    laterWebhook = section("later", "webhook")
    arrayNamespace = text("arrayNamespace")
    serviceAccount = text("serviceAccount")
  }
}
