import Diagnostics
import Flyte
import Model
import Values

/// Says where the usual task of Flyte's own images could not run under a profile, though its pod is let
/// in.
///
/// The images of flytekit and those that flyte-sdk builds on Debian run as user 1000, and the code of a
/// task is unpacked to their working directory when it starts: `/root` (flytekit; its register.py and
/// its Dockerfile), `/home/flyte` (flyte-sdk since its change 1016).
struct UsualTaskCheck {
  let profile: Profile
  let cluster: Cluster

  /// The user of Flyte's own images.
  static let user: Int64 = 1000

  private var isV1: Bool { cluster.flyte.release.line == .v1 }
  private var folder: String { isV1 ? "/root" : "/home/flyte" }

  var findings: [ReachFinding] { [ofUser, ofRoot].compactMap { $0 } }

  private var primary: OriginTree { ContainerRole.primary.fields(of: profile) }

  private var ofUser: ReachFinding? {
    // OpenShift gives each namespace users of its own.
    guard cluster.kubernetes.platform == .vanilla else { return nil }
    let said =
      primary[path: ["securityContext", "runAsUser"]]
      ?? TemplatePod(profile: profile).spec[path: ["securityContext", "runAsUser"]]
    guard let said, case .integer(let user) = said.content else { return nil }
    if user == Self.user {
      return profile.isBuiltIn(said.origin) ? builtIn(said) : nil
    }
    // Root may read and write everything.
    guard user != 0 else { return nil }
    return ReachFinding(
      severity: .note, id: .imageUser,
      message:
        "a typical task cannot run as user \(user): the images of \(isV1 ? "flytekit" : "flyte-sdk") belong to user \(Self.user), the only user who can write to their working directory",
      origin: said.origin,
      hint:
        "set 'runAsUser: \(Self.user)', or use your own images with a working directory that user \(user) can write to"
    )
  }

  private func builtIn(_ said: OriginTree) -> ReachFinding {
    ReachFinding(
      severity: .note, id: .builtInUser,
      message:
        "tasks run as user \(Self.user), the user of the flytekit and flyte-sdk images; your own images must let that user read the code and write to the working directory",
      origin: Origin(span: said.origin.via.last ?? said.origin.span),
      hint: "set 'runAsUser' in 'pod.securityContext' to the user of your images"
    )
  }

  private var ofRoot: ReachFinding? {
    guard let said = primary[path: ["securityContext", "readOnlyRootFilesystem"]],
      said.content == .bool(true), !hasWritableFolder
    else { return nil }
    let (commands, ways) =
      isV1
      ? (
        "'pyflyte run' and 'pyflyte register' unpack it to \(folder)",
        "put the code into the image with '--copy none', or mount a writable volume and name its path with '--destination-dir'"
      )
      : (
        "'flyte run' and 'flyte deploy' unpack it to the working directory, \(folder)",
        "put the code into the image with '--copy-style none'"
      )
    return ReachFinding(
      severity: .note, id: .readOnlyCode,
      message:
        "tasks whose code is not in the image cannot start: \(commands), which is read-only",
      origin: said.origin,
      hint:
        "\(ways); a volume mounted at \(folder) makes it writable, but hides what the image has there"
    )
  }

  /// True if the task's own container has a volume there that can be written.
  private var hasWritableFolder: Bool {
    let volumes = profile.pod["volumes"]?.items ?? []
    return (primary["volumeMounts"]?.items ?? []).contains { mount in
      guard let path = mount["mountPath"]?.string, mount["readOnly"]?.content != .bool(true),
        folder == path || folder.hasPrefix(path.hasSuffix("/") ? path : path + "/")
      else { return false }
      let volume = volumes.first {
        $0["name"]?.holdsSameValues(as: mount["name"] ?? .empty) == true
      }
      return volume.map { !Self.isReadOnly($0) } ?? false
    }
  }

  /// True if a volume is one of those that no task can write to.
  private static func isReadOnly(_ volume: OriginTree) -> Bool {
    ["configMap", "secret", "downwardAPI", "projected", "image"].contains { volume[$0] != nil }
  }
}
