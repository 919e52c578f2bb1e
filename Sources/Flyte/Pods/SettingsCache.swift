import PodAPI

/// The pod fields of the settings, without what the binary's API version does not know.
struct SettingsCache {
  let securityContext: PodValue?
  let podSecurityContext: PodValue?
  let copilotSecurityContext: PodValue?
  let dnsConfig: PodValue?
  let affinity: PodValue?
  let tolerations: [PodValue]
  let interruptibleTolerations: [PodValue]

  init(_ settings: PluginSettings, minor: Int) {
    func known(_ object: PodObject?, _ type: String) -> PodValue? {
      object.map { .object($0.known(to: minor, as: type)) }
    }
    securityContext = known(settings.defaultSecurityContext, "SecurityContext")
    podSecurityContext = known(settings.defaultPodSecurityContext, "PodSecurityContext")
    copilotSecurityContext = known(settings.copilot.securityContext, "SecurityContext")
    dnsConfig = known(settings.dnsConfig, "PodDNSConfig")
    affinity = known(settings.affinity, "Affinity")
    tolerations = settings.tolerations.compactMap { known($0.object, "Toleration") }
    interruptibleTolerations = settings.interruptibleTolerations.compactMap {
      known($0.object, "Toleration")
    }
  }
}
