import PodAPI

/// PodTemplates as they are written and as a real API server keeps them; those it refuses.
enum DefaultsConformance {
  static func run(_ folder: String) throws -> ConformanceReport {
    var report = ConformanceReport(name: "defaults")
    let decoder = PodDecoder(minor: 36)
    for line in try DataFile.lines("\(folder)/flyte-oracle/cases.jsonl") {
      let stored = line["stored"]?.items ?? []
      let refused = (line["refused"]?.items ?? []).map { name(of: $0) }
      for written in line["podTemplates"]?.items ?? [] {
        let found = stored.first { name(of: $0) == name(of: written) }
        let object = PodDefaults.podTemplate(decoder.decode(written, as: "PodTemplate"))
        let refusals = PodValidation.podTemplate(object)
        let place = "\(line["id"]?.string ?? "") \(name(of: written))"
        guard let found else {
          report.count(
            refusals.isEmpty
              ? "\(place): refused, and accepted here: \(words(line["refused"]))" : nil)
          continue
        }
        let wanted = decoder.decode(found, as: "PodTemplate").plain
        let lines =
          differences(wanted, object.plain)
          + refusals.map { "refused here: \($0.path): \($0.message)" }
        report.count(lines.isEmpty ? nil : ([place] + lines).joined(separator: "\n"))
        _ = refused
      }
    }
    return report
  }

  private static func name(of template: PlainValue) -> String {
    let metadata = template["metadata"]
    return
      "\(metadata?["namespace"]?.string ?? "")/\(metadata?["name"]?.string ?? template["name"]?.string ?? "")"
  }
}
