public import Diagnostics

extension DiagnosticID {
  /// A template that is in no folder of templates.
  public static let noTemplate = DiagnosticID(
    "template/missing", meaning: "A template is in none of the template folders.",
    fix: "Install `share/flyte-harden/Templates` next to the program.")
  /// A folder of one's own templates that is not there.
  public static let noTemplatesFolder = DiagnosticID(
    "template/no-folder", meaning: "The folder with your own templates does not exist.",
    fix: "Correct `templatesFolder` or `--templates`.")
  /// A file among one's own templates that is never read.
  public static let unusedTemplate = DiagnosticID(
    "template/unused",
    meaning: "A file among your own templates has a name that is never looked up.",
    fix: "Rename it to the template that it replaces.")
}

/// Templates and where they are looked up.
public enum TemplateFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .noTemplate, .noTemplatesFolder, .unusedTemplate,
  ]
}
