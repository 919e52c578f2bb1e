import Diagnostics

/// The result of `vendor` as text.
struct VendorText {
  let report: VendorReport

  var printout: Printout {
    Printout(
      """
      \(report.folder): \(report.files) files of \(report.ref), commit \(report.commit)\(report.isChanged ? "" : "; unchanged")
      for a config in the folder '\(report.configFolder)': \(report.configLine)
      the path is relative to the config file

      """)
  }
}
