import PodAPI

extension PodOrigins {
  /// The sections of a profile that reach a part, the uppermost first.
  public func sections(of part: PodPart) -> [String] {
    switch part {
    case .spec: ["pod"]
    case .metadata: ["podMetadata"]
    case .container(let name):
      if name.text == primaryContainer {
        ["primary", "containers"]
      } else {
        isCopilot(part) ? ["copilot", "containers"] : ["containers"]
      }
    case .initContainer:
      isCopilot(part)
        ? ["copilot", "initContainers", "containers"] : ["initContainers", "containers"]
    }
  }

  /// The fields that decide what Pod Security says of the pod, and what the profile hardens besides:
  /// those that every hardened pod has, and others where the pod or one who lost sets them.
  public var security: [FieldOrigin] {
    parts.flatMap { part -> [FieldOrigin] in
      let (always, others) = Self.securityFields(of: part)
      let shown = (always + others).map { PodField(part, fields: $0) }
      var found = shown.map(origin(of:)).enumerated().filter { index, field in
        index < always.count || field.value != nil || !field.lost.isEmpty
      }.map(\.element)
      // What a struct holds of which only some fields have names here.
      for field in fields(of: part)
      where field.path.steps.first?.text == "securityContext"
        && !found.contains(where: { $0.path == field.path })
      {
        found.append(field)
      }
      return found
    }
  }

  private static func securityFields(of part: PodPart) -> (always: [String], others: [String]) {
    switch part {
    case .metadata: ([], [])
    case .spec:
      (
        ["securityContext.runAsNonRoot", "securityContext.seccompProfile.type"],
        [
          "securityContext.runAsUser", "securityContext.runAsGroup", "securityContext.fsGroup",
          "hostNetwork", "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace",
          "automountServiceAccountToken", "serviceAccountName", "runtimeClassName",
        ]
      )
    case .container, .initContainer:
      (
        ["securityContext.allowPrivilegeEscalation", "securityContext.capabilities.drop"],
        [
          "securityContext.capabilities.add", "securityContext.privileged",
          "securityContext.readOnlyRootFilesystem", "securityContext.runAsNonRoot",
          "securityContext.runAsUser", "securityContext.runAsGroup",
          "securityContext.seccompProfile.type",
        ]
      )
    }
  }
}
