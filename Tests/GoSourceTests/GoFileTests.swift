import GoSource
import Testing

/// The contents that are read from a Go file.
@Suite struct GoFileTests {
  private func file(_ text: String) throws -> GoFile { try GoFile(Array(text.utf8)) }

  @Test func endsStatementsWhereGoDoes() throws {
    let text = try GoText(Array("x++\nreturn\nf(a,\n b)\nif x {\n}\n\"s\" /* \n */ y".utf8))
    let tokens = text.tokens.indices.map { text.text($0) }
    #expect(
      tokens == [
        "x", "++", ";", "return", ";", "f", "(", "a", ",", "b", ")", ";", "if", "x", "{", "}",
        ";", "\"s\"", ";", "y", ";",
      ])
  }

  @Test func readsOperatorsRunesAndNumbersAsOneTokenEach() throws {
    let text = try GoText(Array("a &^= b <<= 0x1p-2 <- '\\'' ... .5e+3 := `r\n//`".utf8))
    let tokens = text.tokens.indices.map { text.text($0) }
    #expect(
      tokens == [
        "a", "&^=", "b", "<<=", "0x1p-2", "<-", "'\\''", "...", ".5e+3", ":=", "`r\n//`", ";",
      ])
    #expect(text.comments.isEmpty)
  }

  @Test func keepsCommentsApartWhateverTheirBytes() throws {
    var bytes = Array("a // ".utf8)
    bytes += [0xFF, 0xFE, 0x80]
    bytes += Array("\r\nb\n".utf8)
    let text = try GoText(bytes)
    #expect(text.tokens.count == 4)
    #expect(text.comments.count == 1)
    #expect(text.comments[0].end == bytes.count - 4)
  }

  @Test(arguments: ["f(", "f)", "f(]", "\"a\n\"", "`a", "/* a", "'\\\n'", "a \u{0} b", "\"\\"])
  func refusesWhatIsNotGo(text: String) {
    #expect(throws: GoFault.self) { try self.file(text) }
  }

  @Test func saysWhereABracketIsMissing() {
    #expect {
      try file("package p\n\nfunc f() {\n\tg(\n}\n")
    } throws: {
      ($0 as? GoFault)?.line == 4
    }
  }

  @Test func findsDeclarationsInGroupsAndAlone() throws {
    let file = try file(
      """
      package p

      import (
      	"fmt"
      	v1 "k8s.io/api/core/v1"
      	. "a/b/v2"
      )
      import _ "c"

      const (
      	one = iota
      	two
      )
      const a, b = 1, "x"
      var (
      	lone map[string]func() = nil
      )
      type T struct{ x int }
      type (
      	U[K any] = T
      )

      func (t *T) M(a, b int, c func(int, int)) (int, error) { return 0, nil }
      func G[K any](xs ...K,
      ) {
      }
      func external()
      """)
    #expect(file.package == "p")
    #expect(file.imports.map(\.name) == ["fmt", "v1", ".", "_"])
    #expect(file.imports.map(\.path) == ["fmt", "k8s.io/api/core/v1", "a/b/v2", "c"])
    #expect(
      file.declarations.map {
        "\($0.kind.rawValue) \($0.receiver.map { $0 + "." } ?? "")\($0.name)"
      }
        == [
          "const one", "const two", "const a", "const b", "var lone", "type T", "type U",
          "method T.M", "func G", "func external",
        ])
    #expect(file.declarations.filter { $0.siblings == 2 }.map(\.name) == ["a", "b"])
    #expect(file.declarations.suffix(3).map(file.arity(of:)) == [3, 1, 0])
    #expect(file.declarations.last?.body.isEmpty == true)
  }

  @Test func knowsTwoDeclarationsOfOneName() throws {
    let file = try file("package p\nfunc f() {}\nfunc f() {}\nfunc (T) f() {}\n")
    #expect(file.declarations(.function, "f").count == 2)
    #expect(file.declarations(.method, "f", receiver: "T").count == 1)
    #expect(file.declarations(.method, "f", receiver: "U").isEmpty)
  }

  @Test func layoutAndCommentsLeaveTheFingerprintAlone() throws {
    let plain = try file("package p\nfunc f() {\n\tg(1)\n}\n")
    let other = try file("package p\r\n\r\nfunc  f( ) { // why\r\n  g( 1 )\r\n\r\n}\r\n")
    let changed = try file("package p\nfunc f() {\n\tg(2)\n}\n")
    let prints = [plain, other, changed].map { $0.fingerprint(of: $0.declarations[0]) }
    #expect(prints[0] == prints[1])
    #expect(prints[0] != prints[2])
    #expect(prints[0].count == 16)
  }
}
