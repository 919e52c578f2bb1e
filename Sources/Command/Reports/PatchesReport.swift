import GoPatch
import Patching

/// The result of `patches`.
struct PatchesReport {
  /// The patch whose description is shown.
  var page: PatchRule?
  /// The state of patches in sources; nil if only the description was asked for.
  var table: PatchTable?

  /// True if a patch is needed that cannot be made.
  var hasFaults: Bool { table.map { !$0.faults.isEmpty } ?? false }
}
