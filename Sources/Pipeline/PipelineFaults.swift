public import Diagnostics
import Files

extension DiagnosticID {
  /// A file that cannot be read.
  public static let unreadable = DiagnosticID(
    "file/unreadable", meaning: "A file or a folder cannot be read.",
    fix: "Look at its path and its permissions.")
  /// A file that cannot be written.
  public static let unwritable = DiagnosticID(
    "file/unwritable", meaning: "A file or a folder cannot be written.",
    fix: "Look at its path and its permissions.")
  /// A folder without a config.
  public static let noConfig = DiagnosticID(
    "config/none", meaning: "A folder holds no config.",
    fix: "Put a `.yaml` file into it, or name another with `--config`.")
  /// A config that lies where none is read.
  public static let configNotRead = DiagnosticID(
    "config/not-read", meaning: "A config lies below or beside the files that are read.",
    fix: "Move it into the config folder under a name that ends in `.yaml`.")
  /// Secrets whose pods are refused.
  public static let secretsRefused = DiagnosticID(
    "flyte/secrets-refused",
    meaning: "Tasks that want a secret as a file are refused, and the same tasks without are not.",
    fix: "Take another secret manager, or deploy `secret-manager-security-context`.")
  /// A template that breaks pod tasks of a usual name.
  public static let twiceMerged = DiagnosticID(
    "pod/merged-twice",
    meaning: "Flyte v1.15.1 to v1.16.2 lays `primary` twice under a container of that name.",
    fix: "Say it in `containers`, or move to v1.16.3 or later.")
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
  /// Flyte sources that cannot be read.
  public static let unreadableSource = DiagnosticID(
    "source/unreadable", meaning: "The Flyte sources of a cluster cannot be read.",
    fix: "Point `source` at a Flyte checkout, or at a git repository and a ref of it.")
  /// A cluster without Flyte sources.
  public static let noSource = DiagnosticID(
    "source/none", meaning: "A cluster has no Flyte sources, and sources were asked about.",
    fix: "Add `source` to its `flyte`.")
  /// A manifest of vendored sources that cannot be read.
  public static let vendoredSource = DiagnosticID(
    "source/vendored", meaning: "A folder of vendored sources is not as `vendor` made it.",
    fix: "Run `flyte-harden vendor` again.")
  /// Vendored sources whose repository has moved on.
  public static let outdatedSource = DiagnosticID(
    "source/outdated",
    meaning: "Vendored sources no longer match the repository that they were copied from.",
    fix: "Run `flyte-harden vendor` again, or name a ref that does not move.")
  /// Sources whose repository is there and cannot be read.
  public static let unreadableRepository = DiagnosticID(
    "source/repository-unreadable",
    meaning: "The repository that source files belong to is there, and git cannot read it.",
    fix: "Repair the repository, or clone it again.")
  /// Sources whose line ends are the checkout's own.
  public static let lineEnds = DiagnosticID(
    "source/line-ends",
    meaning: "A checkout has lines that end with CR LF where its commit has LF.",
    fix: "Apply the patches with plain `git am`: they are made from the commit's lines.")
  /// Sources in a folder of a bigger repository.
  public static let insideRepository = DiagnosticID(
    "source/inside-repository",
    meaning: "A source folder lies in a bigger repository, and patches begin at Flyte's root.",
    fix: "Apply them with `git am --directory=`, or write `repository` and `ref`.")
  /// Releases that a repository has no tags for.
  public static let absentTags = DiagnosticID(
    "source/absent-tags", meaning: "A repository lacks the tags of some of the releases.",
    fix: "Fetch its tags.")
  /// Sources in a work tree that differ from their commit.
  public static let dirtySource = DiagnosticID(
    "source/edited", meaning: "A source file differs from what is committed.",
    fix:
      "Commit it, or name a ref, so that git can fall back to a merge when it applies the patch.")
}

/// The faults of this module.
public enum PipelineFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .unreadable, .unwritable, .noConfig, .configNotRead, .twiceMerged, .secretsRefused, .noTemplate,
    .noTemplatesFolder,
    .unusedTemplate,
    .unreadableSource, .noSource, .vendoredSource, .outdatedSource, .unreadableRepository,
    .lineEnds, .insideRepository,
    .absentTags, .dirtySource,
  ]
}

extension DiagnosticList {
  /// Adds what kept a file from being written.
  mutating func unwritable(_ error: FileError) {
    self.error(.unwritable, "cannot write '\(error.path)': \(error.reason)", at: nil)
  }

  /// Adds what kept a file from being read.
  mutating func unreadable(_ error: FileError, at span: Span? = nil, hint: String? = nil) {
    self.error(
      .unreadable, "cannot read '\(error.path)': \(error.reason)", at: span, hint: hint)
  }
}
