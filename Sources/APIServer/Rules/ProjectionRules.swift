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
        pass.refuse(.invalid, at: .expirationSeconds, "\(seconds) is below 600, ten minutes")
      }
      if seconds > 1 << 32 {
        pass.refuse(.invalid, at: .expirationSeconds, "\(seconds) is above 4294967296")
      }
    }
    within(.clusterTrustBundle, of: source) { $0.trustBundle($1) }
    within(.podCertificate, of: source) { $0.podCertificate($1) }
  }

  /// What the server says of the volume as a whole: paths of tokens, and paths that stand twice.
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
          pass.refuse(.required, at: .path, "is missing")
        } else if pass.release.minor >= 30 {
          // Before 1.30 the path of a token could be anything.
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
      refuse(.invalid, truly: place, "the path \(quoted: path) stands twice in the volume")
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
        refuse(.invalid, "has a fieldRef and a resourceFieldRef")
      }
    } else if file[.resourceFieldRef] != nil {
      within(.resourceFieldRef, of: file) { $0.resourceReference($1, inVolume: true) }
    } else {
      refuse(.required, "needs a fieldRef or a resourceFieldRef")
    }
    apply(.mode(.mode), to: file)
  }

  /// Certificates of a cluster's signers, behind a gate.
  private mutating func trustBundle(_ bundle: PodObject) {
    let (name, signer) = (bundle[.name]?.string, bundle[.signerName]?.string)
    switch (name, signer) {
    case (_?, _?): refuse(.invalid, "has a name and a signerName; write one")
    case (let name?, nil):
      if name.isEmpty { refuse(.required, at: .name, "cannot be empty") }
      let last = name.utf8.split(separator: 0x3A, omittingEmptySubsequences: false).last
      check(String(decoding: Array(last ?? ""[...].utf8), as: UTF8.self), .subdomain, at: .name)
      if bundle[.labelSelector] != nil { refuse(.invalid, at: .labelSelector, "excludes a name") }
    case (nil, let signer?):
      if signer.isEmpty { refuse(.required, at: .signerName, "cannot be empty") }
      signerName(signer)
      selector(.labelSelector, of: bundle)
    case (nil, nil): refuse(.required, "needs a name or a signerName")
    }
    if bundle.text(.path).isEmpty { refuse(.required, at: .path, "is missing") }
    checkFilePath(bundle.text(.path), at: .field(.path))
  }

  private static let certificatePaths: [FieldName] = [
    .credentialBundlePath, .keyPath, .certificateChainPath,
  ]
  private static let keyTypes = [
    "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519",
  ]

  /// Certificates of a pod's own, behind a gate.
  private mutating func podCertificate(_ certificate: PodObject) {
    signerName(certificate.text(.signerName))
    check(certificate.text(.keyType), among: Self.keyTypes, at: .keyType)
    if let seconds = certificate[.maxExpirationSeconds]?.integer,
      !(3_600...7_862_400).contains(seconds)
    {
      refuse(
        .invalid, at: .maxExpirationSeconds, "\(seconds) is out of range; write 3600 to 7862400")
    }
    let said = Self.certificatePaths.filter { !certificate.text($0).isEmpty }
    if said.isEmpty { refuse(.required, "needs a credentialBundlePath, or a keyPath") }
    for field in said { checkFilePath(certificate.text(field), at: .field(field)) }
  }

  private mutating func signerName(_ name: String) {
    let parts = name.utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      refuse(.invalid, at: .signerName, "\(quoted: name) must be a domain, '/' and a name")
      return
    }
    check(String(decoding: Array(parts[0]), as: UTF8.self), .subdomain, at: .signerName)
  }
}
