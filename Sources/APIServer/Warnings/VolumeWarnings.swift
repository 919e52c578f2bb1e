import Diagnostics
import PodAPI

// Volumes that nodes do not mount any more, or that have nothing in them.

extension ValidationPass {
  mutating func volumeWarnings(_ spec: PodObject) {
    each(.volumes, of: spec) { pass, volume, _ in
      for source in FormerNames.sources
      where volume[source.field] != nil && pass.release.minor >= source.warnedFrom {
        pass.warn(
          at: .field(source.field),
          "Kubernetes \(source.gone) and newer versions do not mount it; use a CSI driver")
      }
      if volume[.gitRepo] != nil {
        pass.warn(
          at: .field(.gitRepo),
          "is deprecated, and off by default since Kubernetes 1.33; clone in an init container")
      }
      if let projected = volume.part(.projected) {
        // The server drops what is behind a closed gate and keeps the empty entry.
        if projected.items(.sources).contains(where: { $0.object?.isEmpty ?? true }) {
          pass.warn(
            at: .field(.projected), "has an entry without a source; write one, or remove it")
        }
      }
      pass.claimWarnings(volume)
    }
  }

  private mutating func claimWarnings(_ volume: PodObject) {
    within(.ephemeral, of: volume) { pass, source in
      pass.within(.volumeClaimTemplate, of: source) { pass, template in
        pass.within(.spec, of: template) { pass, claim in
          pass.within(.resources, of: claim) { pass, resources in
            pass.within(.requests) { $0.byteWarnings(resources.entries(.requests)) }
          }
        }
      }
    }
  }
}
