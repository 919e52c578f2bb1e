import Charts
public import Deployments
import Digests
public import Files
import Parallel
public import Values
import YAMLTree

/// Every file of a cluster, one after the other. Rendering cannot fail: all that can be wrong was
/// found before a plan exists.
public struct Rendering: Sendable {
  /// The cluster that is rendered.
  public let cluster: PlannedCluster
  /// The templates that it is rendered from.
  public let templates: OutputTemplates

  /// Makes a rendering.
  public init(cluster: PlannedCluster, templates: OutputTemplates) {
    self.cluster = cluster
    self.templates = templates
  }

  /// The folder of a cluster's Helm overlay.
  public static let helm = "helm"
  /// The folder of a cluster's patches.
  public static let patches = "patches"
  /// The folder of a cluster's admission policies.
  public static let admission = "admission"
  /// The folder of a cluster's PodTemplates, each called by its namespace.
  public static let podTemplates = "pod-templates"
  /// The file in it that names the others.
  public static let kustomization = "kustomization.yaml"

  /// Gives each file's place below the cluster's folder, and its bytes, always in the same order:
  /// by folder, namespaces in byte order of their names, SHA256SUMS last. Bodies are made when they
  /// are asked for, so memory does not grow with the number of namespaces.
  public func forEachFile<Failure: Error>(
    _ body: (FilePlace, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachFile(
      doing: { _, _ in }, { (place, bytes, _) throws(Failure) in try body(place, bytes) })
  }

  /// Gives each file as the other method does, with what was done with it. The files of namespaces are
  /// made on all cores, some ahead of the one that is given.
  /// - Parameter work: done once with each file, by any thread.
  public func forEachFile<Done: Sendable, Failure: Error>(
    doing work: @Sendable (FilePlace, [UInt8]) -> Done,
    _ body: (FilePlace, [UInt8], Done) throws(Failure) -> Void
  ) throws(Failure) {
    var sums: [UInt8] = []
    func give(_ file: MadeFile<Done>) throws(Failure) {
      sums += file.digest.utf8
      sums += "  \(file.place.path)\n".utf8
      try body(file.place, file.bytes, file.done)
    }
    func give(_ place: FilePlace, _ bytes: [UInt8]) throws(Failure) {
      try give(MadeFile(place, bytes, work))
    }
    for file in ofCluster { try give(file.place, file.bytes) }
    if !cluster.files.isEmpty { try give(FilePlace(Self.patches, "series"), series) }
    let bodies = cluster.deployment.templateSets.reduce(into: [PodTemplateBody]()) { made, set in
      made.append(
        set.like.map { made[$0] } ?? PodTemplateBody(set, template: templates.podTemplate))
    }
    try give(FilePlace(Self.podTemplates, Self.kustomization), kustomization)
    let namespaces = cluster.deployment.namespaces
    var first = 0
    while first < namespaces.count {
      let rest = namespaces[first...].prefix(Self.ahead(bodies))
      let files = Parallel.map(count: rest.count) { [first] position in
        let namespace = namespaces[first + position]
        return MadeFile(
          FilePlace(Self.podTemplates, namespace.name + ".yaml"),
          bodies[namespace.templateSet].bytes(namespace: namespace.name), work)
      }
      for file in files { try give(file) }
      first += rest.count
    }
    try give(
      FilePlace("", "setup.yaml"), SetupFile(cluster: cluster, sums: SHA256.hex(of: sums)).bytes)
    let place = FilePlace("", "SHA256SUMS")
    try body(place, sums, work(place, sums))
  }

  /// The number of files that are made ahead: those of some 4 MiB.
  private static func ahead(_ bodies: [PodTemplateBody]) -> Int {
    let largest = bodies.map(\.size).max() ?? 0
    return min(1024, max(2, (4 << 20) / max(1, largest)))
  }

  /// A file, and what was done with it.
  private struct MadeFile<Done: Sendable>: Sendable {
    let place: FilePlace
    let bytes: [UInt8]
    let digest: String
    let done: Done

    init(_ place: FilePlace, _ bytes: [UInt8], _ work: (FilePlace, [UInt8]) -> Done) {
      self.place = place
      self.bytes = bytes
      digest = SHA256.hex(of: bytes)
      done = work(place, bytes)
    }
  }

  /// Gives the files that tell what runs, without the list of all files. Of those that differ in the
  /// namespace alone only the first is made, and comes with all the namespaces in byte order; others
  /// come with none.
  public func forEachDistinctFile(
    _ give: (FilePlace, [UInt8], _ namespaces: [String]) -> Void
  ) {
    for file in ofCluster { give(file.place, file.bytes, []) }
    var namespaces: [Int: [String]] = [:]
    var order: [Int] = []
    for namespace in cluster.deployment.namespaces {
      if namespaces[namespace.templateSet] == nil { order.append(namespace.templateSet) }
      namespaces[namespace.templateSet, default: []].append(namespace.name)
    }
    for set in order {
      guard let names = namespaces[set], let first = names.first else { continue }
      let body = PodTemplateBody(
        cluster.deployment.templateSets[set], template: templates.podTemplate)
      give(FilePlace(Self.podTemplates, first + ".yaml"), body.bytes(namespace: first), names)
    }
    give(FilePlace("", "setup.yaml"), SetupFile(cluster: cluster, sums: "").bytes, [])
  }

  /// The facts about a cluster in `setup.yaml`, without the list of its files.
  public static func facts(of cluster: PlannedCluster) -> PlainValue {
    SetupFile(cluster: cluster, sums: "").tree
  }

  /// The files that tell what runs in all namespaces, but for `setup.yaml`.
  private var ofCluster: [(place: FilePlace, bytes: [UInt8])] {
    AdmissionFiles(cluster.deployment.policies).files.map {
      (FilePlace(Self.admission, $0.name), $0.bytes)
    }
      + (overlay.map { [(FilePlace(Self.helm, "\($0.chart)-values.yaml"), $0.bytes)] } ?? [])
      + cluster.files.map { (FilePlace(Self.patches, $0.fileName), $0.bytes) }
  }

  private var overlay: (chart: String, bytes: [UInt8])? {
    guard let chart = cluster.deployment.chart, let template = templates.charts[chart] else {
      return nil
    }
    let text =
      GeneratedHeader.text + "---\n" + YAMLWriter.text(template.overlay(for: cluster.deployment))
    return (chart, Array(text.utf8))
  }

  private var series: [UInt8] {
    Array(cluster.files.map { $0.fileName + "\n" }.joined().utf8)
  }

  private var kustomization: [UInt8] {
    let names = cluster.deployment.namespaces.map { PlainValue.string($0.name + ".yaml") }
    let tree = PlainValue.mapping([
      .init("apiVersion", .string("kustomize.config.k8s.io/v1beta1")),
      .init("kind", .string("Kustomization")),
      .init("resources", .list(names)),
    ])
    return Array((GeneratedHeader.text + "---\n" + YAMLWriter.text(tree)).utf8)
  }
}
