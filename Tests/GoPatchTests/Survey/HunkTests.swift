import Testing

@testable import GoPatch

@Suite("Edits on lines")
struct HunkTests {
  /// Deletes `greet(name)` in `Run`.
  private func deletion() throws -> Workbench {
    try Workbench(
      """
      applied when main in func Run has-no token greet
      edit main in func Run once
      - greet($x)
      """)
  }

  @Test("a statement goes with its line, all other bytes stay")
  func deletes() throws {
    let (report, output) = try deletion().run(
      "package a\n\nfunc Run( ) {\n\tx   := 1 // odd\n\tgreet(x)\n\ty()\n}\n")
    #expect(report.state == .applies)
    #expect(output == "package a\n\nfunc Run( ) {\n\tx   := 1 // odd\n\ty()\n}\n")
  }

  @Test("lines keep their ends")
  func carriageReturns() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has token log
      edit main in func Run once
        x := 1
      + log(x)
      """)
    let (_, output) = bench.run("package a\r\n\r\nfunc Run() {\r\n\tx := 1\r\n}\r\n")
    #expect(output == "package a\r\n\r\nfunc Run() {\r\n\tx := 1\r\n\tlog(x)\r\n}\r\n")
  }

  @Test("a renamed function is missing, never done")
  func renamed() throws {
    let (report, output) = try deletion().run("package a\n\nfunc Walk() {\n\tgreet(x)\n}\n")
    #expect(report.state == .missing)
    #expect(output == nil)
  }

  @Test("a pattern is not found in strings and comments")
  func insideStrings() throws {
    let (report, _) = try deletion().run(
      "package a\n\nfunc Run() {\n\tx := `\n\tgreet(x)\n\t`\n\t// greet(x)\n\tgreet[x]\n}\n")
    #expect(report.state == .conflict)
    #expect(report.places.first?.line == 8)
  }

  @Test("twice is not once, and the places are named")
  func twice() throws {
    let (report, _) = try deletion().run(
      "package a\n\nfunc Run() {\n\tgreet(x)\n\tif y {\n\t\tgreet(z)\n\t}\n}\n")
    #expect(report.state == .conflict)
    #expect(report.places.map(\.line) == [4, 6])
  }

  @Test("something else on the line that goes is a conflict")
  func sharedLine() throws {
    for body in ["if y { greet(x) }", "y(); greet(x)", "greet(x); y()"] {
      let (report, _) = try deletion().run("package a\n\nfunc Run() {\n\t\(body)\n}\n")
      #expect(report.state == .conflict, "\(body)")
    }
  }

  @Test("a comment above what goes is not left alone")
  func commentAbove() throws {
    let (report, _) = try deletion().run(
      "package a\n\nfunc Run() {\n\t// be kind\n\tgreet(x)\n}\n")
    #expect(report.state == .conflict)
    #expect(report.places.first?.line == 4)
  }

  @Test("a comment goes when the rule names it, and only then")
  func namedComment() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has-no token greet
      edit main in func Run once
      - // be kind
      - greet($x)
      """)
    let source = "package a\n\nfunc Run() {\n\ty()\n\t// be kind\n\tgreet(x)\n}\n"
    #expect(bench.run(source).output == "package a\n\nfunc Run() {\n\ty()\n}\n")
    let other = "package a\n\nfunc Run() {\n\ty()\n\t// be rude\n\tgreet(x)\n}\n"
    #expect(bench.run(other).report.state == .conflict)
  }

  @Test("a comment between lines that go is a conflict")
  func commentBetween() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has-no token greet
      edit main in func Run once
      - greet(a)
      - greet(b)
      """)
    let (report, _) = bench.run(
      "package a\n\nfunc Run() {\n\tgreet(a)\n\t// why\n\tgreet(b)\n\tc()\n}\n")
    #expect(report.state == .conflict)
    #expect(report.places.first?.line == 5)
  }

  @Test("what comes before a line stands above its comment")
  func aboveComments() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has token log
      edit main in func Run once
      + log(1)
        y()
      """)
    let (_, output) = bench.run("package a\n\nfunc Run() {\n\n\t// about y\n\t// more\n\ty()\n}\n")
    #expect(output == "package a\n\nfunc Run() {\n\n\tlog(1)\n\t// about y\n\t// more\n\ty()\n}\n")
  }

  @Test("new lines take the indent of their neighbor")
  func indent() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has token log
      edit main in func Run once
        if ok {
      + 	if $x {
      + 		log($x)
      + 	}
        	y($x)
        }
      """)
    let (_, output) = bench.run(
      "package a\n\nfunc Run() {\n\tfor {\n\t\tif ok {\n\t\t\ty(v)\n\t\t}\n\t}\n}\n")
    #expect(
      output
        == "package a\n\nfunc Run() {\n\tfor {\n\t\tif ok {\n\t\t\tif v {\n\t\t\t\tlog(v)\n"
        + "\t\t\t}\n\t\t\ty(v)\n\t\t}\n\t}\n}\n")
  }

  @Test("an elision never leaves its bracket")
  func elision() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has token log
      edit main in func Run once
        if a {
        	...
        	stop()
        }
      + log()
      """)
    let inside = "package a\n\nfunc Run() {\n\tif a {\n\t\tif b {\n\t\t}\n\t\tstop()\n\t}\n}\n"
    #expect(bench.run(inside).report.state == .applies)
    let outside = "package a\n\nfunc Run() {\n\tif a {\n\t\tb()\n\t}\n\tstop()\n}\n"
    #expect(bench.run(outside).report.state == .conflict)
  }

  @Test("a blank line is not doubled, and only where something changed")
  func blankLines() throws {
    let (_, output) = try deletion().run(
      "package a\n\n\nfunc Run() {\n\tx()\n\n\tgreet(x)\n\n\ty()\n}\n")
    #expect(output == "package a\n\n\nfunc Run() {\n\tx()\n\n\ty()\n}\n")
  }

  @Test("a new element takes the column of its neighbors, or refuses")
  func alignment() throws {
    func bench(_ key: String) throws -> Workbench {
      try Workbench(
        """
        applied when main in func Run has token \(key)
        edit main in func Run once
          Color: $$c,
        + \(key): 3,
        """)
    }
    let source = "package a\n\nfunc Run() {\n\tx := T{\n\t\tColor:  1,\n\t\tWeight: 2,\n\t}\n}\n"
    let (_, output) = try bench("Age").run(source)
    #expect(output?.contains("\t\tColor:  1,\n\t\tAge:    3,\n\t\tWeight: 2,\n") == true)
    #expect(try bench("Velocity").run(source).report.state == .conflict)
  }
}
