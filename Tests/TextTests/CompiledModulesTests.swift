import Foundation
import TestSupport
import Testing

/// The functions that `Text` overrides must not come in by another way: a generic function, a `Set`
/// of texts, a `==` that Swift synthesizes. The compiled modules show their calls.
@Suite struct CompiledModulesTests {
  /// The symbols that an object file must not use, by the beginning of their names, and what to
  /// write instead.
  private static let forbidden: [(name: String, advice: String)] = [
    ("$sSS2eeoiySbSS_SStFZ", "'==' of String: '@Bytewise', or an '==' of the type's own"),
    ("$sSS1loiySbSS_SStFZ", "'<' of String: compare the texts themselves"),
    ("$sSSSQsWP", "a generic function on equal texts: give it a closure, or a way in 'Text'"),
    ("$sSsSQsWP", "a generic function on equal texts: give it a closure, or a way in 'Text'"),
    ("$sSSSLsWP", "a generic function on ordered texts: give it a closure"),
    ("$sSsSHsWP", "a hash of Substring: 'ByteText'"),
    ("$sSyE2eeoi", "'==' of any StringProtocol: make a String of it"),
    ("$sSyE1loi", "'<' of any StringProtocol: make a String of it"),
    ("$sSJ", "Character: 'Unicode.Scalar'"),
    ("$sSS5index", "steps of characters: those of 'unicodeScalars' or 'utf8'"),
    ("$sSs5index", "steps of characters: those of 'unicodeScalars' or 'utf8'"),
    ("$sSSSTs", "a text as a row of characters: 'unicodeScalars' or 'utf8'"),
    ("$sSsSTs", "a text as a row of characters: 'unicodeScalars' or 'utf8'"),
    ("$sSSSKs", "a text as a row of characters: 'unicodeScalars' or 'utf8'"),
    ("$sSsSKs", "a text as a row of characters: 'unicodeScalars' or 'utf8'"),
    ("$sSS9hasPrefix", "'hasPrefix' of String"), ("$sSS9hasSuffix", "'hasSuffix' of String"),
    ("$sSS5countSivg", "'count' of characters"), ("$sSs5countSivg", "'count' of characters"),
    ("$sSS10lowercased", "'lowercased' of String"), ("$sSs10lowercased", "'lowercased' of String"),
    ("$sSS10uppercased", "'uppercased' of String"), ("$sSs10uppercased", "'uppercased' of String"),
    ("$sSDySS", "a dictionary by texts: 'TextMap'"),
    ("$sSDySs", "a dictionary by texts: 'TextMap'"),
    ("$sShySS", "a set of texts: 'TextSet'"), ("$sShySs", "a set of texts: 'TextSet'"),
  ]

  private static let modules: [String] = {
    let folder = Snapshots.repository.appending(path: "Sources").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix("C") || $0.dropFirst().first?.isUppercase != true }
      .filter { $0 != "Text" }.sorted()
  }()

  /// The object files of a module, where this build has them.
  private static func objects(of module: String) throws -> [String] {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: tests).deletingLastPathComponent()
    let name = module.replacingOccurrences(of: "-", with: "_")
    for candidate in [module, name] {
      let place = folder.appending(path: "\(candidate).build").path
      let files = (try? FileManager.default.subpathsOfDirectory(atPath: place)) ?? []
      // What a source file left that was renamed since says nothing.
      let sources = (try? sourceFiles(of: module)) ?? []
      let objects = files.filter { file in
        file.hasSuffix(".o")
          && (!file.hasSuffix(".swift.o") || sources.contains { file.hasSuffix("\($0).o") })
      }.map { "\(place)/\($0)" }
      if !objects.isEmpty { return objects }
    }
    return []
  }

  private static func sourceFiles(of module: String) throws -> [String] {
    let root = module.hasSuffix("Tests") ? "Tests" : "Sources"
    let folder = Snapshots.repository.appending(path: "\(root)/\(module)").path
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.compactMap {
        $0.split(separator: "/").last.map(String.init)
      }
  }

  @Test func thereAreModules() {
    #expect(Self.modules.count > 20 && Self.modules.contains("Config"))
  }

  @Test(arguments: modules) func aModuleHasNoWayPastText(module: String) throws {
    let nm = try #require(Program(named: "nm") ?? Program(named: "llvm-nm"))
    let objects = try Self.objects(of: module)
    #expect(!objects.isEmpty, "no object files of \(module)")
    var found: Set<String> = []
    let listing = try nm.run(["-A"] + objects, in: Snapshots.repository)
    #expect(listing.status == 0, "\(listing.complaint)")
    // Bytes: a listing has some ten thousand lines.
    for bytes in listing.text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let space = bytes.lastIndex(of: UInt8(ascii: " ")) else { continue }
      let mangled = bytes[bytes.index(after: space)...]
      guard mangled.starts(with: "$s".utf8),
        let rule = Self.forbidden.first(where: { mangled.starts(with: $0.name.utf8) })
      else { continue }
      let (line, symbol) = (Substring(bytes), Substring(mangled))
      let file = line.split(separator: ":").first.map { $0.split(separator: "/").last ?? "" } ?? ""
      found.insert("\(module)/\(file.replacing(".o", with: "")): \(rule.advice) [\(symbol)]")
    }
    #expect(found.isEmpty, "\(found.sorted().joined(separator: "\n"))")
  }

  /// A judge that passes everything is none: this file itself has what is forbidden.
  @Test func whatIsForbiddenIsSeen() throws {
    let twin = "e\u{301}"
    #expect(Set([twin, "\u{E9}"]).count == 1)
    let nm = try #require(Program(named: "nm") ?? Program(named: "llvm-nm"))
    let listing = try nm.run(try Self.objects(of: "TextTests"), in: Snapshots.repository)
    let symbols = listing.text.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    #expect(symbols.contains { $0.hasPrefix("$sShySS") })
  }
}
