import Config

extension ConfigSchema {
  /// The type that a value must have, in plain words.
  var typeWords: String {
    switch self {
    case .mapping: "mapping"
    case .named(_, let inner): "mapping from names to \(inner.pluralWords)"
    case .list(let inner): "list of \(inner.pluralWords)"
    case .oneOrMany(let inner): "\(inner.typeWords), or a list of them"
    case .text(let rule): rule.typeWords
    case .choice(let words): words.joined(separator: " or ")
    case .choiceOrList(let words, let inner):
      words.joined(separator: ", ") + ", or a list of \(inner.pluralWords)"
    case .choiceOrMapping(let words, _): words.joined(separator: ", ") + ", or a mapping"
    case .bool: "true or false"
    case .strings: "mapping of strings"
    case .removable(let inner): inner.typeWords
    case .podObject(let type, _): "fields of Kubernetes' \(type)"
    }
  }

  /// True if null is a value that takes away what a lower layer says.
  var isRemovable: Bool {
    if case .removable = self { return true }
    return false
  }

  private var pluralWords: String {
    switch self {
    case .mapping: "mappings"
    case .text(let rule): rule.pluralWords
    case .oneOrMany(let inner): "\(inner.pluralWords), or lists of them"
    case .choice(let words): "words (\(words.joined(separator: ", ")))"
    default: typeWords
    }
  }
}

extension TextRule {
  /// The form that a string must have, in plain words.
  var typeWords: String {
    switch self {
    case .any, .free: "string"
    case .path: "path"
    case .dnsLabel: "name (a DNS label)"
    case .dnsSubdomain: "name (a DNS subdomain)"
    case .profileName: "profile"
    case .labelKey: "label key"
    case .labelValue: "label value"
    case .image: "image reference"
    case .quantity: "quantity"
    case .integer: "whole number"
    case .duration: "Go duration"
    case .containerPrefix: "prefix of a container name"
    case .flyteVersion: "Flyte version"
    case .kubernetesVersion: "Kubernetes minor version"
    case .idBlock: "a block of ids, such as 1000660000/10000"
    case .idBlocks: "blocks of ids with commas between them"
    case .podSecurityVersion: "latest, or a version such as v1.31"
    case .day: "day, such as 2027-03-31"
    case .idRange: "id or range of ids, quoted"
    case .namespaceTemplate: "template for namespace names"
    }
  }

  /// The same for many.
  var pluralWords: String {
    switch self {
    case .any, .free: "strings"
    case .path: "paths"
    case .dnsLabel, .dnsSubdomain: "names"
    case .profileName: "profiles"
    case .idRange: "ids or ranges of ids, quoted"
    default: typeWords + "s"
    }
  }
}
