/// The words of a rule for people, each part with the sources that it holds for.
struct RuleMessage: Sendable {
  struct Part<Value: Sendable>: Sendable {
    let value: Value
    /// The condition under which it holds; nil if it always does.
    let condition: RuleCondition?
    /// That place in words, for those who have no sources at hand; may be empty.
    var label = ""
  }

  var page: [Part<String>] = []
  var settings: [Part<PatchRule.Setting>] = []
  var bugs: [Part<String>] = []
  var upstreamChanges: [Part<String>] = []

  var conditions: [RuleCondition] {
    page.compactMap(\.condition) + settings.compactMap(\.condition)
      + bugs.compactMap(\.condition) + upstreamChanges.compactMap(\.condition)
  }
}

extension PatchRule {
  /// The description: the fault, since when, upstream's own fix, what it changes for tasks, how to
  /// test it, for all releases. A paragraph that is about some of them begins with which.
  public var page: String {
    message.page.map { $0.label.isEmpty ? $0.value : "(\($0.label)) \($0.value)" }
      .joined(separator: "\n\n")
  }
  /// The releases that parts of the page are about, in words.
  public var pageLabels: [String] { message.page.map(\.label).filter { !$0.isEmpty } }
  /// The settings that it adds, here or there.
  public var settings: [Setting] { message.settings.map(\.value) }
  /// Reports of the fault, upstream.
  public var bugs: [String] { message.bugs.map(\.value) }
  /// Upstream's own changes to the same end.
  public var upstreamChanges: [String] { message.upstreamChanges.map(\.value) }
}

/// The words of a patch: those of its rule that hold for the sources that it is made for.
public struct PatchMessage: Sendable {
  /// The body of its mail: paragraphs with a blank line between them.
  public let page: String
  /// Of `PatchRule.pageLabels` those whose parts are in it.
  public let pageLabels: [String]
  /// The settings that it adds.
  public let settings: [PatchRule.Setting]
  /// Reports of the fault, upstream.
  public let bugs: [String]
  /// Upstream's own changes to the same end; none where upstream still has the fault.
  public let upstreamChanges: [String]

  /// - Parameter evaluation: the rule and the sources before its edits.
  init(_ evaluation: RuleEvaluation) {
    var evaluation = evaluation
    func here<Value>(_ parts: [RuleMessage.Part<Value>]) -> [RuleMessage.Part<Value>] {
      parts.filter { $0.condition.map { evaluation.holds($0) == .yes } ?? true }
    }
    let message = evaluation.rule.message
    let paragraphs = here(message.page)
    page = paragraphs.map(\.value).joined(separator: "\n\n")
    pageLabels = paragraphs.map(\.label).filter { !$0.isEmpty }
    settings = here(message.settings).map(\.value)
    bugs = here(message.bugs).map(\.value)
    upstreamChanges = here(message.upstreamChanges).map(\.value)
  }
}
