import Deployments
import Flyte
import Judgment
import PodAPI
import Values
import YAMLTree

/// Builds a pod task that wants everything that hardening forbids, and looks at what it gets.
struct OverrideProbe {
  let line: FindingContext.Line
  let context: FindingContext

  /// The fields that a task can set, and those that it cannot undo.
  struct Answer {
    var free: [String] = []
    var fixed: [String] = []
  }

  private static let ofContainer: [(path: [String], value: PodValue)] = [
    (["securityContext", "privileged"], .bool(true)),
    (["securityContext", "allowPrivilegeEscalation"], .bool(true)),
    (["securityContext", "capabilities", "add"], .list([.string("SYS_ADMIN")])),
    (["securityContext", "runAsNonRoot"], .bool(false)),
    (["securityContext", "runAsUser"], .integer(0)),
    (["securityContext", "readOnlyRootFilesystem"], .bool(false)),
    (["securityContext", "seccompProfile", "type"], .string("Unconfined")),
  ]
  private static let ofPod: [(path: [String], value: PodValue)] = [
    (["hostNetwork"], .bool(true)), (["hostPID"], .bool(true)),
    (["serviceAccountName"], .string("another")),
    (["automountServiceAccountToken"], .bool(true)),
  ]
  private static let container = "main"

  /// Nil where Flyte makes no such pod.
  var answer: Answer? {
    let (model, store) = (context.model, context.store(of: line))
    let named = context.name(of: line)
    func build(_ spec: PodObject) -> BuiltPod? {
      let body = TaskShape.PodBody(spec: spec, primaryContainer: Self.container)
      let task = model.read(TaskShape(.pod(body), podTemplateName: named))
      return try? model.pod(for: task, in: Judgment.namespace, store: store.restarted()).get()
    }
    guard let wanted = build(Self.spec(wants: true)), let plain = build(Self.spec(wants: false))
    else { return nil }
    var answer = Answer()
    /// - Parameter before: what a task that wants nothing has.
    func look(_ path: [String], _ value: PodValue, before: PodValue?, after: PodObject?) {
      let name = path.filter { $0 != "securityContext" && $0 != "type" }.joined(separator: ".")
      if Self.holds(value, in: after?.value(at: path)) {
        // What no template says is the task's own matter, unless it is dangerous by itself.
        guard before != nil ? before != value : Self.isDangerous(value) else { return }
        answer.free.append("\(name): \(YAMLWriter.flow(value.plain))")
      } else if let before {
        answer.fixed.append("\(name): \(YAMLWriter.flow(before.plain))")
      }
    }
    let (main, plainMain) = (Self.main(of: wanted), Self.main(of: plain))
    for (path, value) in Self.ofContainer {
      // What a container does not say is said by its pod.
      let before = plainMain?.value(at: path) ?? plain.spec.value(at: path)
      look(path, value, before: before, after: main)
    }
    for (path, value) in Self.ofPod {
      look(path, value, before: plain.spec.value(at: path), after: wanted.spec)
    }
    return answer
  }

  private static func main(of pod: BuiltPod) -> PodObject? {
    (pod.spec[.containers]?.items ?? []).compactMap(\.object).first {
      $0[.name]?.string == container
    }
  }

  private static func spec(wants: Bool) -> PodObject {
    var spec = PodObject([
      .init(
        .containers,
        .list([
          .object(
            PodObject([
              .init(.name, .string(container)), .init(.image, .string("task.invalid/main:v1")),
            ]))
        ]))
    ])
    guard wants else { return spec }
    let main = PodPart.container(ByteText(container))
    let all = ofContainer.map { (main, $0) } + ofPod.map { (PodPart.spec, $0) }
    for (part, wish) in all {
      let field = PodField(part, wish.path.map { .field(ByteText($0)) })
      spec = field.setting(wish.value, in: spec) ?? spec
    }
    return spec
  }

  private static func holds(_ value: PodValue, in found: PodValue?) -> Bool {
    guard case .list(let items) = value else { return found == value }
    return items.allSatisfy { found?.items.contains($0) ?? false }
  }

  private static func isDangerous(_ value: PodValue) -> Bool {
    switch value {
    case .bool(false), .integer: false
    default: true
    }
  }
}
