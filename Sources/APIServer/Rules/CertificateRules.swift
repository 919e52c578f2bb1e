import Diagnostics
import PodAPI

// Certificates that are projected into a volume: those of a cluster's signers, and a pod's own.

extension ValidationPass {
  /// Certificates of a cluster's signers, behind a gate.
  mutating func trustBundle(_ bundle: PodObject) {
    let (name, signer) = (bundle[.name]?.string, bundle[.signerName]?.string)
    switch (name, signer) {
    case (_?, _?): refuse(.invalid, "has a name and a signerName; write one")
    case (let name?, nil):
      if name.isEmpty { refuse(.required, at: .name, "cannot be empty; name a ClusterTrustBundle") }
      let last = name.utf8.split(separator: 0x3A, omittingEmptySubsequences: false).last
      check(String(decoding: Array(last ?? ""[...].utf8), as: UTF8.self), .subdomain, at: .name)
      if bundle[.labelSelector] != nil {
        refuse(.invalid, at: .labelSelector, "cannot be combined with a name; remove it")
      }
    case (nil, let signer?):
      if signer.isEmpty {
        refuse(
          .required, at: .signerName, "cannot be empty; write a name such as example.com/my-signer")
      }
      signerName(signer)
      selector(.labelSelector, of: bundle)
    case (nil, nil): refuse(.required, "needs a name or a signerName; write one")
    }
    required(.path, of: bundle)
    checkFilePath(bundle.text(.path), at: .field(.path))
  }

  static let certificatePaths: [FieldName] = [
    .credentialBundlePath, .keyPath, .certificateChainPath,
  ]
  private static let keyTypes = [
    "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519",
  ]

  /// Certificates of a pod's own, behind a gate.
  mutating func podCertificate(_ certificate: PodObject) {
    signerName(certificate.text(.signerName))
    check(certificate.text(.keyType), among: Self.keyTypes, at: .keyType)
    if certificate[.maxExpirationSeconds] != nil {
      // Kubernetes' own signers sign for a day at most.
      let most: Int64 = SignerName.isKubernetes(certificate.text(.signerName)) ? 86_400 : 7_862_400
      apply(.range(.maxExpirationSeconds, 3_600...most), to: certificate)
    }
    userAnnotations(certificate)
    let said = Self.certificatePaths.filter { !certificate.text($0).isEmpty }
    if said.isEmpty {
      refuse(.required, "needs a path; write, for example, 'credentialBundlePath: credentials.pem'")
    }
    for field in said { checkFilePath(certificate.text(field), at: .field(field)) }
  }

  /// Checks the annotations for the signer (1.35).
  private mutating func userAnnotations(_ certificate: PodObject) {
    var size = 0
    for entry in certificate.entries(.userAnnotations) {
      size += entry.key.utf8.count + (entry.value.string?.utf8.count ?? 0)
      let place: [Step] = [.field(.userAnnotations), .key(entry.key)]
      guard !entry.key.isEmpty else {
        refuse(.required, at: .userAnnotations, truly: place, "has an annotation without a name")
        continue
      }
      let complaints = NameForm.qualified.complaints(entry.key.lowercased())
      for phrase in complaints {
        refuse(.invalid, at: .userAnnotations, truly: place, "\(quoted: entry.key) \(phrase)")
      }
      if complaints.isEmpty, !entry.key.utf8.contains(UInt8(ascii: "/")) {
        refuse(
          .invalid, at: .userAnnotations, truly: place,
          "\(quoted: entry.key) needs a domain, such as example.com/\(entry.key)")
      }
    }
    if size > 262_144 {
      refuse(.tooLong, at: .userAnnotations, "have \(size) bytes in total; 262144 is the limit")
    }
  }

  private mutating func signerName(_ name: String) {
    guard !name.isEmpty else {
      refuse(.required, at: .signerName, "is missing; write a name such as example.com/my-signer")
      return
    }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      refuse(
        .invalid, at: .signerName,
        "\(quoted: name) must be a domain, '/' and a name, such as example.com/my-signer")
      return
    }
    if parts[0].count > 253 {
      refuse(.tooLong, at: .signerName, "has a domain of more than 253 characters")
    }
    let labels = SignerName.words(parts[0])
    firstComplaints(labels, .label)
    if labels.count < 2 {
      refuse(.invalid, at: .signerName, "\(quoted: name) must start with a domain that has a dot")
    }
    firstComplaints(SignerName.words(parts[1]), .subdomain)
    if name.utf8.count > 571 {
      refuse(.tooLong, at: .signerName, "has \(name.utf8.count) characters; 571 is the limit")
    }
  }

  /// Reports the complaints about the first word that has any.
  private mutating func firstComplaints(_ words: [String], _ form: NameForm) {
    guard let word = words.first(where: { !form.complaints($0).isEmpty }) else { return }
    check(word, form, at: .signerName)
  }
}

/// Names of what signs certificates, `example.com/my-signer`.
enum SignerName {
  /// True if it is one of Kubernetes' own.
  static func isKubernetes(_ name: String) -> Bool {
    let domain = String(
      decoding: Array(name.utf8.prefix { $0 != UInt8(ascii: "/") }), as: UTF8.self)
    return domain == "kubernetes.io" || domain.hasSuffix(".kubernetes.io")
  }

  /// The words between dots.
  static func words(_ bytes: Substring.UTF8View) -> [String] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      String(decoding: Array($0), as: UTF8.self)
    }
  }
}
