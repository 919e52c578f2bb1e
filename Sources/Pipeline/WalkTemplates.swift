import Diagnostics
import Model
import Output
import TemplateLookup
import Values

/// The texts that a walk fills in: those of the files it writes, and the rules of the patches.
struct WalkTemplates {
  let output: OutputTemplates
  let patches: PatchTemplates

  /// Reads and checks them all; nil after a fault.
  static func read(
    for model: Model, into diagnostics: inout DiagnosticList
  ) -> WalkTemplates? {
    let library = TemplateLibrary(users: model.templatesFolder?.value)
    let output = output(for: model, library, into: &diagnostics)
    let patches = PatchTemplates.read(library, into: &diagnostics)
    guard let output, let patches else { return nil }
    return WalkTemplates(output: output, patches: patches)
  }

  private static func output(
    for model: Model, _ library: TemplateLibrary, into diagnostics: inout DiagnosticList
  ) -> OutputTemplates? {
    let pod = library.file("PodTemplate/pod-template.yaml", into: &diagnostics)
    var charts: TextMap<SourceFile> = [:]
    for chart in TextSet(model.clusters.compactMap { $0.chart?.value }).sorted() {
      charts[chart] = library.file("Helm/\(chart).yaml", into: &diagnostics)
    }
    guard let pod, !diagnostics.hasErrors else { return nil }
    return OutputTemplates.load(podTemplate: pod, charts: charts, into: &diagnostics)
  }
}
