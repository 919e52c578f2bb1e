import PodAPI

/// The pod fields of the settings as a binary has them in memory.
struct SettingsMemory {
  let securityContext: GoValue?
  let podSecurityContext: GoValue?
  let copilotSecurityContext: GoValue?
  let dnsConfig: GoValue?
  let affinity: GoValue?
  let tolerations: [PodValue]

  init(_ settings: PluginSettings, minor: Int) {
    func pointer(_ object: PodObject?, _ type: String) -> GoValue? {
      object.map { .pointer(GoPointer(.object(GoStruct(decoding: $0, as: type, minor: minor)))) }
    }
    securityContext = pointer(settings.defaultSecurityContext, "SecurityContext")
    podSecurityContext = pointer(settings.defaultPodSecurityContext, "PodSecurityContext")
    copilotSecurityContext = pointer(settings.copilot.securityContext, "SecurityContext")
    dnsConfig = pointer(settings.dnsConfig, "PodDNSConfig")
    affinity = pointer(settings.affinity, "Affinity")
    tolerations = settings.tolerations
  }
}
