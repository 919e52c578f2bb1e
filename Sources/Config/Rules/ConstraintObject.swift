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
    var made = SecurityContextConstraint(name: name)
    made.users = TextSet(texts("users"))
    made.groups = TextSet(texts("groups"))
    made.priority = tree["priority"]?.string.flatMap { Int64($0) } ?? 0
    made.allowsPrivileged = flag("allowPrivilegedContainer")
    made.allowsHostNetwork = flag("allowHostNetwork")
    made.allowsHostPorts = flag("allowHostPorts")
    made.allowsHostPID = flag("allowHostPID")
    made.allowsHostIPC = flag("allowHostIPC")
    made.allowsEscalation = tree["allowPrivilegeEscalation"]?.flag ?? true
    made.defaultEscalation = tree["defaultAllowPrivilegeEscalation"]?.flag
    made.needsReadOnlyRoot = flag("readOnlyRootFilesystem")
    made.needsOwnUsers = tree["userNamespaceLevel"]?.string == "RequirePodLevel"
    made.user = user(into: &diagnostics)
    made.seLinux = context
    made.fsGroup = groups("fsGroup", into: &diagnostics)
    made.supplementalGroups = groups("supplementalGroups", into: &diagnostics)
    made.allowedCapabilities = texts("allowedCapabilities")
    made.addedCapabilities = texts("defaultAddCapabilities")
    made.droppedCapabilities = texts("requiredDropCapabilities")
    made.seccompProfiles = texts("seccompProfiles")
    made.volumes = volumes
    made.flexDrivers = (tree["allowedFlexVolumes"]?.items ?? []).compactMap { $0["driver"]?.string }
    made.unsafeSysctls = texts("allowedUnsafeSysctls")
    made.forbiddenSysctls = texts("forbiddenSysctls")
    return diagnostics.errorCount == before ? made : nil
  }

  private func flag(_ key: String) -> Bool { tree[key]?.flag ?? false }

  private func texts(_ key: String) -> [String] {
    (tree[key]?.items ?? []).compactMap(\.string)
  }

  private func user(
    into diagnostics: inout DiagnosticList
  ) -> SecurityContextConstraint.UserRule {
    let rule = tree["runAsUser"]
    func number(_ key: String) -> Int64? { rule?[key]?.string.flatMap { Int64($0) } }
    switch rule?["type"]?.string {
    case "MustRunAs":
      if let user = number("uid") { return .user(user) }
      fault("'MustRunAs' needs 'uid'", "add 'uid: 1000'", at: rule, into: &diagnostics)
    case "MustRunAsNonRoot": return .nonRoot
    case "MustRunAsRange":
      switch (number("uidRangeMin"), number("uidRangeMax")) {
      case (nil, nil): return .range(nil)
      case (let first?, let last?):
        return .range(range(first, last, at: rule, into: &diagnostics))
      default:
        fault(
          "'uidRangeMin' and 'uidRangeMax' need each other", "add the other one", at: rule,
          into: &diagnostics)
      }
    default: break
    }
    return .any
  }

  private var context: SecurityContextConstraint.SELinuxRule {
    guard let rule = tree["seLinuxContext"], rule["type"]?.string == "MustRunAs" else {
      return .any
    }
    func text(_ key: String) -> String { rule[path: ["seLinuxOptions", key]]?.string ?? "" }
    return .context(
      SELinuxContext(
        level: text("level"), role: text("role"), type: text("type"), user: text("user")))
  }

  private func groups(
    _ key: String, into diagnostics: inout DiagnosticList
  ) -> SecurityContextConstraint.GroupRule {
    guard let rule = tree[key], rule["type"]?.string == "MustRunAs" else { return .any }
    return .ranges(
      (rule["ranges"]?.items ?? []).map { item in
        func number(_ key: String) -> Int64 { item[key]?.string.flatMap { Int64($0) } ?? 0 }
        return range(number("min"), number("max"), at: item, into: &diagnostics)
      })
  }

  private func range(
    _ first: Int64, _ last: Int64, at place: OriginTree?, into diagnostics: inout DiagnosticList
  ) -> ClosedRange<Int64> {
    if first <= last { return first...last }
    fault(
      "the range of ids ends at \(last), before it starts at \(first)", "exchange the two numbers",
      at: place, into: &diagnostics)
    return last...last
  }

  private func fault(
    _ words: String, _ hint: String, at place: OriginTree?,
    into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .wrongValue, "\(words) in the SCC '\(name)'", at: (place ?? tree).origin.span, hint: hint)
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
