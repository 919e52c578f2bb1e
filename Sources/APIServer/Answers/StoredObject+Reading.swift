extension StoredObject {
  /// An object as an API server answered it.
  /// - Returns: nil where it has something that the version's types have not.
  public init?(answer value: ManifestValue, of kind: RequestKind, minor: Int) {
    var decoder = ManifestDecoder(minor: minor)
    let metadata = value["metadata"].map { decoder.decode($0, as: "ObjectMeta", at: []) }
    let template = value["template"].map { decoder.decode($0, as: "PodTemplateSpec", at: []) }
    let spec = value["spec"].map { decoder.decode($0, as: "PodSpec", at: []) }
    guard decoder.faults.isEmpty, decoder.complaints.isEmpty, let metadata else { return nil }
    self.init(
      metadata: metadata, template: kind == .podTemplate ? template : nil,
      spec: kind == .pod ? spec : nil, status: value["status"].flatMap(PodStatus.init(answer:)))
  }
}

extension PodStatus {
  init?(answer value: ManifestValue) {
    guard let quality = value["qosClass"]?.string.flatMap(QualityOfService.init) else { return nil }
    self.quality = quality
    isGated =
      value["conditions"]?.items.contains { $0["reason"]?.string == "SchedulingGated" }
      ?? false
  }
}
