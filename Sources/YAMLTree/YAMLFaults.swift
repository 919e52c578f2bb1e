public import Diagnostics

extension DiagnosticID {
  /// Text that is not YAML.
  public static let yamlSyntax = DiagnosticID(
    "yaml/syntax", meaning: "The text is not YAML.",
    fix: "Look at the indentation, the quotes and the colons at the place shown.")
  /// Bytes that YAML does not allow.
  public static let yamlEncoding = DiagnosticID(
    "yaml/encoding", meaning: "The text is not UTF-8, or holds a control character.",
    fix: "Save the file as UTF-8 without control characters.")
  /// A key that stands twice in a mapping.
  public static let yamlDuplicateKey = DiagnosticID(
    "yaml/duplicate-key", meaning: "A mapping has one key twice.",
    fix: "Keep one of the two.")
  /// A key that is not a plain text.
  public static let yamlComplexKey = DiagnosticID(
    "yaml/complex-key", meaning: "A key is a list or a mapping.",
    fix: "Write a text as key.")
  /// A merge key.
  public static let yamlMergeKey = DiagnosticID(
    "yaml/merge-key", meaning: "A mapping uses the merge key `<<`, which YAML 1.2 does not have.",
    fix: "Lay profiles one over the other with `extends`.")
  /// A tag of somebody's own.
  public static let yamlTag = DiagnosticID(
    "yaml/tag", meaning: "A value has a tag that YAML's core schema does not have.",
    fix: "Take the tag away.")
  /// An alias without an anchor, or inside its own anchor.
  public static let yamlAlias = DiagnosticID(
    "yaml/alias", meaning: "An alias names no anchor that is complete at its place.",
    fix: "Define the anchor before it is used.")
  /// A document that is too large in some way.
  public static let yamlTooLarge = DiagnosticID(
    "yaml/too-large", meaning: "A file, a text, a nesting or what aliases expand to is too large.",
    fix: "Split the file, or write what an alias stands for.")
  /// Several documents where one is read.
  public static let yamlSeveralDocuments = DiagnosticID(
    "yaml/several-documents", meaning: "The file holds more than one document.",
    fix: "Put each document in a file of its own.")
  /// No document.
  public static let yamlEmpty = DiagnosticID(
    "yaml/empty", meaning: "The file holds no document.", fix: "Write something, or remove it.")
  /// A slot that nothing fills.
  public static let unknownSlot = DiagnosticID(
    "template/unknown-slot", meaning: "A template has a slot that nothing can fill.",
    fix: "Use one of the slots that the message names.")
  /// A slot that is a part of a text.
  public static let slotWithinText = DiagnosticID(
    "template/slot-within-text", meaning: "A slot stands within a text, where nothing fills it.",
    fix: "Let the slot be the whole value of a key.")
  /// A slot that a template must have.
  public static let missingSlot = DiagnosticID(
    "template/missing-slot",
    meaning: "A template lacks a slot without which it says nothing, or has it elsewhere.",
    fix: "Write the slot at the place that the message names.")
}

/// The faults of this module.
public enum YAMLFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .yamlSyntax, .yamlEncoding, .yamlDuplicateKey, .yamlComplexKey, .yamlMergeKey, .yamlTag,
    .yamlAlias, .yamlTooLarge, .yamlSeveralDocuments, .yamlEmpty, .unknownSlot, .slotWithinText,
    .missingSlot,
  ]
}
