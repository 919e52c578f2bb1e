public import PodAPI

/// A PodTemplate that has its defaults, as a server would keep it, and what it refuses of it.
public struct PreparedTemplate: Sendable {
  /// The whole object without what closed feature gates take away.
  public let object: PodObject
  /// The refusals of the rules.
  public let refusals: [Refusal]
}

/// A pod that has its defaults, as a server would keep it, and what it refuses of it.
public struct PreparedPod: Sendable {
  /// Its metadata.
  public let metadata: PodObject
  /// Its spec without what closed feature gates take away.
  public let spec: PodObject
  /// The refusals of the rules, without those of admission plugins.
  public let refusals: [Refusal]
}

extension Server {
  /// Looks at a PodTemplate with defaults. It has a name and a namespace.
  public func prepare(template object: PodObject) -> PreparedTemplate {
    var object = object
    var template = object.part(.template) ?? PodObject()
    var spec = dropping.spec(template.part(.spec) ?? PodObject())
    if release.has(.hostNetworkPorts) { spec = PodDefaults.takingHostPorts(spec) }
    template[.spec] = .object(spec)
    object[.template] = .object(template)
    var pass = ValidationPass(release: release, isPod: false)
    pass.podTemplate(metadata: object.part(.metadata) ?? PodObject(), template: template)
    return PreparedTemplate(object: object, refusals: pass.refusals)
  }

  /// The refusals of a pod with defaults, by admission plugins or by the rules.
  public func refusals(ofPod metadata: PodObject?, spec: PodObject) -> [Refusal] {
    let admission = PodAdmission(classes: classes)
    do throws(PodAdmission.Refused) {
      let admitted = try admission.admit(spec)
      let pod = prepare(podMetadata: metadata, spec: admitted)
      if !pod.refusals.isEmpty { return pod.refusals }
      return admission.lastLook(pod.spec).map { [$0] } ?? []
    } catch {
      return [error.refusal]
    }
  }

  /// A pod with defaults as the plugins of every server change it: priorities, runtime classes,
  /// tolerations.
  public func admit(_ spec: PodObject) throws(RefusedRequest) -> PodObject {
    do throws(PodAdmission.Refused) {
      return try PodAdmission(classes: classes).admit(spec)
    } catch {
      throw RefusedRequest(stage: error.stage, refusals: [error.refusal])
    }
  }

  /// The refusal of these plugins of a pod that keeps the rules.
  public func lastRefusal(of spec: PodObject) -> RefusedRequest? {
    PodAdmission(classes: classes).lastLook(spec).map {
      RefusedRequest(stage: .admission, refusals: [$0])
    }
  }

  /// The defaults of a pod's spec: what is filled in before any plugin sees it.
  public func completed(_ spec: PodObject) -> PodObject {
    ResourceDefaults.pod(PodDefaults.pod(ResourceDefaults.rounded(spec)), on: release)
  }

  /// Looks at a pod with defaults.
  /// - Parameter isNamed: whether its name and namespace are looked at.
  public func prepare(
    podMetadata metadata: PodObject?, spec: PodObject, isNamed: Bool = false
  ) -> PreparedPod {
    var metadata = metadata ?? PodObject()
    var spec = dropping.spec(spec)
    // A pod that has less than no time to end has a second.
    if spec.number(.terminationGracePeriodSeconds) < 0 {
      spec[.terminationGracePeriodSeconds] = .integer(1)
    }
    spec = SelectorMerge.spec(spec, labels: metadata[.labels]?.map, on: release)
    AppArmorSync.pod(metadata: &metadata, spec: &spec, on: release)
    var pass = ValidationPass(release: release, isPod: true)
    pass.pod(metadata: metadata, spec: spec, isNamed: isNamed)
    return PreparedPod(metadata: metadata, spec: spec, refusals: pass.refusals)
  }
}
