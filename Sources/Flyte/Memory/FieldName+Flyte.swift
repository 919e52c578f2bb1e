import PodAPI

/// The fields that Flyte's own code names, beside those of the Pod API's rules.
extension FieldName {
  static let args = FieldName(known: "args")
  static let configMapRef = FieldName(known: "configMapRef")
  static let envFrom = FieldName(known: "envFrom")
  static let imagePullSecrets = FieldName(known: "imagePullSecrets")
  static let matchExpressions = FieldName(known: "matchExpressions")
  static let nodeAffinity = FieldName(known: "nodeAffinity")
  static let nodeSelectorTerms = FieldName(known: "nodeSelectorTerms")
  static let optional = FieldName(known: "optional")
  static let requiredNodes = FieldName(known: "requiredDuringSchedulingIgnoredDuringExecution")
  static let secretKeyRef = FieldName(known: "secretKeyRef")
  static let secretRef = FieldName(known: "secretRef")
  static let workingDir = FieldName(known: "workingDir")
}
