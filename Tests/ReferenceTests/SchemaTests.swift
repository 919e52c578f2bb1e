import Config
import Foundation
import PodAPI
import Reference
import TestSupport
import Testing
import Values

/// The JSON Schema, and the language that it is made from.
@Suite struct SchemaTests {
  @Test func theSchemaIsAsRecorded() throws {
    let url = Snapshots.repository.appending(path: "config/flyte-harden.schema.json")
    if Snapshots.isRecording {
      try Data(JSONSchema.text.utf8).write(to: url)
    } else {
      let recorded = try String(contentsOf: url, encoding: .utf8)
      #expect(recorded == JSONSchema.text, "'make docs' writes it")
    }
  }

  @Test func everyPropertyHasADescription() {
    var count = 0
    Self.eachProperty(of: JSONSchema.value) { name, property in
      count += 1
      let text = property["description"]?.string ?? ""
      #expect(text.hasSuffix("."), "\(name): \(text)")
    }
    #expect(count > 500)
  }

  @Test func everyReferenceLeadsToADefinition() {
    let definitions = Set(JSONSchema.value["definitions"]?.entries.map(\.key) ?? [])
    #expect(!definitions.isEmpty)
    Self.eachReference(in: JSONSchema.value) { reference in
      let name = reference.replacingOccurrences(of: "#/definitions/", with: "")
      #expect(definitions.contains(name), "\(reference)")
    }
  }

  private static func eachProperty(
    of value: PlainValue, _ visit: (String, PlainValue) -> Void
  ) {
    for entry in value.entries {
      if entry.key == "properties" {
        for property in entry.value.entries { visit(property.key, property.value) }
      }
      eachProperty(of: entry.value, visit)
    }
    for item in value.items { eachProperty(of: item, visit) }
  }

  private static func eachReference(in value: PlainValue, _ visit: (String) -> Void) {
    for entry in value.entries {
      if entry.key == "$ref", let text = entry.value.string { visit(text) }
      eachReference(in: entry.value, visit)
    }
    for item in value.items { eachReference(in: item, visit) }
  }
}
