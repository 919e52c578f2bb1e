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
    let words = ["explain", "x", "--pod", "--task", "copilot", "--config", config.path]
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

  /// A file that cannot be read may use a name that a patch deletes.
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
