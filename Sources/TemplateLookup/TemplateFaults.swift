public import Diagnostics

extension DiagnosticID {
  /// A template that is in no folder of templates.
  public static let noTemplate = DiagnosticID(
    "template/missing", meaning: "A template is in none of the folders that are looked through.",
    fix: "Install `share/flyte-harden/Templates` beside the program.")
  /// A folder of one's own templates that is not there.
  public static let noTemplatesFolder = DiagnosticID(
    "template/no-folder", meaning: "The folder of one's own templates is not there.",
    fix: "Correct `templatesFolder`, or `--templates`.")
  /// A file among one's own templates that is never read.
  public static let unusedTemplate = DiagnosticID(
    "template/unused",
    meaning: "A file among one's own templates has a name that no template is looked up by.",
    fix: "Give it the name of the template that it stands for.")
}

/// Templates and where they are looked up.
public enum TemplateFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .noTemplate, .noTemplatesFolder, .unusedTemplate,
  ]
}
