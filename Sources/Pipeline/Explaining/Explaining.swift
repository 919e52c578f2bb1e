import Admission
import Deployments
public import Diagnostics
import Flyte
import Judgment
import Model

extension Walk {
  /// Explains a pod; nil after an error in the config.
  public func explain(
    _ request: ExplainRequest, into diagnostics: inout DiagnosticList
  ) -> Result<Explanation, ExplainFailure>? {
    guard let config = hardened(into: &diagnostics), !diagnostics.hasErrors else { return nil }
    PodChecks.run(config.clusters, into: &diagnostics)
    do throws(ExplainFailure) {
      return .success(
        try Explaining(
          deployments: config.clusters.map(\.deployment), profiles: ProfileSearch(config.layers),
          own: options.tasks.first
        ).explanation(of: request))
    } catch {
      return .failure(error)
    }
  }
}

/// Finds the pod that is asked for, and tells of its fields.
struct Explaining {
  let deployments: [Deployment]
  let profiles: ProfileSearch
  /// A task that the command line brings.
  let own: JudgedTask?

  func explanation(of request: ExplainRequest) throws(ExplainFailure) -> Explanation {
    let namespace = request.namespace
    let deployment = try cluster(of: namespace)
    let named = deployment.namespaces.first { $0.name == namespace }
    let place = named ?? deployment.namespaces.first { $0.name == deployment.flyteNamespace }
    let known = deployment.namespaces.map(\.name)
    guard let place else {
      throw .withoutFallback(flyteNamespace: deployment.flyteNamespace, known: known)
    }
    let templates = deployment.templateSets[place.templateSet].templates
    let wanted = request.template ?? deployment.defaultTemplate
    guard let template = templates.first(where: { $0.name == wanted }) else {
      throw .unknownTemplate(known: templates.map(\.name))
    }
    let task = try task(request.task, of: deployment)
    let judgment = Judgment(deployment: deployment)
    let set = place.templateSet
    let store = judgment.store(of: set)
    func judged(_ task: JudgedTask) -> TaskPods {
      judgment.judge(task, template: template, store: store.restarted(), set: set)
    }
    // The pods that an operator makes have stages of their own.
    let origins =
      task.plugin != nil
      ? nil
      : judgment.origins(of: task, template: template, store: store.restarted(), set: set)
    var stories: [FieldStory] = []
    var roles: [RoleStory] = []
    if let field = request.field, task.plugin != nil {
      let found = judgment.origins(
        ofRoles: task, template: template, store: store.restarted(), set: set)
      guard let found else { throw .noPod }
      roles = try self.roles(field, in: found)
    } else if let field = request.field {
      guard let origins else { throw .noPod }
      stories = try paths(field, in: origins).map { path in
        story(of: path, origins, judgment, template, store, set)
      }
    }
    let isAlone = task.secret != nil || task.plugin != nil || deployment.behaviors.webhook == nil
    let pods = judged(task)
    return Explanation(
      deployment: deployment, namespace: namespace, isNamed: named != nil,
      nearest: named == nil ? NearestName.of(namespace, among: known) : nil, template: template,
      pod: pods.main, policy: deployment.policies.policies(of: set)?.mutating?.name,
      secretPod: isAlone ? nil : judged(.standard(.secret)).main, others: pods.others,
      fields: origins?.all ?? [], security: origins?.security ?? [], stories: stories,
      roles: roles)
  }

  private func cluster(of namespace: String) throws(ExplainFailure) -> Deployment {
    let having = deployments.filter { deployment in
      deployment.namespaces.contains { $0.name == namespace }
    }
    if having.count > 1 { throw .severalClusters(having.map(\.name)) }
    if let only = having.first { return only }
    // A namespace that does not exist yet is served by Flyte's own.
    if deployments.count == 1 { return deployments[0] }
    throw .unknownNamespace(known: deployments.flatMap { $0.namespaces.map(\.name) })
  }

  private func task(
    _ name: String?, of deployment: Deployment
  ) throws(ExplainFailure) -> JudgedTask {
    guard let name else { return own ?? .standard(.container) }
    let tasks =
      StandardTask.allCases.map(JudgedTask.standard) + deployment.tasks.filter { $0.own != nil }
      + deployment.acceleratedTasks
      + StandardPluginTask.allCases.filter { deployment.operators[$0.plugin] != nil }
      .map { .plugin($0) }
    guard let found = tasks.first(where: { $0.name == name }) else {
      throw .unknownTask(name, known: tasks.map(\.name))
    }
    return found
  }

  /// The fields that are meant; those below a struct each by itself.
  private func paths(
    _ field: String, in origins: PodOrigins
  ) throws(ExplainFailure) -> [PodField] {
    do throws(FieldSearch.Failure) {
      let paths = try FieldSearch(origins).paths(of: field)
      return paths.flatMap { path -> [PodField] in
        let below = origins.fields(of: path.part).map(\.path).filter { path.leads(to: $0) }
        return below.isEmpty ? [path] : below
      }
    } catch {
      throw Self.failure(error)
    }
  }

  /// The fields that are meant, of each pod that has them.
  private func roles(
    _ field: String, in origins: RoleOrigins
  ) throws(ExplainFailure) -> [RoleStory] {
    var stories: [RoleStory] = []
    var failure: FieldSearch.Failure?
    for role in origins.roles {
      do throws(FieldSearch.Failure) {
        for path in try origins.search(in: role).paths(of: field) {
          stories += origins.leaves(of: path, in: role).map {
            RoleStory(role: role, origin: origins.origin(of: $0, in: role))
          }
        }
      } catch {
        // A container that one pod lacks may be in another.
        failure = failure ?? error
      }
    }
    if stories.isEmpty, let failure { throw Self.failure(failure) }
    return stories
  }

  private static func failure(_ error: FieldSearch.Failure) -> ExplainFailure {
    error.kind == .field
      ? .unknownField(error.word, known: error.known)
      : .unknownContainer(error.word, known: error.known)
  }

  private func story(
    of path: PodField, _ origins: PodOrigins, _ judgment: Judgment, _ template: PodTemplate,
    _ store: TemplateStore, _ set: Int
  ) -> FieldStory {
    let origin = origins.origin(of: path)
    let section = origins.sections(of: path.part)
    return FieldStory(
      origin: origin,
      layers: profiles.sayings(of: path, in: template.profiles, sections: section),
      trial: origins.trial(of: path, in: judgment, store: store),
      reach: path.part.container == nil
        ? nil : judgment.reach(of: path.steps, template: template, store: store, set: set))
  }
}
