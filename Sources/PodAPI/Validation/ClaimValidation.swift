// The claim that an ephemeral volume is made with.

extension ValidationPass {
  mutating func claim(_ volume: PodObject, _ path: () -> String) {
    guard let ephemeral = volume[.ephemeral]?.object else { return }
    func place() -> String { "\(path()).ephemeral.volumeClaimTemplate" }
    guard let template = ephemeral[.volumeClaimTemplate]?.object else {
      refuse(place(), "is required")
      return
    }
    let spec = template[.spec]?.object ?? PodObject()
    if spec[.accessModes]?.items.isEmpty != false {
      refuse("\(place()).spec.accessModes", "is required, as in 'accessModes: [ReadWriteOnce]'")
    }
    let requests = spec[.resources]?.object?[.requests]?.map
    guard let storage = requests?["storage"]?.string else {
      let words = "a claim must request storage, as in 'requests: { storage: 5Gi }'"
      refuse("\(place()).spec.resources[storage]", words)
      return
    }
    if !Quantity.exceeds(storage, "0") {
      refuse("\(place()).spec.resources[storage]", "the request must be more than 0")
    }
  }
}
