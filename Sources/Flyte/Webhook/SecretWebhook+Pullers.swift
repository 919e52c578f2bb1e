import PodAPI

// The managers of clouds: an init container for each secret fetches it into a volume in memory.

extension SecretWebhook {
  /// Secrets of AWS.
  func injectAWS(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.group.isEmpty, !secret.key.isEmpty else {
      throw .message(
        "AWS Secrets Webhook require both key and group to be set. Secret: [\(secret.text(webhook))]"
      )
    }
    let arn = Self.trimmed(secret.group, end: true) + ":" + Self.trimmed(secret.key, end: false)
    let file = GoPath.join("/", secret.group.lowercased(), secret.key.lowercased())
    try pull(
      secret, cloud: "aws", settings.aws, volumeAt: "/tmp",
      variables: [
        WebhookPod.variable("SECRET_ARN", arn), WebhookPod.variable("SECRET_FILENAME", file),
      ], into: &pod)
    guard webhook.namesPulledVariables, !secret.variable.isEmpty else { return }
    let path = GoPath.join(
      GoPath.secrets, secret.group.lowercased(), secret.key.lowercased())
    pod.add([WebhookPod.variable(secret.variable, path)])
  }

  /// Secrets of Google's cloud.
  func injectGCP(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.group.isEmpty, !secret.groupVersion.isEmpty else {
      throw .message(
        "GCP Secrets Webhook require both group and group version to be set. Secret: [\(secret.text(webhook))]"
      )
    }
    try pull(secret, cloud: "gcp", settings.gcp, volumeAt: GoPath.secrets, into: &pod)
  }

  /// Secrets of Azure.
  func injectAzure(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.group.isEmpty else {
      throw .message(
        "azure Secrets Webhook require both group and group version to be set. Secret: [\(secret.text(webhook))]"
      )
    }
    try pull(secret, cloud: "azure", settings.azure, volumeAt: GoPath.secrets, into: &pod)
  }

  /// - Parameter path: where the init container has the volume.
  private func pull(
    _ secret: TaskSecret, cloud: String, _ puller: WebhookSettings.Puller, volumeAt path: String,
    variables: [PodObject] = [], into pod: inout WebhookPod
  ) throws(SecretFailure) {
    guard secret.mount != .variable else {
      throw .message("unrecognized mount requirement [ENV_VAR] for secret [\(secret.key)]")
    }
    let volume = "\(cloud)-secret-vol"
    pod.addMemoryVolume(volume)
    var container = puller.container(
      "\(cloud)-pull-secret-\(pod.pod.initContainers.count)", volume: volume, at: path)
    if !variables.isEmpty { container[.env] = .list(variables.map { .object($0) }) }
    pod.pod.initContainers.append(container)
    pod.mount(volume, at: GoPath.secrets)
    pod.add(WebhookPod.fileVariables(GoPath.secrets))
  }

  /// A text without the colons at its end, or at its start.
  private static func trimmed(_ text: String, end: Bool) -> String {
    var bytes = Array(text.utf8)[...]
    while bytes.last == 0x3A, end { bytes.removeLast() }
    while bytes.first == 0x3A, !end { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WebhookSettings.Puller {
  /// Its init container. What it runs is not modeled: no rule is about it.
  func container(_ name: String, volume: String, at path: String) -> PodObject {
    let mount = PodObject([.init(.name, .string(volume)), .init(.mountPath, .string(path))])
    var container = PodObject([
      .init(.name, .string(name)), .init(.image, .string(image)),
      .init(.resources, .object(resources)), .init(.volumeMounts, .list([.object(mount)])),
    ])
    container[.securityContext] = securityContext.map { .object($0) }
    return container
  }
}
