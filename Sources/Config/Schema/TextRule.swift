import Flyte
import Judges
import Values

/// The form of a string.
public enum TextRule: Sendable {
  /// Any text but an empty one.
  case any
  /// A path of this machine.
  case path
  /// A DNS-1123 label, at most 63 characters: namespaces, containers, clusters.
  case dnsLabel
  /// A DNS-1123 subdomain, at most 253 characters: PodTemplates.
  case dnsSubdomain
  /// The name of a profile, `strict` or `builtin/restricted`.
  case profileName
  /// A label or annotation key (Kubernetes: an optional prefix and a name of at most 63).
  case labelKey
  /// A label value, at most 63 characters, may be empty.
  case labelValue
  /// Any text, may be empty.
  case free
  /// An image reference.
  case image
  /// A Kubernetes quantity, `500m`.
  case quantity
  /// A whole number.
  case integer
  /// A Go duration, `100s`.
  case duration
  /// The prefix of the names of co-pilot's containers.
  case containerPrefix
  /// A Flyte tag, `v1.15.3`.
  case flyteVersion
  /// A Kubernetes version, `1.31`.
  case kubernetesVersion
  /// `latest`, or a version of the Pod Security Standards, `v1.31`.
  case podSecurityVersion
  /// A block of ids: a start and a size, or the first and the last: `1000660000/10000`.
  case idBlock
  /// Blocks of ids, with commas between them.
  case idBlocks
  /// A template of a namespace's name, or the name of the one namespace for all.
  case namespaceTemplate
  /// An id, or the first and the last of several: `1000`, `1000-1999`.
  case idRange
  /// A day, `2027-03-31`.
  case day

  /// The fault of a text, in plain words; nil if it has none.
  func fault(in text: String) -> String? {
    if self != .free, text.utf8.count > ConfigLimits.textBytes {
      return "has \(text.utf8.count) bytes; at most \(ConfigLimits.textBytes) are allowed"
    }
    switch self {
    case .free: return nil
    case .any: return text.isEmpty ? "is empty" : nil
    case .path: return Self.path(text)
    case .dnsLabel: return Self.label(text)
    case .dnsSubdomain:
      if text.utf8.count > 253 { return "has more than 253 characters" }
      return text.split(separator: ".", omittingEmptySubsequences: false)
        .lazy.compactMap { Self.label(String($0), limit: 253) }.first
    case .profileName:
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 1 || parts.count == 2 && parts[0] == "builtin" else {
        return "is not a valid profile name"
      }
      return parts.last.flatMap { Self.label(String($0)) }
    case .labelKey: return Self.labelKey(text)
    case .labelValue: return text.isEmpty ? nil : Self.qualified(text)
    case .image:
      if text.isEmpty { return "is empty" }
      return ImageGrammar.fault(in: text).map { "is not a valid image reference: \($0)" }
    case .quantity:
      return TextForms.isQuantity(text)
        ? nil : "is not a valid quantity, such as '500m' or '128Mi'"
    case .integer: return Int64(text) == nil ? "is not a whole number" : nil
    case .duration:
      let isFine = GoDuration.nanoseconds(text).map { $0 >= 0 } ?? false
      return isFine ? nil : "is not a valid duration, such as '100s' or '1h30m'"
    case .containerPrefix:
      if text.isEmpty { return "is empty" }
      return Self.label(text + "downloader").map {
        "cannot start a container name: '\(text)downloader' \($0)"
      }
    case .flyteVersion:
      return TextForms.flyteNumbers(text) == nil
        ? "is not a valid Flyte version, such as 'v1.15.3'" : nil
    case .kubernetesVersion:
      return TextForms.minor(text) == nil
        ? "is not a valid Kubernetes version, such as '1.31'" : nil
    case .podSecurityVersion:
      let isFine =
        text == "latest" || text.hasPrefix("v") && TextForms.minor(text.dropFirst()) != nil
      return isFine ? nil : "must be 'latest' or a version such as 'v1.31'"
    case .idRange:
      return TextForms.idRange(text) == nil
        ? "is not an id or a range of ids, such as '1000' or '1000-1999'" : nil
    case .idBlock:
      return NamespaceRanges.block(text) == nil
        ? "is not a block of ids, such as '1000660000/10000'" : nil
    case .idBlocks:
      return NamespaceRanges.blocks(text) == nil
        ? "is not a list of blocks of ids, such as '1000660000/10000'" : nil
    case .day:
      return CalendarDay(text) == nil ? "is not a day, such as 2027-03-31" : nil
    case .namespaceTemplate:
      let rest = text.replacing("{{ project }}", with: "").replacing("{{ domain }}", with: "")
      if rest.contains("{{") || rest.contains("}}") {
        return
          "has braces that Flyte does not replace: it replaces only '{{ project }}' and '{{ domain }}', with one space on each side"
      }
      // Without either, it is the one namespace of all tasks.
      return rest == text ? Self.label(text) : nil
    }
  }

  /// Addresses as git knows them: `https://…`, `git@host:…`.
  private static func path(_ text: String) -> String? {
    if text.isEmpty { return "is empty" }
    let isAddress =
      text.contains("://") || text.prefix { $0 != "/" }.contains("@") && text.contains(":")
    return isAddress ? "is a URL, but nothing is ever fetched: name a local folder" : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func label(_ text: String, limit: Int = 63) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return "is empty" }
    if text.utf8.count > limit {
      return "has \(text.utf8.count) characters; at most \(limit) are allowed"
    }
    let allowed = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard allowed, first != 0x2D, last != 0x2D else {
      return
        "must contain only lowercase letters, digits and '-', and start and end with a letter or digit"
    }
    return nil
  }

  private static func qualified(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return "is empty" }
    if text.utf8.count > 63 { return "has \(text.utf8.count) characters; at most 63 are allowed" }
    let allowed = text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    guard allowed, isAlphanumeric(first), isAlphanumeric(last) else {
      return
        "must contain only letters, digits, '-', '_' and '.', and start and end with a letter or digit"
    }
    return nil
  }

  private static func labelKey(_ text: String) -> String? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return qualified(text) }
    return TextRule.dnsSubdomain.fault(in: String(parts[0])) ?? qualified(String(parts[1]))
  }
}
