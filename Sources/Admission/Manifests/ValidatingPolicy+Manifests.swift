public import Values

extension ValidatingPolicy {
  /// The policy and its binding, of `admissionregistration.k8s.io/v1` (Kubernetes 1.30).
  public func manifests(_ namespaces: PolicyNamespaces) -> [PlainValue] {
    let apiVersion = PolicyManifest.nativeGroup + "v1"
    return [
      PolicyManifest.object(
        apiVersion, "ValidatingAdmissionPolicy", name, cost: cost,
        [
          .init("failurePolicy", .string("Fail")), PolicyManifest.constraints(),
          PolicyManifest.conditions(matches), variables, rules,
        ]),
      PolicyManifest.object(
        apiVersion, "ValidatingAdmissionPolicyBinding", name,
        [
          .init("policyName", .string(name)), actions,
          .init(
            "matchResources", .mapping([.init("namespaceSelector", namespaces.selector)])),
        ]),
    ]
  }

  /// The same for Kyverno, which has no bindings.
  public func kyverno(_ namespaces: PolicyNamespaces) -> PlainValue {
    PolicyManifest.object(
      PolicyManifest.kyverno, "ValidatingPolicy", name, cost: cost,
      [
        .init("failurePolicy", .string("Fail")), actions, PolicyManifest.noControllers,
        PolicyManifest.constraints(namespaces), PolicyManifest.conditions(matches), variables,
        rules,
      ])
  }

  private var actions: PlainValue.Entry {
    .init("validationActions", .list([.string(action == .warn ? "Warn" : "Deny")]))
  }

  private var variables: PlainValue.Entry {
    .init(
      "variables",
      .list([
        .mapping([
          .init("name", .string(Self.containersVariable)),
          .init("expression", .string(Self.containers)),
        ])
      ]))
  }

  /// `Forbidden`, which Flyte takes for the task's fault: up to v1.16.6 and v2.0.38 it tries again and
  /// again on the reason that policies have otherwise, `Invalid`.
  private var rules: PlainValue.Entry {
    .init(
      "validations",
      .list(
        validations.map { validation in
          var entries: [PlainValue.Entry] = [.init("expression", .string(validation.cel))]
          if let message = validation.messageCEL {
            entries.append(.init("messageExpression", .string(message)))
          }
          entries.append(.init("message", .string(validation.message)))
          entries.append(.init("reason", .string("Forbidden")))
          return .mapping(entries)
        }))
  }
}
