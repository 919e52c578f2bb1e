import Flyte
import PodAPI
import Values

/// The pod that Knative makes of a revision.
extension KnativeServing {
  /// Completes the pod of a revision, and adds the queue's proxy.
  func complete(_ spec: inout PodObject, revision: String, seconds: Int64) {
    let count = spec[.containers]?.items.count ?? 0
    for index in 0..<count {
      spec.changeContainer(index) { container in
        let ports = container[.ports]?.items ?? []
        if !ports.isEmpty || count == 1 {
          let number = ports.first?.object?[.containerPort] ?? .integer(8080)
          container[.ports] = .list([
            .object(
              PodObject([
                .init(.name, .string("user-port")), .init(.containerPort, number),
              ]))
          ])
        }
        if container[.terminationMessagePolicy] == nil {
          container.set(.terminationMessagePolicy, "FallbackToLogsOnError")
        }
      }
    }
    spec.append([.object(queueProxy)], to: .containers)
    spec[.terminationGracePeriodSeconds] = .integer(seconds)
    if spec[.enableServiceLinks] == nil { spec[.enableServiceLinks] = .bool(false) }
    if version.isAtLeast("1.15.0"), spec[.affinity] == nil {
      spec[.affinity] = .object(Self.spread(revision))
    }
  }

  private var queueProxy: PodObject {
    var container = PodObject()
    container.set(.name, "queue-proxy")
    container.set(.image, Self.queueImage)
    var ports: [(String, Int64)] = [
      ("http-queueadm", 8022), ("http-autometric", 9090), ("http-usermetric", 9091),
      ("queue-port", 8012), ("https-port", 8112),
    ]
    if version.isAtLeast("1.21.0") { ports.removeFirst() }
    container[.ports] = .list(
      ports.map {
        .object(
          PodObject([.init(.name, .string($0.0)), .init(.containerPort, .integer($0.1))]))
      })
    container[.resources] = .object(
      PodObject([.init(.requests, .map(PodMap([("cpu", .string("25m"))])))]))
    var context = PodObject([
      .init(.allowPrivilegeEscalation, .bool(false)),
      .init(.capabilities, .object(PodObject([.init(.drop, .list([.string("ALL")]))]))),
      .init(.readOnlyRootFilesystem, .bool(true)),
      .init(.runAsNonRoot, .bool(true)),
    ])
    if isRestricted {
      context[.seccompProfile] = .object(
        PodObject([.init(.type, .string("RuntimeDefault"))]))
    }
    container[.securityContext] = .object(context)
    return container
  }

  private static func spread(_ revision: String) -> PodObject {
    PodDecoder.newest.decode(
      .fields([
        (
          "podAntiAffinity",
          .fields([
            (
              "preferredDuringSchedulingIgnoredDuringExecution",
              .list([
                .fields([
                  ("weight", .integer(100)),
                  (
                    "podAffinityTerm",
                    .fields([
                      (
                        "labelSelector",
                        .fields([
                          (
                            "matchLabels",
                            .fields([("serving.knative.dev/revision", .string(revision))])
                          )
                        ])
                      ), ("topologyKey", .string("kubernetes.io/hostname")),
                    ])
                  ),
                ])
              ])
            )
          ])
        )
      ]), as: "Affinity")
  }

  /// The metadata of a revision's pods.
  func metadata(_ pod: RolePod, _ service: PlainValue) -> PodObject {
    var metadata = pod.metadata
    let name = service["metadata"]?.text("name") ?? ""
    let revision = revision(of: service)
    let prefix = "serving.knative.dev"
    metadata.put(
      [
        ("\(prefix)/configuration", name), ("\(prefix)/configurationGeneration", "1"),
        ("\(prefix)/revision", revision), ("\(prefix)/revisionUID", ""),
        ("\(prefix)/service", name),
      ], in: .labels)
    if metadata[.labels]?.map?["app"] == nil {
      metadata.put([("app", revision)], in: .labels)
    }
    if version.isAtLeast("1.17.0") {
      let containers = pod.spec[.containers]?.items ?? []
      let serving =
        containers.first { $0.object?[.ports] != nil && $0.object?.containerName != "queue-proxy" }
        ?? containers.first
      metadata.put(
        [("kubectl.kubernetes.io/default-container", serving?.object?.containerName ?? "")],
        in: .annotations)
    }
    return metadata
  }
}
