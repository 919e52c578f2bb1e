import Config
import Flyte
import PodAPI
import Values

extension TextRule {
  /// The rule as the keywords of a JSON Schema. It takes every string that the rule takes; where a
  /// pattern cannot say the whole rule, it takes more.
  var keywords: SchemaNode.Keywords {
    let string = PlainValue.Entry("type", .string("string"))
    func matching(_ pattern: String, longest: Int64? = nil) -> SchemaNode.Keywords {
      [string, .init("pattern", .string("^\(pattern)$"))]
        + (longest.map { [.init("maxLength", .integer($0))] } ?? [])
    }
    switch self {
    case .free: return [string]
    case .any, .path, .image: return [string, .init("minLength", .integer(1))]
    case .dnsLabel: return matching(Self.label, longest: 63)
    case .dnsSubdomain: return matching(Self.subdomain, longest: 253)
    case .profileName: return matching("(builtin/)?\(Self.label)", longest: 71)
    case .labelKey: return matching("(\(Self.subdomain)/)?\(Self.qualified)", longest: 317)
    case .labelValue: return matching("(\(Self.qualified))?", longest: 63)
    case .quantity:
      return [
        .init("type", .list([.string("string"), .string("number")])),
        .init(
          "pattern",
          .string("^[+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$")),
      ]
    case .integer: return [.init("type", .string("integer"))]
    case .duration:
      return matching("[+]?(0|(([0-9]+[.]?[0-9]*|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)")
    case .containerPrefix: return matching("[a-z0-9][-a-z0-9]*", longest: 53)
    case .flyteVersion:
      return SchemaNode.any(
        SchemaNode.choice(Release.all.reversed().map(\.name)),
        matching("v[0-9]+[.][0-9]+[.][0-9]+[-.0-9a-z]*"))
    case .kubernetesVersion:
      return SchemaNode.any(
        SchemaNode.choice(Self.minors.map { "1.\($0)" }), matching("1[.](0|[1-9][0-9]*)"))
    case .podSecurityVersion:
      return SchemaNode.any(
        SchemaNode.choice(["latest"] + Self.minors.map { "v1.\($0)" }),
        matching("v1[.](0|[1-9][0-9]*)"))
    case .day: return matching("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
    case .idRange: return matching("[0-9]{1,10}(-[0-9]{1,10})?")
    case .idBlock: return matching("[0-9]+[-/][0-9]+")
    case .idBlocks: return matching("[0-9]+[-/][0-9]+(,[0-9]+[-/][0-9]+)*")
    case .namespaceTemplate: return [string, .init("minLength", .integer(1))]
    }
  }

  /// The minor versions that are worth completing, the newest first.
  private static var minors: [Int] {
    PodSchema.minorVersions.reversed().filter { $0 > PodSchema.minorVersions.lowerBound }
  }

  private static let label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
  private static let subdomain = "\(label)([.]\(label))*"
  private static let qualified = "[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?"
}
