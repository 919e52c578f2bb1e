import Command
import Foundation
import TestSupport
import Testing

/// Flyte sources that are not as they should be: copies of the sample, changed.
@Suite struct SourceTests {
  @Test func aRenamedFunctionIsNoReasonToSayDone() throws {
    let sample = try SampleCopy()
    try sample.change("copilot.go", "AddCoPilotToContainer(", to: "AddPilotToContainer(")
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("'no-sys-ptrace' cannot be made"))
    #expect(result.complaint.contains("[patch/impossible]"))
    #expect(sample.output("setup.yaml") == nil)
  }

  @Test func aShapeThatNoReleaseHasIsRefusedUntilItIsAllowed() throws {
    let sample = try SampleCopy()
    try sample.change(
      "copilot.go", "\tshared := true", to: "\tprintln(cfg.Image)\n\tshared := true")
    try sample.change("copilot.go", "\treturn nil\n}", to: "\tprintln(c.Name)\n\treturn nil\n}")
    let refused = sample.generate()
    #expect(refused.status == .failure)
    #expect(refused.complaint.contains("[patch/unverified-shape]"))
    let allowed = try SampleCopy(", unverifiedShapes: allow")
    try allowed.change("copilot.go", "\treturn nil\n}", to: "\tprintln(c.Name)\n\treturn nil\n}")
    #expect(allowed.generate().status == .success)
    let patch = allowed.output("patches/0001-no-sys-ptrace.patch") ?? ""
    #expect(patch.contains("No Flyte release has these functions in this form"))
  }

  @Test func aFixThatTheSourcesCarryIsNotMadeAgain() throws {
    let sample = try SampleCopy()
    try sample.change(
      "pod_template_store.go", ".(*v1.PodTemplate)\n",
      to: ".(*v1.PodTemplate).DeepCopy()\n")
    #expect(sample.generate().status == .success)
    let setup = sample.output("setup.yaml") ?? ""
    #expect(setup.contains("templateStore: copied"))
    #expect(sample.output("patches/0004-podtemplate-copies.patch") == nil)
  }

  /// Templates and overlays go with the patches: only the patched co-pilot takes this setting.
  @Test func aPatchedPodHasWhatComesWithThePatches() throws {
    let sample = try SampleCopy()
    try sample.askForAllPatches()
    let config = sample.folder.url.appending(path: "config.yaml")
    let text = try String(contentsOf: config, encoding: .utf8)
    try text.replacingOccurrences(
      of: "extends: builtin/restricted",
      with: "extends: builtin/restricted, copilot: { securityContext: { runAsUser: 4321 } }"
    ).write(to: config, atomically: true, encoding: .utf8)
    let words = ["explain", "x", "--task", "copilot", "--config", config.path]
    #expect(!run(words).output.contains("4321"))
    let patched = run(words + ["--patched"])
    #expect(patched.output.contains("runAsUser: 4321"))
    #expect(patched.output.contains("# admitted by Pod Security"))
  }

  @Test func aSecretManagerThatTheSourcesDoNotHaveIsNamed() throws {
    let sample = try SampleCopy(", secretManager: aws")
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(
      result.complaint.contains(
        "no patch for 'secret-manager-security-context': there is no secret webhook"))
  }

  /// Templates of one's own, by whose table of shapes the sample is a release.
  private func sample(of release: String) throws -> SampleCopy {
    let sample = try SampleCopy(top: "templatesFolder: own")
    let table = try String(
      contentsOf: Snapshots.repository.appending(path: "Templates/GoPatch/fingerprints.txt"),
      encoding: .utf8)
    let lines = table.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("releases") { return nil }
      guard line.hasPrefix("    ") else { return String(line) }
      let words = line.split(separator: " ")
      return words.contains("sample") ? "    \(words[0]) \(release)" : nil
    }
    _ = try sample.folder.write(
      "releases \(release)\n\(lines.joined(separator: "\n"))\n", to: "own/GoPatch/fingerprints.txt")
    return sample
  }

  /// Templates of one's own, whose table of shapes has the sample's as those of v1.16.8, and some of them
  /// as those of v1.15.3 too.
  private func fork(
    sharing count: Int, own: Bool = false, flyte: String = ""
  ) throws -> SampleCopy {
    let sample = try SampleCopy(
      flyte + ", unverifiedShapes: allow", top: "templatesFolder: own")
    let table = try String(
      contentsOf: Snapshots.repository.appending(path: "Templates/GoPatch/fingerprints.txt"),
      encoding: .utf8)
    var shapes = 0
    let lines = table.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("releases") { return nil }
      guard line.hasPrefix("    ") else { return String(line) }
      let words = line.split(separator: " ")
      guard words.contains("sample") else { return nil }
      shapes += 1
      // All shapes that a declaration of the sample has, patched and not.
      if own, shapes > count, shapes <= count + 4 { return "    \(words[0]) v1.15.3" }
      return "    \(words[0]) \(shapes <= count ? "v1.15.3 v1.16.8" : "v1.16.8")"
    }
    _ = try sample.folder.write(
      "releases v1.15.3 v1.16.8\n\(lines.joined(separator: "\n"))\n",
      to: "own/GoPatch/fingerprints.txt")
    try sample.change("copilot.go", "\tc.SecurityContext.Capabilities.Add =", to: "\tadd =")
    return sample
  }

  /// What a fork has kept tells what it is of, whatever it has changed.
  @Test(arguments: [0, 5]) func aForkSaidToBeAnotherReleaseIsRefused(shared: Int) throws {
    let result = try fork(sharing: shared).generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("are those of v1.16.8, but 'version' is"))
    #expect(result.complaint.contains("[flyte/version-mismatch]"))
    #expect(result.complaint.contains("behavesLike: v1.16.8"))
  }

  @Test func aForkThatBehavesLikeAnotherReleaseIsRefused() throws {
    let sample = try fork(sharing: 5, flyte: ", behavesLike: v1.15.3")
    try sample.config(
      version: "v1.15.3-ours", source: "path: flyte",
      ", behavesLike: v1.15.3, unverifiedShapes: allow", top: "templatesFolder: own")
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("but 'behavesLike' is v1.15.3"))
  }

  /// A function that only the release has speaks for it, whatever was taken over from a later one.
  @Test func aForkThatKeepsAFunctionOfItsReleaseIsOfIt() throws {
    #expect(try !fork(sharing: 4, own: true).generate().complaint.contains("version-mismatch"))
    #expect(try !fork(sharing: 100).generate().complaint.contains("version-mismatch"))
  }

  @Test func sourcesOfAnotherReleaseAreRefused() throws {
    let result = try sample(of: "v1.14.1").generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("error: the sources are those of v1.14.1"))
    #expect(result.complaint.contains("[flyte/version-mismatch]"))
    #expect(try sample(of: "v1.15.3").generate().complaint.contains("mismatch") == false)
  }

  @Test func whatTheSourcesAreBeatsWhatAForkIsSaidToBe() throws {
    let sample = try sample(of: "v1.15.3")
    try sample.config(
      version: "v1.16.8-ours", source: "path: flyte", ", behavesLike: v1.16.8",
      top: "templatesFolder: own")
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(result.complaint.contains("assumed to behave like v1.15.3, not v1.16.8"))
    #expect(sample.output("setup.yaml")?.contains("now: always") == true)
  }

  @Test func whereNoPatchesAreWantedNoneAreWritten() throws {
    let sample = try SampleCopy()
    try sample.config(source: "path: flyte", cluster: "patches: none")
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(!result.complaint.contains("[patch/"))
    #expect(sample.output("patches/series") == nil)
  }

  @Test func aDirtyCheckoutIsNamed() throws {
    let sample = try SampleCopy()
    try sample.commit()
    #expect(!sample.generate().complaint.contains("[source/edited]"))
    try sample.change("copilot.go", "package flytek8s\n", to: "package flytek8s\n\n// edited\n")
    #expect(sample.generate().complaint.contains("[source/edited]"))
  }

  @Test func aRepositoryAtARefGivesTheSamePatches() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.3"])
    #expect(sample.generate().status == .success)
    let fromFolder = sample.output("patches/0001-no-sys-ptrace.patch")
    try sample.config(source: "repository: flyte, ref: v1.15.3")
    try sample.change("copilot.go", "SYS_PTRACE", to: "EDITED")
    #expect(sample.generate().status == .success)
    #expect(sample.output("patches/0001-no-sys-ptrace.patch") == fromFolder)
    try sample.config(source: "repository: flyte, ref: v1.15.4")
    #expect(sample.generate().complaint.contains("[source/unreadable]"))
  }

  @Test func aRefThatIsNotThereIsShownWithTheTagThatMayBeMeant() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.3"])
    try sample.config(source: "repository: ./flyte, ref: v1.15.33")
    let complaint = sample.generate().complaint
    #expect(
      complaint.contains(
        "6:68: error: the repository './flyte' has no tag, branch or commit 'v1.15.33'"),
      "\(complaint)")
    #expect(complaint.contains("hint: did you mean 'v1.15.3'? if not, fetch it"), "\(complaint)")
    let patches = run(["patches", sample.sources.path, "--ref", "v1.15.33"])
    #expect(patches.complaint.contains("did you mean 'v1.15.3'?"))
  }

  @Test(arguments: ["path: ../nowhere", "repository: ../nowhere, ref: x"])
  func aPlaceThatIsNotThereIsShownAsItWasWritten(source: String) throws {
    let sample = try SampleCopy()
    try sample.config(source: source)
    let complaint = sample.generate().complaint
    #expect(complaint.contains("there is no folder '../nowhere' [source/"), "\(complaint)")
    #expect(complaint.contains("hint: check the path: from the config file it"), "\(complaint)")
  }

  /// What cannot be read may use a name that a patch deletes.
  @Test func aFileBesideTheSourcesThatCannotBeReadIsAFault() throws {
    let sample = try SampleCopy()
    let folder = "flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s"
    try FileManager.default.createSymbolicLink(
      atPath: "\(sample.path)/\(folder)/beside.go", withDestinationPath: "beside.go")
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("\(folder)/beside.go'"), "\(result.complaint)")
  }

  @Test func aForkThatCarriesAPatchIsNoStranger() throws {
    let sample = try SampleCopy()
    try sample.askForAllPatches()
    try sample.commit()
    #expect(sample.generate().status == .success)
    try sample.git([
      "-c", "user.name=a", "-c", "user.email=a@b", "am", "-q",
      "\(sample.path)/out/one/patches/0001-no-sys-ptrace.patch",
      "\(sample.path)/out/one/patches/0002-default-security-context.patch",
    ])
    #expect(sample.generate().status == .success)
    let setup = sample.output("setup.yaml") ?? ""
    #expect(setup.contains("name: no-sys-ptrace\n    state: applied"))
    #expect(setup.contains("verified: true"))
    #expect(sample.output("patches/series")?.split(separator: "\n").count == 2)
    #expect(sample.output("patches/0001-copilot-security-context.patch") != nil)
  }

  @Test func aPatchOfOnesOwnIsMadeOnlyWhenNamedAndIsNotModeled() throws {
    let sample = try SampleCopy(top: "templatesFolder: own")
    try sample.folder.write(
      """
      patch    quiet-store
      title     flytek8s: say less
      page
          Says less. Test with go test.
      files     store = flyteplugins/go/tasks/pluginmachinery/flytek8s/pod_template_store.go
      applied   when store in func NewPodTemplateStore has token defaultNamespace
      edit store in func NewPodTemplateStore once
      - return PodTemplateStore{Map: &sync.Map{}}
      + return PodTemplateStore{Map: &sync.Map{}, defaultNamespace: "flyte"}

      """, to: "own/GoPatch/quiet-store.goedit")
    #expect(sample.generate().status == .success)
    #expect(sample.output("patches/series")?.contains("quiet-store") == false)
    try sample.config(
      source: "path: flyte", top: "templatesFolder: own",
      cluster: "patches: [quiet-store]")
    let result = run(["generate"] + sample.options)
    #expect(
      result.output.contains(
        "quiet-store  patch for review; its shapes are not verified; its effect on pods is not"))
    #expect(sample.output("patches/series") == "0001-quiet-store.patch\n")
    let patch = sample.output("patches/0001-quiet-store.patch")
    #expect(patch?.contains("The table of shapes does not cover these functions") == true)
    #expect(sample.output("setup.yaml")?.contains("effect: not modeled") == true)
  }
}
