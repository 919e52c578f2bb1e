import Deployments
import Judges
import PodAPI
import Reports

extension FindingRule {
  static let limitForAll = FindingRule(
    kind: .limitForAll,
    meaning:
      "A LimitRange of type Container that names a `max` or a `default` of a device, such as `nvidia.com/gpu`, gives that many to every container that names none: to init containers, to sidecars and to co-pilot as well. So a pod needs several GPUs, or waits for them forever.",
    fix:
      "Limit devices with a quota (`requests.nvidia.com/gpu`), or with an item of type Pod, which has no defaults."
  ) { context in
    context.ruled.flatMap { rules, scope in
      rules.limitRanges.flatMap { range in
        range.items.filter { $0.kind == .container }.flatMap { item in
          item.defaultLimits.entries.filter { $0.key.contains("/") && $0.value.string != "0" }
            .map { entry in
              Finding(
                scope: scope,
                words:
                  "the LimitRange '\(range.name)' gives every container \(entry.value.string ?? "") \(entry.key), init containers and co-pilot's included",
                fix:
                  "limit it with 'requests.\(entry.key)' of a quota, or in an item of type Pod",
                place: ReportPlace(range.origin))
            }
        }
      }
    }
  }
}
