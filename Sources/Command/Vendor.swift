import CommandLine
import Diagnostics
import Files
import FlyteSources

/// `vendor`: copies the sources that patches are computed from.
struct Vendor: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "vendor",
      summary: "Copy the files of a Flyte repository that patches are made from.",
      discussion: """
        Only the files that the patch rules read are copied. The copy therefore cannot show whether
        another file of a package uses a name that a patch deletes. The repository can.

        FOLDER can be used as a source: 'source: { path: FOLDER }'. It records the commit and the blob
        id of every file, and 'verify' warns when it no longer matches the repository. If your own
        rules need more files, pass the folder set as 'templatesFolder' in the config.
        """,
      arguments: [
        ArgumentSpec(name: "REPOSITORY", summary: "a local git repository of Flyte"),
        ArgumentSpec(name: "REF", summary: "a tag, a branch or a commit"),
        ArgumentSpec(name: "FOLDER", summary: "the folder for the copy"),
      ],
      options: [
        Tool.templates("the 'templatesFolder' of the config, if it has one"),
        Tool.color,
      ]), action: Vendor.self)

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
      let report = VendorReport(
        folder: folder, files: copy.count, ref: ref, commit: copy.commit,
        isChanged: try copy.write(), configFolder: "config",
        configLine: copy.configLine(in: "config"))
      session.print(VendorText(report: report).printout)
      return .success
    } catch {
      session.print(error, writing: true)
      return .failure
    }
  }
}
