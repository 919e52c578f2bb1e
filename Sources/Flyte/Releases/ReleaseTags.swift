/// The tags of all releases that hold flyteplugins, in order. A new release is one name here, and
/// an entry in each fact that it changes.
enum ReleaseTags {
  static let inOrder =
    numbered("v1.9.", 2...37) + numbered("v1.10.", 0...5) + [
      "v1.10.6-b0", "v1.10.6", "v1.10.7-b0", "v1.10.7-b1", "v1.10.7-b2", "v1.10.7-b3",
      "v1.10.7-b4", "v1.10.7", "v1.11.0-b0", "v1.11.0-b1", "v1.11.0", "v1.11.1-b0", "v1.11.1-b1",
      "v1.12.0-b0", "v1.12.0", "v1.12.1-rc0", "v1.13.0-rc0", "v1.13.0", "v1.13.1-rc0",
      "v1.13.1-rc1", "v1.13.1", "v1.13.2", "v1.13.3", "v1.14.0", "v1.14.1", "v1.15.0", "v1.15.1",
      "v1.15.2", "v1.15.3", "v1.16.0b0", "v1.16.0b1", "v1.16.0-b2", "v1.16.0-b3", "v1.16.0-b4",
    ] + numbered("v1.16.", 0...8) + ["v2.0.0-alpha16"] + numbered("v2.0.", 0...43)

  private static func numbered(_ prefix: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(prefix)\($0)" }
  }
}
