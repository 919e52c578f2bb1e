import PodAPI

/// The fields that Flyte's own code names, beside those of the Pod API's rules.
extension FieldName {
  static let affinity = FieldName(known: "affinity")
  static let args = FieldName(known: "args")
  static let command = FieldName(known: "command")
  static let dnsConfig = FieldName(known: "dnsConfig")
  static let nodeSelector = FieldName(known: "nodeSelector")
  static let workingDir = FieldName(known: "workingDir")
}
