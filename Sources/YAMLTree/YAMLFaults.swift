public import Diagnostics

extension DiagnosticID {
  /// Text that is not YAML.
  public static let yamlSyntax = DiagnosticID(
    "yaml/syntax", meaning: "The text is not YAML.",
    fix: "Check the indentation, the quotes and the colons at the place shown.")
  /// Bytes that YAML does not allow.
  public static let yamlEncoding = DiagnosticID(
    "yaml/encoding", meaning: "The text is not UTF-8, or contains a control character.",
    fix: "Save the file as UTF-8 without control characters.")
  /// A key that stands twice in a mapping.
  public static let yamlDuplicateKey = DiagnosticID(
    "yaml/duplicate-key", meaning: "A mapping has the same key twice.",
    fix: "Keep one of them.")
  /// A key that is not a plain text.
  public static let yamlComplexKey = DiagnosticID(
    "yaml/complex-key", meaning: "A key is a list or a mapping.",
    fix: "Use a string as the key.")
  /// A merge key.
  public static let yamlMergeKey = DiagnosticID(
    "yaml/merge-key", meaning: "A mapping uses the merge key `<<`, which YAML 1.2 does not have.",
    fix: "Use `extends` to combine profiles.")
  /// A tag of somebody's own.
  public static let yamlTag = DiagnosticID(
    "yaml/tag", meaning: "A value has a tag that YAML's core schema does not have.",
    fix: "Remove the tag.")
  /// An alias without an anchor, or inside its own anchor.
  public static let yamlAlias = DiagnosticID(
    "yaml/alias",
    meaning: "An alias refers to an anchor that does not exist or is not complete yet.",
    fix: "Define the anchor before it is used.")
  /// A document that is too large in some way.
  public static let yamlTooLarge = DiagnosticID(
    "yaml/too-large",
    meaning:
      "A file or a string is too large, the nesting is too deep, or aliases expand to too much.",
    fix: "Split the file, or replace aliases by what they stand for.")
  /// Several documents where one is read.
  public static let yamlSeveralDocuments = DiagnosticID(
    "yaml/several-documents", meaning: "The file has more than one document.",
    fix: "Put each document into its own file.")
  /// No document.
  public static let yamlEmpty = DiagnosticID(
    "yaml/empty", meaning: "The file has no document.", fix: "Add content, or remove the file.")
  /// A slot that nothing fills.
  public static let unknownSlot = DiagnosticID(
    "template/unknown-slot", meaning: "A template has a slot that does not exist.",
    fix: "Use one of the slots that the message names.")
  /// A slot that is a part of a text.
  public static let slotWithinText = DiagnosticID(
    "template/slot-within-text", meaning: "A slot is inside a string, where it is not filled.",
    fix: "Make the slot the whole value of a key.")
  /// A slot that a template must have.
  public static let missingSlot = DiagnosticID(
    "template/missing-slot",
    meaning: "A required slot of a template is missing or in the wrong place.",
    fix: "Put the slot where the message says.")
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
