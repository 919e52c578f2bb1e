extension PodObject {
  /// The same struct without what a version of the API does not know.
  public func known(to minor: Int, as type: String) -> PodObject {
    guard let type = PodSchema.shipped[type] else { return PodObject() }
    return known(to: minor, as: type)
  }

  fileprivate func known(to minor: Int, as type: PodSchema.ObjectType) -> PodObject {
    PodObject(
      sorted: fields.compactMap { field in
        guard let known = type[field.name], known.exists(in: minor) else { return nil }
        let value = field.value.known(to: minor, as: known.kind)
        // A part of which nothing is left is zero.
        return known.isPointer || !value.isZero ? Field(field.name, value) : nil
      })
  }
}

extension PodValue {
  fileprivate func known(to minor: Int, as kind: PodSchema.Kind) -> PodValue {
    switch (kind, self) {
    case (.object(let position), .object(let object)):
      .object(object.known(to: minor, as: PodSchema.shipped.types[position]))
    case (.list(.object(let position)), .list(let items)):
      .list(items.map { $0.known(to: minor, as: .object(position)) })
    default: self
    }
  }
}
