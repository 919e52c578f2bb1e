import Diagnostics
import PodAPI

// Names of iSCSI targets and initiators.

extension ValidationPass {
  mutating func iscsi(_ source: PodObject) {
    if source.text(.iqn).isEmpty {
      refuse(
        .required, at: .iqn, "is missing; write, for example, iqn.2001-04.com.example:storage.disk1"
      )
    } else {
      targetName(source.text(.iqn), at: .field(.iqn), of: .iqn)
    }
    let needsSecret = source.flag(.chapAuthDiscovery) || source.flag(.chapAuthSession)
    if needsSecret, source[.secretRef] == nil {
      refuse(.required, at: .secretRef, "is missing; CHAP needs the secret that has its password")
    }
    if let name = source[.initiatorName]?.string {
      targetName(name, at: .word("initiatorname"), of: .initiatorName)
    }
  }

  private mutating func targetName(_ name: String, at step: Step, of field: FieldName) {
    guard let kind = ISCSIName.kinds.first(where: { name.utf8.starts(with: $0.utf8) }) else {
      refuse(
        .invalid, at: step, truly: [.field(field)],
        "\(quoted: name) must start with iqn, eui or naa")
      return
    }
    if !ISCSIName.isName(name, kind: kind) {
      refuse(
        .invalid, at: step, truly: [.field(field)],
        "\(quoted: name) is not a valid \(kind) name, such as \(ISCSIName.example(kind))")
    }
  }

  mutating func longPortal(_ source: PodObject, of volume: PodObject) {
    guard source[.initiatorName] != nil else { return }
    let size = volume.text(.name).utf8.count + 1 + source.text(.targetPortal).utf8.count
    if size > 64 {
      refuse(
        .invalid, at: .name,
        "is too long: with the targetPortal and ':' it has \(size) characters, and 64 is the limit")
    }
  }
}

/// The forms of iSCSI names.
enum ISCSIName {
  static let kinds = ["iqn", "eui", "naa"]

  /// A name of a kind.
  static func example(_ kind: String) -> String {
    switch kind {
    case "iqn": "iqn.2001-04.com.example:storage.disk1"
    case "eui": "eui.02004567A425678D"
    default: "naa.62004567BA64678D0123456789ABCDEF"
    }
  }

  static func isName(_ name: String, kind: String) -> Bool {
    let bytes = Array(name.utf8)
    switch kind {
    case "iqn": return isQualified(bytes)
    case "eui": return isHex(bytes, 16)
    default: return isHex(bytes, 32)
    }
  }

  /// `^eui.[[:alnum:]]{16}$`: any one character stands between.
  private static func isHex(_ bytes: [UInt8], _ count: Int) -> Bool {
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    let rest = text.unicodeScalars.dropFirst()
    return !text.isEmpty && text.unicodeScalars.first != "\n" && rest.count == count
      && rest.allSatisfy { $0.isASCII && Bytes.isWord(UInt8($0.value)) }
  }

  /// `iqn\.\d{4}-\d{2}\.([[:alnum:]-.]+)(:[^,;*&$|\s]+)$`, found anywhere.
  private static func isQualified(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { start in
      bytes[start...].starts(with: "iqn.".utf8) && isQualified(rest: bytes[(start + 4)...])
    }
  }

  private static func isQualified(rest: ArraySlice<UInt8>) -> Bool {
    let date = Array(rest.prefix(8))
    guard date.count == 8, date[4] == 0x2D, date[7] == 0x2E,
      (Array(date[..<4]) + Array(date[5..<7])).allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    let body = rest.dropFirst(8)
    let authority = body.prefix { Bytes.isWord($0) || $0 == 0x2D || $0 == 0x2E }
    let tail = body.dropFirst(authority.count)
    guard !authority.isEmpty, tail.first == UInt8(ascii: ":"), tail.count > 1 else { return false }
    return tail.dropFirst().allSatisfy { byte in
      !",;*&$|".utf8.contains(byte) && ![0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
    }
  }
}
