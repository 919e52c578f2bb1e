import Deployments

extension PatchSelection {
  /// The same choice for a binary that was built with some patches more.
  public func deploying(_ names: TextSet) -> PatchSelection {
    PatchSelection(
      patches: patches.map { patch in
        ChosenPatch(
          patch.patch, isDeployed: patch.isDeployed || names.contains(patch.name),
          isPlanned: patch.isPlanned)
      })
  }

  /// The same choice with files for fewer patches.
  func planning(only names: TextSet) -> PatchSelection {
    PatchSelection(
      patches: patches.map { patch in
        ChosenPatch(
          patch.patch, isDeployed: patch.isDeployed,
          isPlanned: patch.isPlanned && (patch.isDeployed || names.contains(patch.name)))
      })
  }

  /// The choice for a binary that was built with none.
  public static let nothing = PatchSelection(patches: [])
}
