import Deployments
import Values

/// The differences between the patch files of two clusters, by patch and by hunk.
enum PatchChanges {
  /// - Parameters:
  ///   - facts: of both sides, which know the patches whose effect is modeled.
  ///   - hasOtherSources: true if patches were made from other sources, so that their hunks differ
  ///     though their rules are the same.
  static func findings(
    _ before: ComparedCluster, _ after: ComparedCluster, hasOtherSources: Bool
  ) -> [Finding] {
    let old = TextMap(before.patches.map { ($0.name, $0) }) { first, _ in first }
    let new = TextMap(after.patches.map { ($0.name, $0) }) { first, _ in first }
    let names = before.patches.map(\.name) + after.patches.map(\.name).filter { old[$0] == nil }
    let root = ChangePath(fields: ["patches"])
    return names.flatMap { name -> [Finding] in
      let path = root.entry(name)
      switch (old[name], new[name]) {
      case (let left?, let right?):
        guard left.bytes != right.bytes else { return [] }
        return PatchHunks.changes(left.bytes, right.bytes, at: path).map {
          Finding(.patch, $0, stated: hasOtherSources ? .neutral : .incomparable, groups: [])
        }
      case (let left, let right):
        // What is written for review runs nowhere yet; of another's patch nobody knows what it does.
        let isKnown = isModeled(name, left == nil ? after.facts : before.facts)
        return [
          Finding(
            .patch,
            ValueChange(
              path: path, before: left.map { .string($0.fileName) },
              after: right.map { .string($0.fileName) }),
            stated: isKnown ? .neutral : .incomparable, groups: [])
        ]
      }
    }
  }

  private static func isModeled(_ name: String, _ facts: PlainValue) -> Bool {
    guard let patch = facts["patches"]?.items.first(where: { $0["name"]?.string == name }) else {
      return false
    }
    return patch["effect"] == nil
  }
}

/// The hunks of a patch file.
private struct PatchHunks {
  /// The hunks by the file and the line of Go that they are in.
  private var bodies: [(place: ByteText, lines: [ArraySlice<UInt8>])] = []
  /// The lines above the first file: the message.
  private var head: [ArraySlice<UInt8>] = []

  static func changes(_ old: [UInt8], _ new: [UInt8], at path: ChangePath) -> [ValueChange] {
    let (left, right) = (PatchHunks(old), PatchHunks(new))
    let before = Dictionary(left.bodies.map { ($0.place, $0.lines) }) { first, _ in first }
    let after = Dictionary(right.bodies.map { ($0.place, $0.lines) }) { first, _ in first }
    let places = left.bodies.map(\.place) + right.bodies.map(\.place).filter { before[$0] == nil }
    let changes = places.compactMap { place -> ValueChange? in
      guard before[place] != after[place] else { return nil }
      return ValueChange(
        path: path.entry(place.text), before: before[place].map(size), after: after[place].map(size)
      )
    }
    if !changes.isEmpty { return changes }
    return [
      ValueChange(
        path: path.field(left.head == right.head ? "lineNumbers" : "message"),
        before: .string("as recorded"), after: .string("changed"))
    ]
  }

  private init(_ bytes: [UInt8]) {
    var file = ""
    var counts: [ByteText: Int] = [:]
    let isHeader = Array("diff --git a/".utf8)
    var isInHunk = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: isHeader) {
        let text = String(decoding: line.dropFirst(isHeader.count), as: UTF8.self)
        file = text.split(separator: " ").first.map(String.init) ?? text
        isInHunk = false
      } else if line.starts(with: Array("@@ ".utf8)) {
        let heading = String(decoding: Self.heading(of: line), as: UTF8.self)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let place = ByteText("\(name):\(heading)")
        counts[place, default: 0] += 1
        let count = counts[place] ?? 1
        bodies.append((count == 1 ? place : ByteText("\(place) #\(count)"), []))
        isInHunk = true
      } else if isInHunk {
        bodies[bodies.count - 1].lines.append(line)
      } else if bodies.isEmpty {
        head.append(line)
      }
    }
  }

  /// The text behind the line numbers of a hunk: the function that it is in.
  private static func heading(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = line.dropFirst(3)
    guard
      let end = rest.indices.dropLast().first(where: { rest[$0] == 0x40 && rest[$0 + 1] == 0x40 })
    else { return [] }
    return rest[(end + 2)...]
  }

  private static func size(_ lines: [ArraySlice<UInt8>]) -> PlainValue {
    let added = lines.count { $0.first == UInt8(ascii: "+") }
    let removed = lines.count { $0.first == UInt8(ascii: "-") }
    return .string("+\(added) -\(removed)")
  }
}
