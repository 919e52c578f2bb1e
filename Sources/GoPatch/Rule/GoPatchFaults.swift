public import Diagnostics

extension DiagnosticID {
  /// A line begins with a word that rules do not have.
  public static let unknownRuleWord = DiagnosticID(
    "goedit/unknown-word",
    meaning: "A line starts with a word that the rule language does not have.",
    fix: "Use one of the words of Templates/GoPatch/README.md.")
  /// A rule is too large.
  public static let ruleTooLarge = DiagnosticID(
    "goedit/too-large",
    meaning: "An edit rule, or a part of it, is too large.",
    fix: "Split the rule in two, or shorten the part that the message names.")
  /// A line cannot be read.
  public static let ruleSyntax = DiagnosticID(
    "goedit/syntax",
    meaning: "A line of an edit rule does not have the form that its first word requires.",
    fix: "Write the line as Templates/GoPatch/README.md shows.")
  /// A piece of Go cannot be read.
  public static let ruleGo = DiagnosticID(
    "goedit/go", meaning: "Go code in an edit rule cannot be parsed.",
    fix: "Close strings and brackets, and write holes as $name or $$name.")
  /// A file's short name is not declared.
  public static let unknownRuleFile = DiagnosticID(
    "goedit/unknown-file", meaning: "An edit rule uses a file that it does not declare.",
    fix: "Declare the file on a line that starts with files.")
  /// A hole has no value.
  public static let unboundHole = DiagnosticID(
    "goedit/unbound-name", meaning: "An edit rule uses a $name that has no value.",
    fix: "Bind the name, or use it on a matched line.")
  /// Something is said twice.
  public static let repeatedRuleWord = DiagnosticID(
    "goedit/repeated", meaning: "An edit rule repeats something that may appear only once.",
    fix: "Remove one of the lines.")
  /// A link stands where links of another kind are looked for.
  public static let misplacedLink = DiagnosticID(
    "goedit/misplaced-link",
    meaning: "An edit rule lists an upstream change as a bug report, or a bug report as a change.",
    fix: "Put issues on lines that start with bug, and changes on lines that start with upstream.")
  /// The rule lacks something.
  public static let incompleteRule = DiagnosticID(
    "goedit/incomplete", meaning: "Something that every rule must have is missing in an edit rule.",
    fix: "Add the line that the message names.")
  /// A hunk cannot be carried out.
  public static let unusableHunk = DiagnosticID(
    "goedit/hunk", meaning: "The lines of an edit do not determine the place of the change.",
    fix: "Write out the removed lines, and put a matched line next to the added ones.")
  /// Two rules have one name.
  public static let repeatedPatch = DiagnosticID(
    "goedit/repeated-patch", meaning: "Two edit rules have the same name.",
    fix: "Give one of them another name.")
  /// A rule names another that does not exist.
  public static let unknownPatch = DiagnosticID(
    "goedit/unknown-patch", meaning: "An edit rule names a patch that does not exist.",
    fix: "Use the name of an existing rule.")
  /// Rules come after each other in a circle.
  public static let patchCycle = DiagnosticID(
    "goedit/cycle", meaning: "The order of edit rules is circular.",
    fix: "Remove one of the lines that start with after or needs.")
  /// The fingerprint table is damaged.
  public static let fingerprintSyntax = DiagnosticID(
    "goedit/fingerprints", meaning: "A line of the table of known shapes cannot be read.",
    fix: "Regenerate the table from a Flyte repository.")
}

/// The faults of edit rules.
public enum GoPatchFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .ruleTooLarge, .unknownRuleWord, .ruleSyntax, .ruleGo, .unknownRuleFile, .unboundHole,
    .repeatedRuleWord,
    .misplacedLink, .incompleteRule, .unusableHunk, .repeatedPatch, .unknownPatch, .patchCycle,
    .fingerprintSyntax,
  ]
}
