import PodAPI
import Values

/// The entries of a list by the key that Kubernetes tells them apart by; where two have the same key,
/// by their number as well.
struct ListEntries {
  let keys: [ByteText]
  let values: [ByteText: PlainValue]

  /// Nil where an entry lacks its key.
  init?(_ items: [PlainValue], _ key: ListKey) {
    var keys: [ByteText] = []
    var values: [ByteText: PlainValue] = [:]
    var counts: [ByteText: Int] = [:]
    for item in items {
      guard let text = Self.text(of: item, key) else { return nil }
      let count = counts[text, default: 0] + 1
      counts[text] = count
      let name = count == 1 ? text : ByteText("\(text)#\(count)")
      guard values.updateValue(item, forKey: name) == nil else { return nil }
      keys.append(name)
    }
    self.keys = keys
    self.values = values
  }

  private static func text(of item: PlainValue, _ key: ListKey) -> ByteText? {
    var parts: [String] = []
    for (index, field) in key.fields.enumerated() {
      switch item[field] {
      case .string(let text)?: parts.append(text)
      case .integer(let number)?: parts.append("\(number)")
      case nil where index > 0, .null? where index > 0:
        parts.append(key.defaults[field]?.text ?? "")
      default: return nil
      }
    }
    // A port's usual protocol is not worth a word.
    if parts.count > 1, let last = key.fields.last, let usual = key.defaults[last],
      parts.last == usual.text
    {
      parts.removeLast()
    }
    return ByteText(parts.joined(separator: "/"))
  }
}
