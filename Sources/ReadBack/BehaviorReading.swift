import Flyte
import Values

/// Reads what the running binary does: its release, the patches that it was built with, and what
/// its sources showed otherwise.
enum BehaviorReading {
  static func behaviors(of release: Release, _ setup: PlainValue) -> Behaviors {
    var behaviors = release.behaviors
    for patch in setup["patches"]?.items ?? [] where patch["deployed"]?.bool == true {
      if let known = patch["name"]?.string.flatMap(ModeledPatch.init(named:)) {
        behaviors = behaviors.applying(known)
      }
    }
    let facts = TextMap(behaviors.facts.map { ($0.name, $0.value) }) { first, _ in first }
    for entry in setup["flyte"]?["behaviors"]?.entries ?? [] {
      guard let word = entry.value["now"]?.string ?? entry.value.string,
        facts[entry.key] != word
      else { continue }
      set(entry.key, word, of: &behaviors)
    }
    return behaviors
  }

  private static func set(_ name: String, _ word: String, of behaviors: inout Behaviors) {
    func take<Value: RawRepresentable>(
      _ place: WritableKeyPath<Behaviors, Value>
    ) where Value.RawValue == String {
      if let value = Value(rawValue: word) { behaviors[keyPath: place] = value }
    }
    switch name {
    case "sysPtrace": take(\.sysPtrace)
    case "uploader": take(\.uploader)
    case "defaultSecurityContext": take(\.defaultSecurityContext)
    case "templateInitContainers": take(\.initMerge)
    case "primaryInit": take(\.primaryInit)
    case "templateStore": take(\.store)
    case "copilotSecurityContext": behaviors.readsCopilotSecurityContext = word == "read"
    case "keepTemplateInitContainers": behaviors.readsKeepTemplateInitContainers = word == "read"
    case "requireDefaultPodTemplate": behaviors.readsRequireDefaultTemplate = word == "read"
    case "secretManagerSecurityContext":
      behaviors.readsSecretManagerSecurityContext = word == "read"
    default: break
    }
  }
}
