public import PodAPI

/// The container that submits a job to a Ray cluster, as KubeRay makes it (1.0.0) and Flyte copies it.
public enum RaySubmitter {
  /// The container.
  /// - Parameter image: that of the cluster's head.
  public static func container(image: PodValue?) -> PodObject {
    var container = PodObject()
    container.set(.name, "ray-job-submitter")
    container[.image] = image
    let limits = PodMap([("cpu", .string("1")), ("memory", .string("1Gi"))])
    let requests = PodMap([("cpu", .string("500m")), ("memory", .string("200Mi"))])
    container[.resources] = .object(
      PodObject([.init(.limits, .map(limits)), .init(.requests, .map(requests))]))
    return container
  }
}
