import Changes
import Deployments
import Foundation
import Values

extension SampleConfig {
  /// The line that a text is on.
  func line(of text: String) -> Int? {
    self.text.components(separatedBy: "\n").firstIndex { $0.contains(text) }.map { $0 + 1 }
  }
}

extension ComparedSide {
  /// The same side with templates whose pod names no user; its settings still do.
  func withoutPodUser() -> ComparedSide {
    editing { spec in
      spec.setting("securityContext", to: spec["securityContext"]?.setting("runAsUser", to: nil))
    }
  }

  /// The same side whose containers say themselves which group the pod said for them.
  func movingGroupToContainers() -> ComparedSide {
    let key = "default-pod-security-context"
    return editing { spec in
      let context = spec["securityContext"]
      let pod = spec.setting("securityContext", to: context?.setting("runAsGroup", to: nil))
      return ["containers", "initContainers"].reduce(pod) { spec, list in
        let items = (spec[list]?.items ?? []).map { container in
          container.setting(
            "securityContext",
            to: container["securityContext"]?.setting("runAsGroup", to: context?["runAsGroup"]))
        }
        return spec.setting(list, to: OriginTree(.list(items), origin: .tool))
      }
    } settings: {
      $0.setting(key, to: $0[key]?.setting("runAsGroup", to: nil))
    }
  }

  private func editing(
    _ spec: (OriginTree) -> OriginTree, settings: (OriginTree) -> OriginTree = { $0 }
  ) -> ComparedSide {
    ComparedSide(
      name: name,
      clusters: clusters.map { cluster in
        var deployment = cluster.deployment
        deployment.settings = settings(deployment.settings)
        deployment.templateSets = deployment.templateSets.map { set in
          PodTemplateSet(templates: set.templates.map { $0.with(spec: spec($0.spec)) })
        }
        return ComparedCluster(
          deployment: deployment, facts: cluster.facts, overlay: cluster.overlay,
          patches: cluster.patches)
      })
  }
}
