import Flyte
import Judges
import PodAPI
import PodSecurity
import Values

extension DecisionSearch {
  /// The source of a value that neither settings nor templates say: the author of the task, or the SCC.
  func filler(of offender: Offender) -> JudgedPod.Decision.Source {
    let chosen = pod.metadata[.annotations]?.map?[ConstraintAdmission.chosenAnnotation]?.string
    guard let chosen, offender.path.first == "securityContext" else { return .task }
    let asked =
      offender.container.map { name in
        [FieldName.containers, .initContainers].lazy.flatMap { read.asked[$0]?.items ?? [] }
          .compactMap(\.object).first { $0[.name]?.string == name }
      } ?? read.asked
    let isAsked = asked.flatMap { Self.value($0, offender.path) } != nil
    return isAsked ? .task : .constraint(ByteText(chosen))
  }
}
