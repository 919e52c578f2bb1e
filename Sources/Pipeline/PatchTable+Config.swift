public import Diagnostics
import Model
public import Patching
import Values

extension PatchTable {
  /// The state of patches in the sources of a config's clusters; nil after a fault.
  public static func ofConfig(
    _ options: RunOptions, into diagnostics: inout DiagnosticList
  ) -> PatchTable? {
    guard let model = Walk(options: options).model(into: &diagnostics) else { return nil }
    return PatchSurvey(of: .clusters(model.clusters), templatesFolder: model.templatesFolder?.value)
      .table(into: &diagnostics)
  }
}
