import PodAPI

/// The names of fields that only this room knows by name.
extension FieldName {
  static let audience = FieldName(known: "audience")
  static let driver = FieldName(known: "driver")
  static let fieldPath = FieldName(known: "fieldPath")
  static let flexVolume = FieldName(known: "flexVolume")
  static let level = FieldName(known: "level")
  static let namespaceSelector = FieldName(known: "namespaceSelector")
  static let namespaces = FieldName(known: "namespaces")
  static let overhead = FieldName(known: "overhead")
  static let podAffinity = FieldName(known: "podAffinity")
  static let podAffinityTerm = FieldName(known: "podAffinityTerm")
  static let podAntiAffinity = FieldName(known: "podAntiAffinity")
  static let preferredDuringSchedulingIgnoredDuringExecution = FieldName(
    known: "preferredDuringSchedulingIgnoredDuringExecution")
  static let requiredDuringSchedulingIgnoredDuringExecution = FieldName(
    known: "requiredDuringSchedulingIgnoredDuringExecution")
}
