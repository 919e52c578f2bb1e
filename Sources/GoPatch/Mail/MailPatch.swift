public import TextDiff

/// A patch as a mail, one patch a patch: what `git am`, `git apply`, `patch -p1` and quilt accept.
///
/// Everything in it follows from its values: no clock, no user and no machine is asked.
public struct MailPatch: Sendable {
  /// Its number in the series, from 1.
  public let number: Int
  /// The number of patches in the series.
  public let count: Int
  /// The short name, used in the file's name: `no-sys-ptrace`.
  public let name: String
  /// The first line of the commit message.
  public let subject: String
  /// The commit message below it.
  public let body: String
  /// Lines `key: value` at the end of the message.
  public let trailers: [(key: String, value: String)]
  /// The files that change, ordered as git orders them.
  public let changes: [FileChange]
  /// True if contents are named by the ids that git gives them; not in repositories with SHA-256.
  public let namesContents: Bool

  /// The day that every patch is of, whenever it is made.
  public static let day = "2024-01-01"

  /// A patch of a series. Files that do not change are left out.
  public init(
    number: Int, count: Int, name: String, subject: String, body: String,
    trailers: [(key: String, value: String)] = [], changes: [FileChange],
    namesContents: Bool = true
  ) {
    self.number = number
    self.count = count
    self.name = name
    self.subject = subject
    self.body = body
    self.trailers = trailers
    self.changes = changes.filter { !$0.isEmpty }.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    self.namesContents = namesContents
  }

  /// The name of its file, `0001-no-sys-ptrace.patch`.
  public var fileName: String { "\(Self.padded(number, to: 4))-\(name).patch" }

  /// True if a changed file has lines ended by CR LF; `git am` then needs `--keep-cr`.
  public var hasCarriageReturns: Bool {
    changes.contains { change in
      [change.old, change.new].contains { content in
        guard let content else { return false }
        return zip(content, content.dropFirst()).contains { $0 == 0x0d && $1 == 0x0a }
      }
    }
  }

  /// The bytes of the file.
  public func render(toolVersion: String) -> [UInt8] {
    let diffs = changes.map { GitFileDiff($0, namesContents: namesContents) }
    var mail = Array((header() + message() + "---\n").utf8)
    if hasCarriageReturns {
      mail += Array("Lines end with CR LF: apply with git am --keep-cr.\n\n".utf8)
    }
    mail += Array(DiffStat(diffs).render().utf8)
    mail.append(0x0a)
    for diff in diffs { mail += diff.render() }
    return mail + Array("-- \n\(MailText.oneLine(toolVersion))\n\n".utf8)
  }

  private func header() -> String {
    let place = "\(Self.padded(number, to: String(count).utf8.count))/\(count)"
    let subject = MailText.header(MailText.oneLine(self.subject))
    let words = [self.subject, body] + trailers.flatMap { [$0.key, $0.value] }
    // The first line is the one by which programs know a mail that git wrote; its date is fixed.
    return "From \(String(repeating: "0", count: 40)) Mon Sep 17 00:00:00 2001\n"
      + "From: flyte-harden <flyte-harden@example.invalid>\n"
      + "Date: Mon, 1 Jan 2024 00:00:00 +0000\n" + "Subject: [PATCH \(place)] \(subject)\n"
      + (words.allSatisfy(MailText.isASCII)
        ? ""
        : "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
          + "Content-Transfer-Encoding: 8bit\n") + "\n"
  }

  private func message() -> String {
    let text = MailText.body(body)
    let ending = trailers.map { "\(MailText.oneLine($0.key)): \(MailText.oneLine($0.value))\n" }
      .joined()
    return text + (text.isEmpty || ending.isEmpty ? "" : "\n") + ending
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Sequence<MailPatch> {
  /// The file `series`, by which quilt and others know the order: one name a line.
  public var series: String { map { $0.fileName + "\n" }.joined() }
}
