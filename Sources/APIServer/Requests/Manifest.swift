import JSONText

/// Manifests as the API server reads them. The config is read by stricter rules.
public enum Manifest {
  /// Something that makes a text no manifest.
  public struct Fault: Error, Sendable, Hashable {
    /// In plain words.
    public let reason: String
  }

  /// A manifest that was read.
  public struct Reading: Sendable, Hashable {
    /// Its value.
    public let value: ManifestValue
    /// The keys that occur twice in YAML, which strict reading refuses.
    public let complaints: [String]
  }

  /// Reads the bytes of a manifest: JSON where they begin with `{`, else YAML of version 1.1, as
  /// Kubernetes' reader has it.
  public static func read(_ bytes: [UInt8]) throws(Fault) -> Reading {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C]
    guard bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") else {
      return try YAMLManifest.read(bytes)
    }
    do throws(JSONReader.Fault) {
      return Reading(
        value: try JSONReader.read(bytes, as: ManifestValue.self), complaints: [])
    } catch {
      throw Fault(reason: "\(error.reason) (at byte \(error.offset + 1))")
    }
  }
}
