public import Deployments
public import Diagnostics
import Flyte
public import Values

/// Finds where an overlay and the user's own values speak of the same thing: what the overlay replaces, what
/// stays inside a mapping that it fills, and what wins over it.
public struct OverlayCheck: Sendable {
  /// The deployment that runs.
  public let deployment: Deployment
  /// The image that the overlay names.
  public let image: Located<String>?

  /// The place where the config names the chart, which is why there is an overlay.
  public let chart: Origin

  /// Makes a check.
  public init(deployment: Deployment, image: Located<String>?, chart: Origin) {
    self.deployment = deployment
    self.image = image
    self.chart = chart
  }

  /// Looks at every value of the overlay; warnings go to `diagnostics`.
  public func run(into diagnostics: inout DiagnosticList) {
    let values = deployment.values
    // An overlay that has no effect meets nothing.
    guard deployment.chart != nil, !values.isExternal else { return }
    compare(
      deployment.settings, values.settings, values.laterSettings, [], into: &diagnostics)
    compare(
      deployment.webhook, values.webhook, values.laterWebhook, ["webhook"], into: &diagnostics)
    compare(deployment.ray, values.ray, nil, ["plugins", "ray"], into: &diagnostics)
    checkImage(into: &diagnostics)
  }

  private func compare(
    _ overlay: OriginTree, _ values: OriginTree?, _ later: OriginTree?, _ path: [String],
    into diagnostics: inout DiagnosticList
  ) {
    if case .mapping = overlay.content {
      for entry in overlay.entries {
        compare(
          entry.value, values?[entry.key], later?[entry.key], path + [entry.key],
          into: &diagnostics)
      }
      if Self.isFilled(path) { kept(values, later, in: overlay, path, into: &diagnostics) }
      return
    }
    if let later, !later.holdsSameValues(as: overlay) {
      beaten(overlay, by: later, path, into: &diagnostics)
    } else if later == nil, let values, values.content != .null,
      !values.holdsSameValues(as: overlay)
    {
      replaced(values, by: overlay, path, into: &diagnostics)
    }
  }

  /// True if an overlay replaces a mapping as a whole: one of the Pod API, not a section of keys.
  private static func isFilled(_ path: [String]) -> Bool {
    path.contains {
      $0.lowercased().hasSuffix("securitycontext") || $0.hasSuffix("security-context")
    }
  }

  private func kept(
    _ values: OriginTree?, _ later: OriginTree?, in overlay: OriginTree, _ path: [String],
    into diagnostics: inout DiagnosticList
  ) {
    for entry in (values?.entries ?? []) + (later?.entries ?? []) {
      guard overlay[entry.key] == nil, entry.value.content != .null else { continue }
      let name = path.joined(separator: ".")
      diagnostics.warning(
        .valuesKept,
        "'\(entry.key)' stays in '\(name)', which the overlay fills"
          + Self.consequence(of: entry, in: overlay),
        at: entry.keyOrigin.span, notes: [said(name, overlay)],
        hint: "remove it, or set it in the profiles",
        fix: Fix(takingOut: entry.keyOrigin.span, .likely))
    }
  }

  private static func consequence(of entry: OriginTree.Entry, in overlay: OriginTree) -> String {
    if entry.key == "runAsUser", entry.value.content == .integer(0),
      overlay["runAsNonRoot"]?.content == .bool(true)
    {
      return ": with 'runAsNonRoot', the kubelet starts no container"
    }
    return ", and reaches the tasks of all namespaces"
  }

  private func beaten(
    _ overlay: OriginTree, by later: OriginTree, _ path: [String],
    into diagnostics: inout DiagnosticList
  ) {
    let name = path.joined(separator: ".")
    diagnostics.warning(
      .valuesWin,
      "'\(name)' wins over the overlay: Flyte reads this file after the one that the overlay changes",
      at: later.origin.span, notes: [said(name, overlay)],
      hint: "remove it, or move it to where the overlay has it")
  }

  private func replaced(
    _ values: OriginTree, by overlay: OriginTree, _ path: [String],
    into diagnostics: inout DiagnosticList
  ) {
    let name = path.joined(separator: ".")
    diagnostics.warning(
      .valuesReplaced, "the overlay replaces this value of '\(name)'",
      at: values.origin.span, notes: [said(name, overlay)],
      hint: "remove it, or set the same in the config")
  }

  /// Names the value that the overlay sets, and its place in the config.
  private func said(_ name: String, _ overlay: OriginTree) -> Diagnostic.Note {
    let value =
      switch overlay.content {
      case .string(let text): ": '\(text)'"
      case .integer(let number): ": \(number)"
      case .bool(let flag): ": \(flag)"
      default: ""
      }
    let cluster = "in the cluster '\(deployment.name)'"
    return Diagnostic.Note(
      "the overlay sets '\(name)'\(value), \(cluster)",
      at: Self.place(of: overlay) ?? chart.span)
  }

  /// Finds the place of a tree, or of the first value in it.
  private static func place(_ origins: [OriginTree]) -> Span? {
    for tree in origins {
      if let span = place(of: tree) { return span }
    }
    return nil
  }

  private static func place(of tree: OriginTree) -> Span? {
    tree.origin.span ?? place(tree.entries.map(\.value) + tree.items)
  }

  private func checkImage(into diagnostics: inout DiagnosticList) {
    guard let image else { return }
    let reference = ImageReference(image.value)
    let values = deployment.values
    for (said, own) in [
      (values.flyteRepository, reference.repository), (values.flyteTag, reference.tag ?? "latest"),
    ] {
      guard let said, said.value != own else { continue }
      diagnostics.warning(
        .valuesReplaced, "the overlay replaces this part of Flyte's image", at: said.origin.span,
        notes: [
          Diagnostic.Note(
            "the overlay sets '\(image.value)', in the cluster '\(deployment.name)'",
            at: image.origin.span)
        ], hint: "remove it, or set the same in the config")
    }
  }
}
