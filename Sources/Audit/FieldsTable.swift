import Deployments
import Flyte
import Judges
import Judgment
import Values

/// The security fields of all pods of a cluster, equal ones together.
struct FieldsTable {
  /// Namespaces whose pods have the same security fields: amounts do not count.
  private struct Place: Hashable {
    let set: Int
    let template: Int?
    let constraints: ConstraintSetup?
  }

  private struct Key: Hashable {
    let fields: SecurityFields
    let template: ByteText?
    let idsOf: ByteText?
  }

  private var places: [Place: [Int]] = [:]
  private var positions: [Key: Int] = [:]
  private(set) var rows: [AuditedPodFields] = []

  /// Adds the pods of a template in a set's namespaces.
  mutating func add(
    _ tasks: [TaskPods], _ place: PodPlace, _ template: PodTemplate?, in deployment: Deployment,
    namespaces: Int, idsOf: String?
  ) {
    let set = deployment.templateSets[place.set]
    let key = Place(
      set: set.like ?? place.set, template: place.template, constraints: set.rules.constraints)
    if let known = places[key] {
      for position in known { rows[position].namespaces += namespaces }
      return
    }
    var found: [Int] = []
    for task in tasks {
      for pod in task.pods {
        guard let built = pod.pod else { continue }
        let position = row(
          SecurityFields(built, role: pod.role == .task ? "" : pod.role.name), template, idsOf)
        if !rows[position].tasks.contains(task.task.name) {
          rows[position].tasks.append(task.task.name)
        }
        if !found.contains(position) { found.append(position) }
      }
    }
    for position in found { rows[position].namespaces += namespaces }
    places[key] = found
  }

  private mutating func row(
    _ fields: SecurityFields, _ template: PodTemplate?, _ idsOf: String?
  ) -> Int {
    let key = Key(
      fields: fields, template: template.map { ByteText($0.name) },
      idsOf: idsOf.map { ByteText($0) })
    if let known = positions[key] { return known }
    positions[key] = rows.count
    rows.append(
      AuditedPodFields(
        tasks: [], templates: [template?.name].compactMap { $0 }, namespaces: 0, fields: fields,
        idsOf: idsOf))
    return rows.count - 1
  }
}
