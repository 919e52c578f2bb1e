public import Values

extension PlainValue {
  /// The value of a scalar.
  public init(_ scalar: YAMLScalar.Value) {
    switch scalar {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    }
  }
}
