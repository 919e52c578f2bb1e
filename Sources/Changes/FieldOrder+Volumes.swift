import Values

// The orders of volumes, mounts, ports and probes.

extension FieldOrder {
  /// `volumes`: what a volume gives access to.
  static let volume = FieldOrder(
    "not set = emptyDir, downwardAPI < another source that restricted admits (incomparable to each other) < any other, such as hostPath"
  ) { before, after in
    let (from, to) = (VolumeKind(before), VolumeKind(after))
    if from.rung == to.rung { return from.rung == 0 ? .neutral : .incomparable }
    return from.rung < to.rung ? .loosened : .tightened
  }

  /// `volumeMounts`: a mount of something that is the pod's own is nobody else's matter.
  static let mount = FieldOrder(
    "not set < read-only < writable, except the pod's own volumes; mountPropagation None < HostToContainer < Bidirectional; another path or volume is incomparable"
  ) { before, after in
    guard let before else { return .loosened }
    guard let after else { return .tightened }
    let known: TextSet = ["readOnly", "mountPropagation", "mountPath", "recursiveReadOnly"]
    func rest(_ value: PlainValue) -> PlainValue {
      .mapping(value.entries.filter { !known.contains($0.key) })
    }
    guard TreeComparison.isSame(rest(before), rest(after)) else { return .incomparable }
    return .together([
      flag(strict: true, unsetIsStrict: false).meaning(before["readOnly"], after["readOnly"]),
      propagation.meaning(before["mountPropagation"], after["mountPropagation"]),
      recursion.meaning(before["recursiveReadOnly"], after["recursiveReadOnly"]),
    ])
  }

  private static let propagation = words(
    "", [["None", "", nil], ["HostToContainer"], ["Bidirectional"]])
  private static let recursion = words(
    "", [["Enabled"], ["IfPossible"], ["Disabled", "", nil]])

  /// `ports`: only a port of the host is a right.
  static let port = FieldOrder(
    "no hostPort < a hostPort; a port of the container alone has no effect"
  ) { before, after in
    func host(_ value: PlainValue?) -> PlainValue? {
      guard let port = value?["hostPort"], port != .integer(0) else { return nil }
      return .list([port, value?["hostIP"] ?? .null])
    }
    switch (host(before), host(after)) {
    case (nil, nil): return .neutral
    case (nil, _?): return .loosened
    case (_?, nil): return .tightened
    case (let before?, let after?): return before == after ? .neutral : .incomparable
    }
  }

  /// Probes and lifecycle hooks: a `host` makes the node's kubelet ask somebody else.
  static let handler = FieldOrder("no host < a host; any other change is incomparable") {
    before, after in
    switch (hosts(before), hosts(after)) {
    case (false, true): .loosened
    case (true, false): .tightened
    default: .incomparable
    }
  }

  private static func hosts(_ value: PlainValue?) -> Bool {
    guard let value else { return false }
    return value.entries.contains { entry in
      (entry.key == "host" && entry.value.string?.isEmpty == false) || hosts(entry.value)
    }
  }
}

/// The access that a volume gives.
struct VolumeKind {
  /// 0: the pod's own; 1: admitted by `restricted`; 2: anything else.
  let rung: Int

  /// The names of the volumes that are the pod's own on both sides.
  static func own(_ before: PlainValue?, _ after: PlainValue?) -> TextSet {
    let volumes = [before, after].flatMap { $0?["volumes"]?.items ?? [] }
    let others = TextSet(
      volumes.filter { VolumeKind($0).rung > 0 }.compactMap { $0["name"]?.string })
    return TextSet(volumes.compactMap { $0["name"]?.string }.filter { !others.contains($0) })
  }

  init(_ volume: PlainValue?) {
    // The API server makes a volume without a source an `emptyDir`.
    guard let source = volume?.entries.first(where: { $0.key != "name" })?.key else {
      rung = 0
      return
    }
    switch source {
    case "emptyDir", "downwardAPI": rung = 0
    case "configMap", "csi", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret":
      rung = 1
    default: rung = 2
    }
  }
}
