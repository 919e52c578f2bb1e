/// Fields of security contexts.
public enum ContextFields {
  /// The fields that a pod and a container both have, in byte order: what the pod says holds for each
  /// of its containers that says nothing.
  public static let ofBoth: [String] = {
    let schema = PodSchema.shipped
    let container = schema["SecurityContext"]?.fields ?? []
    let pod = schema["PodSecurityContext"]
    return container.filter { pod?[$0.name] != nil }.map(\.name.text)
  }()
}
