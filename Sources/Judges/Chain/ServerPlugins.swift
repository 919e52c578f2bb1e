public import APIServer

/// The plugins that every API server runs: priorities, runtime classes and their overhead, and the
/// tolerations of nodes that fail.
public struct ServerPlugins: Judge {
  private let server: Server

  /// Makes them.
  public init(_ server: Server) { self.server = server }

  /// The pod with a priority, tolerations and an overhead, or their refusal.
  public func changes(to pod: SubmittedPod) -> [JudgeOutcome] {
    do throws(RefusedRequest) {
      return [.admitted(SubmittedPod(metadata: pod.metadata, spec: try server.admit(pod.spec)))]
    } catch {
      return [.refused(.server(error), pod)]
    }
  }

  /// The refusal of an overhead that no runtime class gives.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    server.lastRefusal(of: pod.spec).map { [.server($0)] } ?? []
  }
}
