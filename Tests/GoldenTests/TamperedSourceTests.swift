import Command
import Foundation
import JSONText
import PodAPI
import TestSupport
import Testing
import Values

/// Sources that look cured at a glance: nothing may be said of them that is not so.
@Suite struct TamperedSourceTests {
  private static let flytek8s = "flyteplugins/go/tasks/pluginmachinery/flytek8s"
  private static let variable = "var pTraceCapability = v1.Capability(\"SYS_PTRACE\")\n"

  /// The states of the patches by name, as `patches` says them of a folder.
  private func states(_ sample: SampleCopy) throws -> [String: String] {
    let result = run(["patches", sample.sources.path, "--format", "json"])
    let value = try JSONReader.read(result.output.utf8)
    let patches = value["sources"]?.items.first?["patches"]?.items ?? []
    return Dictionary(
      patches.map { ($0["name"]?.string ?? "", $0["state"]?.string ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  /// The setup that `generate` writes about the binary when no patch is requested.
  private func setup(_ sample: SampleCopy) throws -> String {
    try sample.config(source: "path: flyte", cluster: "patches: none")
    #expect(sample.generate().status == .success)
    return sample.output("setup.yaml") ?? ""
  }

  @Test(arguments: [
    "", "var pTraceCapability = v1.Capability(`SYS_PTRACE`)\n",
    "const pTrace = \"PTRACE\"\n\nvar pTraceCapability = v1.Capability(\"SYS_\" + pTrace)\n",
  ])
  func aCapabilityThatIsWrittenInAnotherWayIsStillThere(declaration: String) throws {
    let sample = try SampleCopy()
    try sample.change("copilot.go", Self.variable, to: declaration)
    if declaration.isEmpty {
      try sample.folder.write(
        "package flytek8s\n\n\(Self.variable)", to: "flyte/\(Self.flytek8s)/caps.go")
    }
    #expect(try states(sample)["no-sys-ptrace"] == "missing")
    #expect(try setup(sample).contains("sysPtrace: always"))
  }

  @Test func oneOfTwoCopiesIsNoCure() throws {
    let sample = try SampleCopy()
    let load = "Load(namespace); ok {\n\t\treturn podTemplate.(*v1.PodTemplate)"
    try sample.change("pod_template_store.go", load, to: load + ".DeepCopy()")
    #expect(try states(sample)["podtemplate-copies"] == "conflict")
    #expect(try setup(sample).contains("templateStore: shared"))
  }

  /// The release has neither fault; its sources, changed like this, may have both.
  @Test func whatTheReleaseIsSaidToBeDoesNotOutweighItsSources() throws {
    let sample = try SampleCopy()
    try sample.config(source: "path: flyte", cluster: "patches: none")
    let config = String(decoding: try #require(sample.folder.read("config.yaml")), as: UTF8.self)
    try sample.folder.write(
      config.replacingOccurrences(of: "v1.15.3", with: "v1.16.8"), to: "config.yaml")
    #expect(sample.generate().status == .success)
    let setup = sample.output("setup.yaml") ?? ""
    #expect(setup.contains("sysPtrace: always"))
    #expect(setup.contains("templateStore: shared"))
  }

  @Test func whatMovedIntoAHelperIsNotGone() throws {
    let sample = try SampleCopy()
    let lines = """
      \tif c.SecurityContext == nil {
      \t\tc.SecurityContext = &v1.SecurityContext{}
      \t}
      \tif c.SecurityContext.Capabilities == nil {
      \t\tc.SecurityContext.Capabilities = &v1.Capabilities{}
      \t}

      """
    let append =
      "\tc.SecurityContext.Capabilities.Add = append(c.SecurityContext.Capabilities.Add, pTraceCapability)\n"
    try sample.change("copilot.go", lines + append, to: "\tensureContext(c)\n")
    try sample.change(
      "copilot.go", Self.variable, to: "func ensureContext(c *v1.Container) {\n\(lines)}\n")
    let states = try states(sample)
    #expect(states["no-sys-ptrace"] == "unverified")
    #expect(states["default-security-context"] != "not-needed")
    let setup = try setup(sample)
    #expect(setup.contains("sysPtrace: always"))
    #expect(setup.contains("defaultSecurityContext: skipped for co-pilot tasks"))
    #expect(setup.contains("it looks applied; no known release has"))
  }

  @Test func aCureThatLostItsSecondEditIsNotApplied() throws {
    let sample = try SampleCopy()
    try sample.askForAllPatches()
    try sample.commit()
    #expect(sample.generate().status == .success)
    for patch in ["0001-no-sys-ptrace", "0002-default-security-context"] {
      try sample.git(["apply", "\(sample.path)/out/one/patches/\(patch).patch"])
    }
    #expect(try states(sample)["default-security-context"] == "applied")
    try sample.git(["checkout", "-q", "HEAD", "--", "\(Self.flytek8s)/pod_helper.go"])
    #expect(try states(sample)["default-security-context"] == "conflict")
  }

  @Test func aPatchIsNotCutShortBecauseAQuestionIsAnsweredOtherwise() throws {
    let sample = try SampleCopy()
    try sample.change(
      "copilot.go", "\tcoPilotPod.Containers = append(coPilotPod.Containers, uploader)\n",
      to: "\tall := append(coPilotPod.Containers, uploader)\n\tcoPilotPod.Containers = all\n")
    #expect(try states(sample)["default-security-context"] == "unverified")
    #expect(sample.generate().status == .failure)
    #expect(sample.output("setup.yaml") == nil)
  }

  @Test func whatAnotherFileUsesIsNotDeleted() throws {
    let sample = try SampleCopy()
    try sample.folder.write(
      "package flytek8s\n\nvar mine = pTraceCapability\n", to: "flyte/\(Self.flytek8s)/utils.go")
    try sample.commit(tags: ["v1.15.3"])
    for source in ["path: flyte", "repository: flyte, ref: v1.15.3"] {
      try sample.config(source: source)
      let result = sample.generate()
      #expect(result.status == .failure)
      #expect(
        result.complaint.contains("var pTraceCapability is used elsewhere and cannot be removed"))
      #expect(result.complaint.contains("\(Self.flytek8s)/utils.go"))
      #expect(result.complaint.contains("line 3: 'var mine = pTraceCapability'"))
    }
  }

  /// Those that follow a patch change with it; of the others none may be said to be there.
  @Test func aPatchAloneLeavesTheOthersAsTheyWere() throws {
    let sample = try SampleCopy()
    try sample.commit()
    let before = try states(sample)
    let following = [
      "no-sys-ptrace": ["optional-sys-ptrace"],
      "optional-sys-ptrace": ["no-sys-ptrace", "default-security-context"],
    ]
    for (name, state) in before where state == "applies" && name != "default-security-context" {
      try sample.config(source: "path: flyte", cluster: "patches: [\(name)]")
      #expect(sample.generate().status == .success)
      try sample.git(["apply", "\(sample.path)/out/one/patches/0001-\(name).patch"])
      var after = try states(sample)
      #expect(after[name] == "applied")
      for other in following[name] ?? [] { after[other] = before[other] }
      after[name] = state
      #expect(after == before, "\(name)")
      try sample.git(["checkout", "-q", "HEAD", "--", "."])
      try sample.git(["clean", "-qfd"])
    }
  }

  @Test func aRuleOfOnesOwnHasNotTheEffectOfTheOneItReplaces() throws {
    let sample = try SampleCopy(top: "templatesFolder: own")
    try sample.folder.write(
      """
      patch    no-sys-ptrace
      title     copilot: say more
      page      Says more.
      files     pilot = \(Self.flytek8s)/copilot.go
      applied   when pilot in func AddCoPilotToContainer has token println
      edit pilot in func AddCoPilotToContainer once
        if pilot == nil || !pilot.Enabled {
        	return nil
        }
      + println(c.Name)

      """, to: "own/GoPatch/no-sys-ptrace.goedit")
    let table = run([
      "patches", sample.sources.path, "--templates", "\(sample.path)/own", "--format", "json",
      "--patch", "no-sys-ptrace",
    ])
    #expect(table.output.contains("\"modeled\": false"))
    try sample.config(
      source: "path: flyte", top: "templatesFolder: own",
      cluster: "patches: [no-sys-ptrace]")
    #expect(sample.generate().status == .success)
    let setup = sample.output("setup.yaml") ?? ""
    #expect(setup.contains("sysPtrace: always"))
    #expect(setup.contains("effect: not modeled"))
  }

  @Test func aTemplateThatIsNotThereIsToldWhereItIsAskedFor() throws {
    let sample = try SampleCopy(top: "templatesFolder: own")
    try sample.folder.write(
      """
      patch    own-test
      title     own: test
      page      Adds a test.
      files     pilot = \(Self.flytek8s)/copilot.go
      applied   when file own_test.go beside pilot
      new-file  own_test.go beside pilot from nope.go

      """, to: "own/GoPatch/own-test.goedit")
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(
      result.complaint.contains("own/GoPatch/own-test.goedit:6:41: error: there is no template"))
  }
}
