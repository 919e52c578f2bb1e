import Deployments
import Diagnostics
import Flyte
import Manifests
import Operators
import PodAPI
import TestSupport
import Testing
import Values

@testable import Audit

/// A set-up that is known by its templates.
func setup(
  _ version: String, _ manifests: String = "", level: String = "restricted",
  patches: [ModeledPatch]? = nil, settings: TreeLiteral = [:], kubernetes: Int = 36,
  managers: [SecretManager] = [], own: [JudgedTask] = [],
  plugins: [PluginChoice] = [], values: InstalledValues = InstalledValues()
) throws -> FoundSetup {
  let release = try #require(Release.named(version))
  let claim = Claim(level: level, minor: nil, origin: .tool)
  let server = ServerRelease(minor: kubernetes, switched: [:])
  var diagnostics = DiagnosticList()
  var reading = TemplateReading(server, claim: claim)
  let file = SourceFile(path: "templates.yaml", bytes: Array(manifests.utf8))
  let templates = manifests.isEmpty ? [] : reading.read([file], into: &diagnostics)
  #expect(!diagnostics.hasErrors, "\(diagnostics.sorted.map(\.message))")
  return FoundSetup(
    release: release, chart: nil, kubernetes: server, claim: claim,
    patches: patches ?? ModeledPatch.allCases.filter { !$0.isOptIn }, templates: templates,
    settings: tree(settings), secretManagers: managers, values: values, plugins: plugins,
    tasks: own)
}

/// A PodTemplate that hardens the pod and the containers of some names.
func manifest(
  _ containers: [String], inits: [String] = [], name: String = "flyte-default",
  namespace: String = "tasks", readOnly: Bool = false
) -> String {
  func list(_ names: [String]) -> String {
    names.map { name in
      """
        - name: \(name)
          image: p:1
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, readOnlyRootFilesystem: \(readOnly) }

      """.split(separator: "\n").map { "    \($0)\n" }.joined()
    }.joined()
  }
  return """
    ---
    apiVersion: v1
    kind: PodTemplate
    metadata: { name: \(name), namespace: \(namespace) }
    template:
      spec:
        securityContext: { runAsNonRoot: true, runAsUser: 65532, fsGroup: 65532, seccompProfile: { type: RuntimeDefault } }
        containers:
    \(list(containers))
    """ + (inits.isEmpty ? "" : "    initContainers:\n\(list(inits))\n")
}
