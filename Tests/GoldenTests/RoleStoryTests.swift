import Foundation
import Testing

/// The story of a field in the pods that an operator makes.
@Suite struct RoleStoryTests {
  private func story(
    _ flyte: String, _ plugin: String, _ task: String, _ field: String, keys: [String] = []
  ) throws -> (output: String, complaint: String) {
    let result = try EffectivePodTests().explain(
      flyte, keys: ["plugins: [{ \(plugin) }]"] + keys, isWhole: false, "--task", task, field)
    return (result.output, result.complaint)
  }

  /// The lines of each role.
  private func roles(_ output: String) -> [String] {
    output.components(separatedBy: "\n\n").dropFirst().map { String($0) }
  }

  @Test func aContainerOfTheOperatorIsItsOwn() throws {
    let output = try story(
      "v1.16.8", "name: ray, operator: 1.3.2", "ray-autoscaling",
      "containers[autoscaler].image"
    ).output
    let found = roles(output)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("head: containers[autoscaler].image: "))
    #expect(found[0].contains("from      KubeRay 1.3.2"))
  }

  @Test func whatReachesEveryRoleIsTheTemplates() throws {
    let output = try story(
      "v1.16.8", "name: ray, operator: 1.3.2", "ray", "spec.securityContext.runAsNonRoot"
    ).output
    let found = roles(output)
    #expect(found.map { $0.prefix { $0 != " " } } == ["head:", "worker:workers:", "submitter:"])
    for role in found { #expect(role.contains("true") && role.contains("the setting"), "\(role)") }
  }

  @Test func whatThePluginLosesIsNamed() throws {
    let output = try story(
      "v1.16.6", "name: spark, operator: 2.5.2", "spark",
      "containers[spark-kubernetes-driver].securityContext.allowPrivilegeEscalation"
    ).output
    #expect(output.contains(": not set"))
    #expect(output.contains("Flyte's plugin does not carry it"), "\(output)")
  }

  @Test func whatTheOperatorDropsIsNamed() throws {
    let output = try story(
      "v1.16.8", "name: spark, operator: 1.3.8, webhook: true", "spark",
      "spec.securityContext.seccompProfile.type"
    ).output
    #expect(output.contains("spark-operator 1.3.8 drops it"), "\(output)")
  }

  /// Whoever changes the pod after the operator is named, with the place in the config.
  @Test func whatALimitRangePutsInIsNamed() throws {
    let output = try story(
      "v1.16.8", "name: ray, operator: 1.3.2", "ray", "containers[ray-head].resources",
      keys: [
        "limitRanges: [{ name: small, limits: [{ type: Container, default: { ephemeral-storage: 1Gi } }] }]"
      ]
    ).output
    #expect(output.contains("the LimitRange 'small' ("), "\(output)")
    #expect(output.contains("config.yaml:"), "\(output)")
  }

  /// The submitter of v2 is no copy of the task's pod.
  @Test func whatThePluginMakesItselfIsItsOwn() throws {
    let output = try story(
      "v2.0.43", "name: ray, operator: 1.0.0", "ray", "spec.restartPolicy"
    ).output
    let submitter = try #require(roles(output).first { $0.hasPrefix("submitter:") })
    #expect(submitter.contains("from      Flyte's plugin"), "\(submitter)")
    #expect(!submitter.contains("lost"), "\(submitter)")
  }

  @Test func anUnknownContainerHasNoStory() throws {
    let wrong = try story(
      "v1.16.8", "name: ray, operator: 1.3.2", "ray", "containers[autoscalr].image")
    #expect(wrong.complaint.contains("the pod has no container 'autoscalr'"))
  }
}
