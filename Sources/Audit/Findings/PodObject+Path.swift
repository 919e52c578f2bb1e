import PodAPI

extension PodObject {
  /// The value at a path of fields and of keys of maps.
  func value(at path: some Collection<String>) -> PodValue? {
    guard let first = path.first, let found = FieldName(first).flatMap({ self[$0] }) else {
      return nil
    }
    let rest = path.dropFirst()
    guard let key = rest.first else { return found }
    switch found {
    case .object(let object): return object.value(at: rest)
    case .map(let map): return rest.count == 1 ? map[key] : nil
    default: return nil
    }
  }
}
