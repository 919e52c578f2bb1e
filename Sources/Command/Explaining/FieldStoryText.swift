import Deployments
import Diagnostics
import Flyte
import Judgment
import Pipeline
import PodAPI
import Values
import YAMLTree

/// The whole story of some fields.
struct FieldStoryText {
  let explanation: Explanation

  private var words: OriginWords { OriginWords(deployment: explanation.deployment) }

  var text: TerminalText {
    let deployment = explanation.deployment
    let head: TerminalText =
      "namespace \(explanation.namespace) of cluster \(deployment.name), Flyte \(deployment.version), task \(explanation.pod.task.name)\n"
    return head + explanation.stories.map { "\n" + story($0) }.joined()
  }

  private func story(_ story: FieldStory) -> TerminalText {
    let field = story.origin
    var text: TerminalText =
      "\(field.path.description): \(OriginWords.value(field.value))\n"
    func lines(_ name: TerminalText, _ lines: [String]) { text += OriginWords.lines(name, lines) }
    lines("from", words.from(field, layers: story.layers, beside: explanation.fields))
    lines("lost", lost(story))
    lines("also", agreeing(story))
    lines("a task", [task(story)])
    if let reach = story.reach, isPrimary(field.path.part) { lines("reaches", reached(reach)) }
    lines("to change", [change(story)])
    return text
  }

  /// Values that are not in the pod, with why.
  private func lost(_ story: FieldStory) -> [String] {
    let field = story.origin
    let spoken = (field.makers + field.lost).compactMap { $0.origin?.span }
    let others = field.lost.filter { $0.value != field.value }.map { said in
      "\(OriginWords.value(said.value)): \(words.saying(said))"
        + (said.reason.map { "; \($0)" } ?? over(said, story))
    }
    let replaced = story.layers.filter { layer in
      PlainValue(layer.value) != field.value?.plain
        && (layer.value.origin.span.map { !spoken.contains($0) } ?? true)
    }.map { layer in
      let place = words.place(layer.value.origin).map { " (\($0))" } ?? ""
      return
        "\(YAMLWriter.flow(PlainValue(layer.value))): '\(layer.section)' of the profile '\(layer.profile)'\(place); a layer above sets it"
    }
    return others + replaced
  }

  /// The sources that set the same value and did not decide.
  private func agreeing(_ story: FieldStory) -> [String] {
    let field = story.origin
    let spoken = (field.makers + field.lost).compactMap { $0.origin?.span }
    let settings = field.lost.filter { $0.value == field.value }.map { said in
      "\(words.saying(said)) sets the same value" + (said.reason.map { "; \($0)" } ?? "")
    }
    let layers = story.layers.filter { layer in
      PlainValue(layer.value) == field.value?.plain
        && (layer.value.origin.span.map { !spoken.contains($0) } ?? true)
    }.map { layer in
      "'\(layer.section)' of the profile '\(layer.profile)'\(words.place(layer.value.origin).map { " (\($0))" } ?? "") sets the same value"
    }
    return settings + layers
  }

  private func isPrimary(_ part: PodPart) -> Bool {
    part.container.map { $0 == explanation.pod.pod?.primaryContainer } ?? false
  }

  /// The reason why a value that is merged over others is not there.
  private func over(_ said: FieldOrigin.Saying, _ story: FieldStory) -> String {
    switch said.value {
    case .bool(false), .integer(0), .string(""):
      "; in Flyte's merge it never replaces another value"
    default: ""
    }
  }

  private func task(_ story: FieldStory) -> String {
    let tries = story.trial.tries
    guard !tries.isEmpty else {
      return story.origin.path.part == .metadata
        ? "can set labels and annotations of its own"
        : story.origin.path.part.container.map { _ in
          "cannot change it: Flyte makes this container, or the field is not a single value"
        } ?? "not tried for a field of this kind"
    }
    func values(_ tries: [TaskTrial.Try]) -> String {
      tries.map { OriginWords.value($0.value) }.joined(separator: ", ")
    }
    let arriving = tries.filter(\.arrives)
    let others = tries.filter { !$0.arrives }
    if case .list = tries[0].value {
      guard !arriving.isEmpty else { return "cannot add to it" }
      return arriving.allSatisfy(\.replaces) && !story.origin.makers.isEmpty
        ? "can replace it" : "can add to it, and cannot remove from it"
    }
    if arriving.isEmpty {
      return "cannot change it: a task's \(values(others)) does not take effect"
    }
    return "can change it: a task's \(values(arriving)) takes effect"
      + (others.isEmpty ? "" : ", \(values(others)) does not")
  }

  private func reached(_ reach: FieldReach) -> [String] {
    if let first = reach.places.first, reach.places.allSatisfy({ $0.value == first.value }) {
      return ["every kind of container: \(OriginWords.value(first.value))"]
    }
    return reach.places.map { place in
      "\(Self.role(place.role)) ('\(place.container)'): \(OriginWords.value(place.value))"
    }
  }

  static func role(_ role: FieldReach.Role) -> String {
    switch role {
    case .primary: "the task's own container"
    case .helper: "other containers of a pod task"
    case .initContainer: "init containers of a pod task"
    case .downloader: "co-pilot's downloader"
    case .uploader: "co-pilot's uploader"
    }
  }

  private func change(_ story: FieldStory) -> String {
    let field = story.origin
    let key = "set '\(section(of: field.path)).\(field.path.words)' in a profile of this namespace"
    let maker = field.makers.first
    switch maker?.source {
    case .task?:
      return maker.flatMap { words.place($0.origin) }.map { "edit \($0)" } ?? "change the task"
    case .setting(let name)? where name.text.hasPrefix("co-pilot"),
      .chart(let name)? where name.text.hasPrefix("co-pilot"):
      let place = maker.flatMap { words.place($0.origin) }.map { "edit \($0), or " } ?? ""
      return place + "set it in 'copilot' of the cluster or, for the container alone, of a profile"
    case .flyte?, .copilot?, .webhook?:
      return "'flyte-harden audit' shows which patch or setting changes what Flyte adds"
    default: break
    }
    // The built-in profiles are no place to edit.
    let isBuiltIn = story.layers.contains { layer in
      layer.profile.hasPrefix("builtin/") && layer.value.origin.span == maker?.origin?.span
    }
    guard !isBuiltIn, let place = maker.flatMap({ words.place($0.origin) }) else { return key }
    return "edit \(place), or \(key)"
  }

  private func section(of path: PodField) -> String {
    switch path.part {
    case .spec: "pod"
    case .metadata: "podMetadata"
    case .container: "containers"
    case .initContainer: "initContainers"
    }
  }
}
