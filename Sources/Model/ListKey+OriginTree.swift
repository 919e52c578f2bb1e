public import PodAPI
public import Values

extension ListKey {
  /// The key that two entries share if they are the same entry; nil for one that does not have its
  /// key.
  public func identity(of entry: OriginTree) -> [OriginTree.Content]? {
    guard let first = fields.first, entry[first] != nil else { return nil }
    var identity: [OriginTree.Content] = []
    for field in fields {
      switch entry[field]?.content {
      case nil, .null: identity.append(defaults[field].map { .string($0.text) } ?? .null)
      case .list, .mapping: return nil
      case .some(let value): identity.append(value)
      }
    }
    return identity
  }
}
