import Deployments
import PodAPI
import Reports
import Values

extension FindingRule {
  static let injectedContainers = FindingRule(
    kind: .injectedContainers,
    meaning:
      "A label or an annotation of the pods asks another component to add containers: a service mesh or Vault's injector. They are added after everything that is modeled, so no verdict covers them. The init containers of Istio, Linkerd, Kuma and Consul change the network with the capability `NET_ADMIN`, which `baseline` and `restricted` refuse, unless the mesh uses its CNI plugin.",
    fix:
      "Use the CNI plugin of the mesh, or turn the injection off for tasks. For Vault, set `seccompProfile` for the whole pod."
  ) { context in
    context.pods.flatMap { line, pod in
      let labels = pod.metadata[.labels]?.map ?? PodMap()
      let annotations = pod.metadata[.annotations]?.map ?? PodMap()
      let level = line.template?.claim?.level
      let hasSeccomp = pod.spec.value(at: ["securityContext", "seccompProfile"]) != nil
      return Injector.all.compactMap { injector -> Finding? in
        guard let key = injector.key(in: labels, annotations) else { return nil }
        let said =
          line.template.flatMap { $0.podAnnotations[key] ?? $0.podLabels[key] }
        return Finding(
          scope: line.scope,
          words: "'\(key)' asks \(injector.name) to add containers, which are not judged: "
            + injector.words(level: level, hasSeccomp: hasSeccomp),
          fix: injector.fix(level: level, hasSeccomp: hasSeccomp), place: ReportPlace(said?.origin))
      }
    }
  }
}
