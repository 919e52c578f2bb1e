import CommandLine
import Diagnostics
import Files
import FlyteSources
import Pipeline

/// `vendor`: copies the sources that patches are computed from.
struct Vendor {
  let session: Session

  func run() -> ExitStatus {
    let words = session.invocation.arguments
    let (repository, ref, folder) = (words[0], words[1], FilePath.normal(words[2]))
    let vendoring = Vendoring(
      repository: repository, ref: ref, folder: folder,
      templatesFolder: session.invocation["templates"])
    var diagnostics = DiagnosticList()
    let copy = vendoring.copy(into: &diagnostics)
    session.print(diagnostics)
    guard let copy else { return .failure }
    do throws(FileError) {
      let isChanged = try copy.write()
      session.streams.output(
        """
        \(folder): \(copy.count) files of \(ref), commit \(copy.commit)\(isChanged ? "" : "; unchanged")
        for a config in the folder 'config': \(copy.configLine(in: "config"))
        the path is relative to the config file

        """)
      return .success
    } catch {
      session.print(error, writing: true)
      return .failure
    }
  }
}
