public import Values

extension MutatingPolicy {
  /// The policy and its binding, of `admissionregistration.k8s.io`.
  public func manifests(_ version: MutatingVersion, _ namespaces: PolicyNamespaces) -> [PlainValue]
  {
    let apiVersion = PolicyManifest.nativeGroup + version.rawValue
    return [
      PolicyManifest.object(
        apiVersion, "MutatingAdmissionPolicy", name, cost: cost,
        [
          .init("failurePolicy", .string("Fail")),
          // Flyte's secret webhook may add containers afterwards.
          .init("reinvocationPolicy", .string("IfNeeded")),
          PolicyManifest.constraints(), PolicyManifest.conditions(matches), mutations,
        ]),
      PolicyManifest.object(
        apiVersion, "MutatingAdmissionPolicyBinding", name,
        [
          .init("policyName", .string(name)),
          .init(
            "matchResources", .mapping([.init("namespaceSelector", namespaces.selector)])),
        ]),
    ]
  }

  /// The same for Kyverno, which has no bindings.
  public func kyverno(_ namespaces: PolicyNamespaces) -> PlainValue {
    PolicyManifest.object(
      PolicyManifest.kyverno, "MutatingPolicy", name, cost: cost,
      [
        .init("failurePolicy", .string("Fail")),
        .init("reinvocationPolicy", .string("IfNeeded")),
        PolicyManifest.noControllers, PolicyManifest.constraints(namespaces),
        PolicyManifest.conditions(matches), mutations,
      ])
  }

  private var mutations: PlainValue.Entry {
    .init(
      "mutations",
      .list([
        .mapping([
          .init("patchType", .string("JSONPatch")),
          .init("jsonPatch", .mapping([.init("expression", .string(cel))])),
        ])
      ]))
  }
}
