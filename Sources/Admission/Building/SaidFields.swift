public import PodAPI
public import Values

extension PodDecoder {
  /// The PodSpec of a profile. A `false` that Go would not tell from a missing field, as in `hostNetwork:
  /// false`, stays: policies can hold pods to it.
  public func said(_ spec: PlainValue) -> PodObject {
    var pod = decode(spec, as: "PodSpec")
    for name in PodHolding.fields
    where spec[name.text] == .bool(false) && pod[name] == nil && exists(name) {
      pod[name] = .bool(false)
    }
    return pod
  }

  private func exists(_ name: FieldName) -> Bool {
    PodSchema.shipped["PodSpec"]?[name]?.exists(in: minor) ?? false
  }
}
