import PodAPI
import Testing

/// Profiles by annotation and by field, and fields that are for one operating system.
@Suite struct ProfileValidationTests {
  private func spec(container: String = "{}", pod: String = "{}", more: String = "") -> String {
    """
    {"containers": [{"name": "default", "image": "p:1", "securityContext": \(container)}],
     "securityContext": \(pod)\(more.isEmpty ? "" : ", " + more)}
    """
  }

  private func metadata(_ key: String, _ value: String) -> String {
    #"{"annotations": {"\#(key)": "\#(value)"}}"#
  }

  private let appArmor = "container.apparmor.security.beta.kubernetes.io/default"
  private let seccomp = "seccomp.security.alpha.kubernetes.io/pod"
  private let seccompOfContainer = "container.seccomp.security.alpha.kubernetes.io/default"

  @Test func appArmorAnnotationsOfTemplatesMeetThePodsField() throws {
    let profile = #"{"appArmorProfile": {"type": "RuntimeDefault"}}"#
    let differs = metadata(appArmor, "unconfined")
    let same = metadata(appArmor, "runtime/default")
    #expect(try ValidationTests.template(spec(pod: profile), metadata: differs).count == 1)
    #expect(try ValidationTests.template(spec(pod: profile), metadata: same) == [])
    // A pod's container is given the annotation's profile before anything is compared.
    #expect(try ValidationTests.pod(spec(pod: profile), metadata: differs) == [])
    #expect(try ValidationTests.pod(spec(container: profile), metadata: differs).count == 1)
    // A container's own field comes before the pod's.
    #expect(
      try ValidationTests.template(
        spec(container: #"{"appArmorProfile": {"type": "Unconfined"}}"#, pod: profile),
        metadata: differs) == [])
  }

  @Test func seccompAnnotationsAreProfilesAndMeetTheirFields() throws {
    let profile = #"{"seccompProfile": {"type": "RuntimeDefault"}}"#
    for value in ["runtime/default", "docker/default"] {
      #expect(
        try ValidationTests.template(spec(pod: profile), metadata: metadata(seccomp, value)) == [])
    }
    for value in ["unconfined", "localhost/a"] {
      #expect(
        try ValidationTests.template(spec(pod: profile), metadata: metadata(seccomp, value)).count
          == 1)
      #expect(try ValidationTests.pod(spec(), metadata: metadata(seccomp, value)) == [])
      #expect(
        try ValidationTests.pod(
          spec(container: profile), metadata: metadata(seccompOfContainer, value)
        ).count == 1)
      // The pod's field is no concern of a container's annotation.
      #expect(
        try ValidationTests.pod(
          spec(pod: profile), metadata: metadata(seccompOfContainer, value)) == [])
    }
    for value in ["bogus", "localhost/../a", ""] {
      #expect(try ValidationTests.template(spec(), metadata: metadata(seccomp, value)).count == 1)
    }
  }

  @Test(
    arguments: [
      #"{"capabilities": {"drop": ["ALL"]}}"#, #"{"allowPrivilegeEscalation": false}"#,
      #"{"readOnlyRootFilesystem": true}"#, #"{"runAsUser": 7}"#,
      #"{"seLinuxOptions": {"type": "t"}}"#,
    ])
  func windowsTakesNoFieldsOfLinuxContainers(context: String) throws {
    let windows = #""os": {"name": "windows"}"#
    #expect(try ValidationTests.template(spec(container: context, more: windows)).count == 1)
    #expect(try ValidationTests.template(spec(container: context)) == [])
  }

  @Test func windowsTakesNoFieldsOfLinuxPods() throws {
    let windows = #""os": {"name": "windows"}"#
    for context in [
      #"{"supplementalGroupsPolicy": "Strict"}"#, #"{"seLinuxChangePolicy": "Recursive"}"#,
    ] {
      #expect(try ValidationTests.template(spec(pod: context, more: windows)).count == 1)
    }
    let linux = #""os": {"name": "linux"}"#
    let options = #"{"windowsOptions": {"runAsUserName": "a"}}"#
    #expect(try ValidationTests.template(spec(container: options, more: linux)).count == 1)
  }

  @Test func hostProcessesAreAllOfThemAndInTheHostsNetwork() throws {
    let isHost = #"{"windowsOptions": {"hostProcess": true}}"#
    let isNot = #"{"windowsOptions": {"hostProcess": false}}"#
    let network = #""hostNetwork": true"#
    #expect(try ValidationTests.template(spec(container: isHost, more: network)) == [])
    #expect(try ValidationTests.template(spec(pod: isHost, more: network)) == [])
    #expect(
      try ValidationTests.template(spec(container: isHost)) == ["template.spec.hostNetwork"])
    #expect(try !ValidationTests.template(spec(container: isNot, pod: isHost)).isEmpty)
  }
}
