import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import TemplateLookup

/// The places where templates are looked for.
@Suite struct TemplateLibraryTests {
  @Test func templatesThatAreNowhereAreNamedWithThePlaces() throws {
    let empty = try TemporaryFolder()
    let library = TemplateLibrary(users: nil, program: "\(empty.url.path)/bin/program")
    var diagnostics = DiagnosticList()
    #expect(library.files(in: "Profile", ending: ".yaml", into: &diagnostics).isEmpty)
    #expect(diagnostics.diagnostics.map(\.id) == [.noTemplate])
    #expect(
      diagnostics.diagnostics.first?.hint
        == "looked in '\(empty.url.path)/share/flyte-harden/Templates'")
  }
}
