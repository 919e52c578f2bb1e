import Diagnostics
import Flyte
import Model
import Values

extension ClusterReader {
  /// The Flyte that runs; nil after an error.
  func installation(into diagnostics: inout DiagnosticList) -> FlyteInstallation? {
    let flyte = body["flyte"] ?? .empty
    guard let version = located(flyte["version"]) else {
      missing(["flyte", "version"], "flyte: { version: v1.15.3 }", into: &diagnostics)
      return nil
    }
    let behavesLike = located(flyte["behavesLike"])
    // A version that nobody knows may be explained by what was reported as wrong.
    guard flyte["behavesLike"]?.isBroken != true else { return nil }
    let release = ReleaseReader.release(version, behavesLike: behavesLike, into: &diagnostics)
    let source = source(flyte["source"], into: &diagnostics)
    guard let release else { return nil }
    let managers = SecretManagerReader(release: release).read(
      flyte["secretManager"], into: &diagnostics)
    let deployed = flyte["deployed"].map { tree in
      FlyteInstallation.Deployed(
        image: located(tree["image"]), patches: tree["patches"].map(ProfileTable.names) ?? [])
    }
    return FlyteInstallation(
      version: version, release: release, behavesLike: behavesLike, source: source,
      secretManagers: managers,
      allowsUnverifiedShapes: flyte["unverifiedShapes"]?.string == "allow", deployed: deployed,
      namespace: located(flyte["namespace"]) ?? Located("flyte", origin: .tool))
  }

  private func source(
    _ tree: OriginTree?, into diagnostics: inout DiagnosticList
  ) -> Located<FlyteInstallation.Source>? {
    guard let tree, !tree.holdsBroken else { return nil }
    func place(_ written: Located<String>) -> FlyteInstallation.Place {
      .init(path: SourcePath.resolve(written.value, from: defaultsFolder), written: written)
    }
    switch (located(tree["path"]), located(tree["repository"]), located(tree["ref"])) {
    case (let path?, nil, nil): return Located(.folder(place(path)), origin: tree.origin)
    case (nil, let repository?, let ref?):
      return Located(.repository(place(repository), ref: ref), origin: tree.origin)
    case (nil, .some, nil):
      diagnostics.error(
        .missingKey, "'repository' needs a 'ref'", at: tree.origin.span,
        hint: "add 'ref: v1.15.3', or the tag, branch or commit that you build")
    default:
      diagnostics.error(
        .wrongValue, "'source' must have either 'path', or 'repository' and 'ref'",
        at: tree.origin.span, hint: "keep one of the two forms")
    }
    return nil
  }
}
