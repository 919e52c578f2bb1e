public import Origins

/// What Kubernetes tells the entries of a list apart by.
public struct ListKey: Sendable, Hashable, CustomStringConvertible {
  /// The fields, of which the first must be said.
  public let fields: [String]
  /// What the API server takes for a field that is left out.
  private let defaults: [String: String]

  init(_ fields: String..., defaults: [String: String] = [:]) {
    self.fields = fields
    self.defaults = defaults
  }

  /// The fields' names, joined.
  public var description: String { fields.joined(separator: " and ") }

  /// What two entries share that are the same entry; nil for one that does not say its key.
  public func identity(of entry: OriginTree) -> [OriginTree.Content]? {
    guard let first = fields.first, entry[first] != nil else { return nil }
    var identity: [OriginTree.Content] = []
    for field in fields {
      switch entry[field]?.content {
      case nil, .null: identity.append(defaults[field].map { .string($0) } ?? .null)
      case .list, .mapping: return nil
      case .some(let value): identity.append(value)
      }
    }
    return identity
  }
}
