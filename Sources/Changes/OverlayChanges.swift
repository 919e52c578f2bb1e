import Values

/// The differences between two overlays that are none of Flyte's settings.
enum OverlayChanges {
  /// - Parameter others: what is listed already.
  static func findings(
    _ before: PlainValue?, _ after: PlainValue?, besides others: [Finding], groups: [Int]
  ) -> [Finding] {
    let hasOtherImage = others.contains { $0.value.path.pattern == "flyte.image" }
    return TreeComparison.changes(before, after).compactMap { change in
      let isSetting = others.contains { other in
        guard other.kind == .setting, !ValuesChanges.has(other.value) else { return false }
        let path = other.value.path.dropping(other.value.path.steps.count > 2 ? 2 : 1)
        return change.path.ends(with: path) || copilotImage(change.path, path)
      }
      let isImage = hasOtherImage && change.path.steps.contains(.field("image"))
      guard !isSetting, !isImage else { return nil }
      return Finding(
        .overlay, change, stated: change.isMove ? .neutral : .incomparable, groups: groups)
    }
  }

  /// True if a chart's own key is for the image that a setting names.
  private static func copilotImage(_ path: ChangePath, _ setting: ChangePath) -> Bool {
    setting == ChangePath(fields: ["co-pilot", "image"])
      && (path.ends(with: ChangePath(fields: ["co-pilot", "image", "tag"]))
        || path.ends(with: ChangePath(fields: ["co-pilot", "image", "repository"])))
  }
}
