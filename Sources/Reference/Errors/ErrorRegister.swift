import Charts
import Config
public import Diagnostics
import FileFaults
import FlyteSources
import GoPatch
import Hardening
import Manifests
import Pipeline
import ReadBack
import TemplateLookup
import YAMLTree

/// Every diagnostic that the tool can print, by its stable name.
public enum ErrorRegister {
  /// All of them, in order of their names.
  public static let all: [DiagnosticID] =
    (YAMLFaults.all + ConfigFaults.all + HardeningFaults.all + GoPatchFaults.all
    + FileFaults.all + TemplateFaults.all + SourceFaults.all + ManifestFaults.all
    + ReadBackFaults.all + TaskPodFaults.all + RunningPodFaults.all + ValuesFaults.all
    + PipelineFaults.all).sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }

  /// The diagnostic of a name.
  public static func named(_ name: String) -> DiagnosticID? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
