import Deployments
import Diagnostics
import Judges
import PodAPI
import Reports

extension FindingRule {
  static let severalLimitRanges = FindingRule(
    kind: .severalLimitRanges,
    meaning:
      "The API server applies the LimitRanges of a namespace in random order, and the first that has a default for a resource gives it. With different defaults the same pod gets other resources from one request to the next, or is refused now and then.",
    fix: "Make one LimitRange of them."
  ) { context in
    context.ruled.compactMap { rules, scope in
      guard let resource = Self.contested(rules.limitRanges) else { return nil }
      let names = rules.limitRanges.map { "'\($0.name)'" }.listed
      return Finding(
        scope: scope,
        words:
          "the LimitRanges \(names) have different defaults of \(resource), and apply in random order",
        fix: "make one of them", place: ReportPlace(rules.limitRanges.last?.origin))
    }
  }

  /// A resource of which two LimitRanges have different defaults.
  private static func contested(_ ranges: [LimitRange]) -> String? {
    let defaults = ranges.map { range in
      range.items.filter { $0.kind == .container }.flatMap {
        $0.defaultLimits.entries.map { ("limits", $0) }
          + $0.defaultRequests.entries.map { ("requests", $0) }
      }
    }
    for (index, own) in defaults.enumerated() {
      for (field, entry) in own {
        let differs = defaults[..<index].joined().contains {
          $0.0 == field && $0.1.key == entry.key && $0.1.value != entry.value
        }
        if differs { return entry.key }
      }
    }
    return nil
  }
}
