import Diagnostics
import Judges
import Values

/// An SCC of its fields, with the defaults of OpenShift (`SetDefaults_SCC`, apiserver-library-go of
/// September 2025).
struct ConstraintObject {
  private let tree: OriginTree
  private let name: String

  init(_ tree: OriginTree, name: String) {
    self.tree = tree
    self.name = name
  }

  /// The SCC; nil after a fault.
  func constraint(into diagnostics: inout DiagnosticList) -> SecurityContextConstraint? {
    let before = diagnostics.errorCount
    checkUser(into: &diagnostics)
    for key in ["fsGroup", "supplementalGroups"] { checkGroups(key, into: &diagnostics) }
    guard diagnostics.errorCount == before else { return nil }
    let named = PlainValue.Entry("name", .string(name))
    var made = SecurityContextConstraint(.mapping([named] + PlainValue(tree).entries))
    made.volumes = volumes
    made.flexDrivers = (tree["allowedFlexVolumes"]?.items ?? []).compactMap { $0["driver"]?.string }
    return made
  }

  private func flag(_ key: String) -> Bool { tree[key]?.flag ?? false }

  private func checkUser(into diagnostics: inout DiagnosticList) {
    guard let rule = tree["runAsUser"] else { return }
    func number(_ key: String) -> Int64? { rule[key]?.string.flatMap { Int64($0) } }
    switch rule["type"]?.string {
    case "MustRunAs" where number("uid") == nil:
      fault("'MustRunAs' needs 'uid'", "add 'uid: 1000'", at: rule, into: &diagnostics)
    case "MustRunAsRange":
      let bounds = [number("uidRangeMin"), number("uidRangeMax")].compactMap { $0 }
      if bounds.count == 1 {
        fault(
          "'uidRangeMin' and 'uidRangeMax' need each other", "add the other one", at: rule,
          into: &diagnostics)
      } else if bounds.count == 2 {
        checkRange(bounds[0], bounds[1], at: rule, into: &diagnostics)
      }
    default: break
    }
  }

  private func checkGroups(_ key: String, into diagnostics: inout DiagnosticList) {
    for item in tree[key]?["ranges"]?.items ?? [] {
      func number(_ key: String) -> Int64 { item[key]?.string.flatMap { Int64($0) } ?? 0 }
      checkRange(number("min"), number("max"), at: item, into: &diagnostics)
    }
  }

  private func checkRange(
    _ first: Int64, _ last: Int64, at place: OriginTree, into diagnostics: inout DiagnosticList
  ) {
    guard first > last else { return }
    fault(
      "the range of ids ends at \(last), before it starts at \(first)", "exchange the two numbers",
      at: place, into: &diagnostics)
  }

  private func fault(
    _ words: String, _ hint: String, at place: OriginTree,
    into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .wrongValue, "\(words) in the SCC '\(name)'", at: place.origin.span, hint: hint)
  }

  /// The volumes: without a list all, and of the node's folders only what the flag says.
  private var volumes: TextSet {
    let node = "hostPath"
    let mayUseNode = flag("allowHostDirVolumePlugin")
    var said: TextSet = ["*"]
    if let list = tree["volumes"], list.content != .null {
      said = TextSet(list.items.compactMap(\.string))
    }
    let isAll = said.contains("*")
    if mayUseNode { return isAll ? said : said.union([node]) }
    return (isAll ? said.union(VolumeKinds.all) : said).subtracting(["*", node])
  }
}

/// The types of volumes that an SCC can name (`openshift/api/security/v1`).
private enum VolumeKinds {
  static let all: TextSet = [
    "awsElasticBlockStore", "azureDisk", "azureFile", "cephFS", "cinder", "configMap", "csi",
    "downwardAPI", "emptyDir", "ephemeral", "fc", "flexVolume", "flocker", "gcePersistentDisk",
    "gitRepo", "glusterfs", "hostPath", "image", "iscsi", "nfs", "persistentVolumeClaim",
    "photonPersistentDisk", "portworxVolume", "projected", "quobyte", "rbd", "scaleIO", "secret",
    "storageOS", "vsphere",
  ]
}

extension OriginTree {
  /// The value of a flag.
  fileprivate var flag: Bool? { if case .bool(let flag) = content { flag } else { nil } }
}
