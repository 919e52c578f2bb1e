extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// The case of a name, byte for byte. `init(rawValue:)` compares as Swift's `==` does.
  public init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = found
  }
}
