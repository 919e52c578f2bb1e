public import Diagnostics
import YAMLTree

/// Reads pods that run, as `kubectl get pods -A -o yaml` writes them.
struct RunningPodReading {
  /// The pods of some files; what is wrong is reported.
  static func read(
    _ files: [SourceFile], into diagnostics: inout DiagnosticList
  ) -> [RunningPod] {
    let before = diagnostics.errorCount
    let pods = files.flatMap { file in
      (YAMLReader.readDocuments(file, into: &diagnostics) ?? []).flatMap {
        self.pods(of: $0, into: &diagnostics)
      }
    }
    if pods.isEmpty, diagnostics.errorCount == before {
      diagnostics.error(
        .noRunningPod, "the files of '--pods' have no pod", at: files.first.map(Span.whole),
        hint: "pass the output of 'kubectl get pods -A -o yaml'")
    }
    return pods
  }

  private static let advice =
    "pass files that have only pods, as 'kubectl get pods -A -o yaml' writes them"

  private static func pods(
    of document: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> [RunningPod] {
    if case .scalar(let scalar) = document.content, case .null = scalar.value { return [] }
    guard case .mapping = document.content, let kind = document["kind"] else {
      diagnostics.error(
        .notARunningPod, "this is no pod: it has no 'kind'", at: document.span, hint: advice)
      return []
    }
    switch kind.string {
    case "Pod": return pod(document, into: &diagnostics)
    case "List", "PodList":
      return (document["items"]?.items ?? []).flatMap { item -> [RunningPod] in
        let own = item["kind"]
        guard (own?.string ?? (kind.string == "PodList" ? "Pod" : "")) == "Pod" else {
          diagnostics.error(
            .notARunningPod,
            "this list has \(own?.string.map { "a \(quoted: $0)" } ?? "something without a 'kind'") among pods",
            at: own?.span ?? item.span, hint: advice)
          return []
        }
        return pod(item, into: &diagnostics)
      }
    default:
      diagnostics.error(
        .notARunningPod,
        "this is \(kind.string.map { "a \(quoted: $0)" } ?? "something else"), not a pod",
        at: kind.span, hint: advice)
      return []
    }
  }

  private static func pod(
    _ node: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> [RunningPod] {
    guard case .mapping? = node["spec"]?.content else {
      diagnostics.error(
        .notARunningPod, "this pod has no 'spec'", at: node["metadata"]?.span ?? node.span,
        hint: advice)
      return []
    }
    return [RunningPod(node)]
  }
}

extension DiagnosticID {
  /// Something among the pods that is none.
  public static let notARunningPod = DiagnosticID(
    "pods/not-a-pod", meaning: "A file of `--pods` has something other than pods.",
    fix: "Pass files that have only pods, as `kubectl get pods -A -o yaml` writes them.")
  /// Files without a pod.
  public static let noRunningPod = DiagnosticID(
    "pods/none", meaning: "None of the files of `--pods` has a pod.",
    fix: "Pass the output of `kubectl get pods -A -o yaml`.")
}

/// The faults of pods that run.
public enum RunningPodFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [.notARunningPod, .noRunningPod]
}
