import Model
import Values

/// The gift of the lines of `assign` to the namespaces that match the same ones: of several, the
/// last wins, for the profile and for each named template.
struct WonLines {
  /// The names of the profiles of a set: what sets are told apart by.
  struct Choice: Hashable {
    let profile: [ByteText]
    let named: [ByteText: [ByteText]]
  }

  /// The gift of a list of lines.
  struct Gift {
    /// The line that wins for the profile.
    var profile: Int?
    /// The lines that win for named templates.
    var named: [ByteText: Int] = [:]
    /// True if something of one of the lines was left out.
    var isBroken = false
  }

  let gift: Gift
  let profile: [Located<String>]
  let named: [(name: Located<String>, profiles: [Located<String>])]
  let choice: Choice

  init(_ gift: Gift, of lines: [AssignEntry]) {
    self.gift = gift
    profile = gift.profile.map { lines[$0].profiles } ?? []
    named = gift.named.sorted { $0.key < $1.key }.compactMap { name, index in
      lines[index].templates.first { ByteText($0.name.value) == name }
    }
    choice = Choice(
      profile: profile.map { ByteText($0.value) },
      named: Dictionary(
        named.map { template in
          (ByteText(template.name.value), template.profiles.map { ByteText($0.value) })
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The lines that win.
  var winners: [Int] { Array(gift.named.values) + [gift.profile].compactMap { $0 } }
}

extension WonLines.Gift {
  /// Makes the gift of lines, in their order.
  init(_ indices: [Int], of lines: [AssignEntry]) {
    for index in indices {
      let line = lines[index]
      if !line.profiles.isEmpty { profile = index }
      for template in line.templates { named[ByteText(template.name.value)] = index }
      if line.isBroken { isBroken = true }
    }
  }

  /// Takes what other lines give besides; of two lines the later wins.
  mutating func add(_ other: WonLines.Gift) {
    profile = [profile, other.profile].compactMap { $0 }.max()
    named.merge(other.named) { max($0, $1) }
    isBroken = isBroken || other.isBroken
  }
}
