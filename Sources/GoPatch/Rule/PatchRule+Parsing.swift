public import Diagnostics

extension PatchRule {
  /// Reads a rule file. All its faults are told at once; with any of them there is no rule.
  /// - Parameter isBuiltIn: whether the rule comes with the tool; else it is a user's own.
  public static func parse(
    _ file: SourceFile, isBuiltIn: Bool = true, into faults: inout DiagnosticList
  ) -> PatchRule? {
    guard file.bytes.count <= RuleLimits.fileBytes else {
      faults.error(
        .ruleTooLarge, "the rule has more than \(RuleLimits.fileBytes >> 10) KiB", at: .whole(file),
        hint: "split it in two")
      return nil
    }
    var parser = RuleParser(file, isBuiltIn: isBuiltIn)
    let rule = parser.run()
    faults.append(contentsOf: parser.faults)
    return parser.faults.hasErrors ? nil : rule
  }
}
