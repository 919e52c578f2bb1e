public import Diagnostics

extension DiagnosticID {
  /// A line begins with a word that rules do not have.
  public static let unknownRuleWord = DiagnosticID(
    "goedit/unknown-word", meaning: "A line begins with a word that edit rules do not have.",
    fix: "Use one of the words of Templates/GoPatch/README.md.")
  /// A rule is too large.
  public static let ruleTooLarge = DiagnosticID(
    "goedit/too-large",
    meaning: "An edit rule, or something in it, is larger than any rule need be.",
    fix: "Split the rule in two, or shorten what the message names.")
  /// A line cannot be read.
  public static let ruleSyntax = DiagnosticID(
    "goedit/syntax", meaning: "A line of an edit rule is not formed as its first word asks for.",
    fix: "Write the line as Templates/GoPatch/README.md shows it.")
  /// A piece of Go cannot be read.
  public static let ruleGo = DiagnosticID(
    "goedit/go", meaning: "A piece of Go in an edit rule cannot be read as Go.",
    fix: "Close strings and brackets, and write holes as $name or $$name.")
  /// A file's short name is not declared.
  public static let unknownRuleFile = DiagnosticID(
    "goedit/unknown-file", meaning: "An edit rule speaks of a file that it does not declare.",
    fix: "Declare the file in a line that begins with files.")
  /// A hole has no value.
  public static let unboundHole = DiagnosticID(
    "goedit/unbound-name", meaning: "An edit rule uses a $name that nothing gives a value to.",
    fix: "Bind the name, or use it in a line that is matched.")
  /// Something is said twice.
  public static let repeatedRuleWord = DiagnosticID(
    "goedit/repeated", meaning: "An edit rule says a thing twice that it may say once.",
    fix: "Remove one of the lines.")
  /// A link stands where links of another kind are looked for.
  public static let misplacedLink = DiagnosticID(
    "goedit/misplaced-link",
    meaning: "An edit rule calls a change of upstream's a report, or a report a change.",
    fix: "Put issues on lines that begin with bug, changes on lines that begin with upstream.")
  /// The rule lacks something.
  public static let incompleteRule = DiagnosticID(
    "goedit/incomplete", meaning: "An edit rule lacks something that every rule has.",
    fix: "Add the line that is named.")
  /// A hunk cannot be carried out.
  public static let unusableHunk = DiagnosticID(
    "goedit/hunk", meaning: "The lines of an edit do not say where the change goes.",
    fix: "Spell out the lines that go, and put a line that is matched beside those that come.")
  /// Two rules have one name.
  public static let repeatedPatch = DiagnosticID(
    "goedit/repeated-patch", meaning: "Two edit rules have the same name.",
    fix: "Give one of them another name.")
  /// A rule names another that does not exist.
  public static let unknownPatch = DiagnosticID(
    "goedit/unknown-patch", meaning: "An edit rule names a patch that does not exist.",
    fix: "Write the name of another rule.")
  /// Rules come after each other in a circle.
  public static let patchCycle = DiagnosticID(
    "goedit/cycle", meaning: "Edit rules come after each other in a circle.",
    fix: "Remove one of the lines that begin with after or needs.")
  /// The fingerprint table is damaged.
  public static let fingerprintSyntax = DiagnosticID(
    "goedit/fingerprints", meaning: "A line of the table of known shapes cannot be read.",
    fix: "Make the table again from a Flyte repository.")
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
