import Diagnostics
import PodAPI

// Sources that are projected into one volume, and the files of the downward API.

extension ValidationPass {
  mutating func projections(_ projected: PodObject) {
    each(.sources, of: projected) { pass, source, _ in
      pass.projection(source)
      if source.fields.count > 1 {
        pass.refuse(.forbidden, "has more than one source; write one in each entry")
      }
    }
    conflicts(projected)
  }

  private mutating func projection(_ source: PodObject) {
    for field in [FieldName.secret, .configMap] {
      within(field, of: source) { pass, object in
        pass.required(.name, of: object)
        pass.keys(object)
      }
    }
    within(.downwardAPI, of: source) { $0.downwardFiles($1) }
    within(.serviceAccountToken, of: source) { pass, token in
      let seconds = token.number(.expirationSeconds)
      if seconds < 600 {
        pass.refuse(
          .invalid, at: .expirationSeconds, "\(seconds) is out of range; write 600 to 4294967296")
      }
      if seconds > 1 << 32 {
        pass.refuse(
          .invalid, at: .expirationSeconds, "\(seconds) is out of range; write 600 to 4294967296")
      }
    }
    if let bundle = source.part(.clusterTrustBundle) {
      let word = FieldPath.Step.word("clusterTrustBundlePEM")
      within(
        saying: release.holds(.bundleIsPEM) ? word : .field(.clusterTrustBundle),
        truly: .field(.clusterTrustBundle)
      ) { $0.trustBundle(bundle) }
    }
    within(.podCertificate, of: source) { $0.podCertificate($1) }
  }

  /// Checks the volume as a whole: paths of tokens, and paths that occur twice.
  private mutating func conflicts(_ projected: PodObject) {
    var paths = NameSet()
    for (index, item) in projected.items(.sources).enumerated() {
      let source = item.object ?? PodObject()
      within(saying: nil, truly: .field(.sources)) { pass in
        pass.within(saying: nil, truly: .index(index)) { $0.paths(of: source, &paths) }
      }
    }
  }

  private mutating func paths(of source: PodObject, _ paths: inout NameSet) {
    for field in [FieldName.secret, .configMap, .downwardAPI] {
      for (index, item) in (source.part(field)?.items(.items) ?? []).enumerated() {
        let path = item.object?.text(.path) ?? ""
        let place: [Step] = [.field(field), .field(.items), .index(index), .field(.path)]
        if !path.isEmpty { take(path, place, &paths) }
      }
    }
    if let token = source.part(.serviceAccountToken) {
      within(saying: nil, truly: .field(.serviceAccountToken)) { pass in
        let path = token.text(.path)
        if path.isEmpty {
          pass.required(.path, of: token)
        } else if pass.release.holds(.tokenPaths) {
          pass.checkFilePath(path, at: .field(.path))
        }
      }
    }
    if let bundle = source.part(.clusterTrustBundle) {
      take(bundle.text(.path), [.field(.clusterTrustBundle), .field(.path)], &paths)
    }
    if let certificate = source.part(.podCertificate) {
      for field in Self.certificatePaths where !certificate.text(field).isEmpty {
        take(certificate.text(field), [.field(.podCertificate), .field(field)], &paths)
      }
    }
  }

  private mutating func take(_ path: String, _ place: [Step], _ paths: inout NameSet) {
    if !paths.insert(path) {
      refuse(
        .invalid, truly: place,
        "the path \(quoted: path) is used twice in the volume; give each file its own")
    }
  }

  /// The files of the downward API. The server says the places of all of a source as one.
  mutating func downwardFiles(_ source: PodObject) {
    for (index, item) in source.items(.items).enumerated() {
      within(saying: nil, truly: .field(.items)) { pass in
        pass.within(saying: nil, truly: .index(index)) {
          $0.downwardFile(item.object ?? PodObject())
        }
      }
    }
  }

  private mutating func downwardFile(_ file: PodObject) {
    required(.path, of: file)
    checkFilePath(file.text(.path), at: .field(.path))
    if file[.fieldRef] != nil {
      within(.fieldRef, of: file) { $0.fieldReference($1, inVolume: true) }
      if file[.resourceFieldRef] != nil {
        refuse(.invalid, "has a fieldRef and a resourceFieldRef; write one")
      }
    } else if file[.resourceFieldRef] != nil {
      within(.resourceFieldRef, of: file) { $0.resourceReference($1, inVolume: true) }
    } else {
      refuse(.required, "needs a fieldRef or a resourceFieldRef; write one")
    }
    apply(.mode(.mode), to: file)
  }
}
