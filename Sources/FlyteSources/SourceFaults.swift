public import Diagnostics

extension DiagnosticID {
  /// Flyte sources that cannot be read.
  public static let unreadableSource = DiagnosticID(
    "source/unreadable", meaning: "The Flyte sources of a cluster cannot be read.",
    fix: "Point `source` at a Flyte checkout, or at a git repository and a ref.")
  /// A cluster without Flyte sources.
  public static let noSource = DiagnosticID(
    "source/none", meaning: "A cluster has no Flyte sources, but the command needs them.",
    fix: "Add `source` to its `flyte`.")
  /// A manifest of vendored sources that cannot be read.
  public static let vendoredSource = DiagnosticID(
    "source/vendored", meaning: "A folder of vendored sources is not as `vendor` wrote it.",
    fix: "Run `flyte-harden vendor` again.")
  /// Vendored sources whose repository has moved on.
  public static let outdatedSource = DiagnosticID(
    "source/outdated",
    meaning: "Vendored sources no longer match the repository that they were copied from.",
    fix: "Run `flyte-harden vendor` again, or use a ref that does not move.")
  /// Sources whose repository is there and cannot be read.
  public static let unreadableRepository = DiagnosticID(
    "source/repository-unreadable",
    meaning: "Git cannot read the repository that the source files belong to.",
    fix: "Repair the repository, or clone it again.")
  /// Sources whose line ends are the checkout's own.
  public static let lineEnds = DiagnosticID(
    "source/line-ends",
    meaning: "A checkout has CRLF line endings, but its commit has LF.",
    fix: "Apply the patches with plain `git am`: they are made from the commit's lines.")
  /// Sources in a folder of a bigger repository.
  public static let insideRepository = DiagnosticID(
    "source/inside-repository",
    meaning:
      "A source folder is part of a larger repository, but paths in patches start at Flyte's root.",
    fix: "Apply the patches with `git am --directory=`, or use `repository` and `ref`.")
  /// Releases that a repository has no tags for.
  public static let absentTags = DiagnosticID(
    "source/absent-tags", meaning: "A repository has no tags for some of the releases.",
    fix: "Fetch its tags.")
  /// Sources in a work tree that differ from their commit.
  public static let dirtySource = DiagnosticID(
    "source/edited", meaning: "A source file differs from its commit.",
    fix:
      "Commit it, or use a ref. Git can then fall back to a merge when it applies the patch.")
}

/// Flyte's sources.
public enum SourceFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .unreadableSource, .noSource, .vendoredSource, .outdatedSource, .unreadableRepository,
    .lineEnds, .insideRepository, .absentTags, .dirtySource,
  ]
}
