import Diagnostics
import Files
import GoPatch

/// The rules of a folder of templates, and the Go files that they add.
struct RuleFolder {
  let set: PatchSet
  let goTemplates: TextMap<[UInt8]>

  init(_ folder: String) throws {
    var faults = DiagnosticList()
    var rules: [PatchRule] = []
    for name in try FileReading.names(in: folder + "/GoPatch") where name.hasSuffix(".goedit") {
      let path = "\(folder)/GoPatch/\(name)"
      let file = SourceFile(path: path, bytes: try FileReading.bytes(of: path))
      if let rule = PatchRule.parse(file, into: &faults) { rules.append(rule) }
    }
    set = PatchSet(rules: rules, into: &faults)
    var templates: TextMap<[UInt8]> = [:]
    for name in set.goTemplates {
      templates[name] = try FileReading.bytes(of: "\(folder)/Go/\(name)")
    }
    goTemplates = templates
    guard !faults.hasErrors else {
      throw FileError(path: folder, reason: DiagnosticText.render(faults).text)
    }
  }
}
