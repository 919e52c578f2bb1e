/// Rows of the checks of `restricted`.
let restrictedRows: [CheckRow] = contextRows + volumeRows + userRows + restrictedSeccompRows

private let windows = #""os": {"name": "windows"}"#
private let ownUsers = #""hostUsers": false"#

private let contextRows = [
  CheckRow(
    "allowPrivilegeEscalation", 8, CheckRow.container("{}", more: windows),
    says: #"allowPrivilegeEscalation != false (container "c" must set "#
      + "securityContext.allowPrivilegeEscalation=false)"),
  CheckRow("allowPrivilegeEscalation", 7, CheckRow.container("{}")),
  CheckRow(
    "allowPrivilegeEscalation", 24, CheckRow.container(#"{"allowPrivilegeEscalation": false}"#)),
  CheckRow(
    "allowPrivilegeEscalation", 25, CheckRow.container(#"{"allowPrivilegeEscalation": true}"#),
    says: #"allowPrivilegeEscalation != false (container "c" must set "#
      + "securityContext.allowPrivilegeEscalation=false)"),
  CheckRow("allowPrivilegeEscalation", 25, CheckRow.container("{}", more: windows)),
  CheckRow(
    "capabilities_restricted", 22, CheckRow.container("{}", more: windows),
    says: #"unrestricted capabilities (container "c" must set "#
      + #"securityContext.capabilities.drop=["ALL"])"#),
  CheckRow("capabilities_restricted", 21, CheckRow.container("{}")),
  CheckRow(
    "capabilities_restricted", 22,
    CheckRow.container(#"{"capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}}"#)),
  CheckRow(
    "capabilities_restricted", 25,
    CheckRow.container(#"{"capabilities": {"drop": ["all"], "add": ["KILL", "CHOWN"]}}"#),
    says: #"unrestricted capabilities (container "c" must set "#
      + #"securityContext.capabilities.drop=["ALL"]; container "c" must not include "#
      + #""CHOWN", "KILL" in securityContext.capabilities.add)"#),
  CheckRow("capabilities_restricted", 25, CheckRow.container("{}", more: windows)),
  CheckRow(
    "procMount_restricted", 35,
    CheckRow.container(#"{"procMount": "Unmasked"}"#, more: ownUsers),
    says: #"procMount (container "c" must not set securityContext.procMount to "Unmasked")"#),
  CheckRow("procMount_restricted", 35, CheckRow.container(#"{"procMount": "Default"}"#)),
  CheckRow("procMount_restricted", 34, CheckRow.container(#"{"procMount": "Unmasked"}"#)),
]

private let image = CheckRow.container("{}", more: #""volumes": [{"name": "v", "image": {}}]"#)
private let paths = CheckRow.container(
  "{}", more: #""volumes": [{"name": "v", "nfs": {}}, {"name": "w", "hostPath": {}}]"#)

private let volumeRows = [
  CheckRow(
    "restrictedVolumes", 32, server: 32, image,
    says: #"restricted volume types (volume "v" uses restricted volume type "unknown")"#),
  CheckRow(
    "restrictedVolumes", 32, server: 32,
    CheckRow.container("{}", more: #""volumes": [{"name": "v", "csi": {}}]"#)),
  CheckRow("restrictedVolumes", 0, server: 33, image),
  CheckRow(
    "restrictedVolumes", 0, paths,
    says:
      #"restricted volume types (volumes "v", "w" use restricted volume types "hostPath", "nfs")"#),
]

private let root = #"{"runAsUser": 0}"#

private let userRows = [
  CheckRow(
    "runAsNonRoot", 0, CheckRow.container("{}", more: ownUsers),
    says: #"runAsNonRoot != true (pod or container "c" must set "#
      + "securityContext.runAsNonRoot=true)"),
  CheckRow("runAsNonRoot", 34, CheckRow.container(#"{"runAsNonRoot": true}"#)),
  CheckRow(
    "runAsNonRoot", 35,
    CheckRow.container(#"{"runAsNonRoot": true}"#, pod: #"{"runAsNonRoot": false}"#),
    says: "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)"),
  CheckRow("runAsNonRoot", 35, CheckRow.container(#"{"runAsNonRoot": false}"#, more: ownUsers)),
  CheckRow(
    "runAsUser", 23, CheckRow.container(root, more: ownUsers),
    says: #"runAsUser=0 (container "c" must not set runAsUser=0)"#),
  CheckRow("runAsUser", 22, CheckRow.container(root)),
  CheckRow("runAsUser", 34, CheckRow.container(#"{"runAsUser": 1}"#)),
  CheckRow(
    "runAsUser", 35, CheckRow.container(root, pod: root),
    says: #"runAsUser=0 (pod and container "c" must not set runAsUser=0)"#),
  CheckRow("runAsUser", 35, CheckRow.container(root, more: ownUsers)),
]

private let restrictedSeccompRows = [
  CheckRow(
    "seccompProfile_restricted", 19, CheckRow.container("{}", more: windows),
    says: #"seccompProfile (pod or container "c" must set securityContext.seccompProfile.type "#
      + #"to "RuntimeDefault" or "Localhost")"#),
  CheckRow("seccompProfile_restricted", 18, CheckRow.container("{}")),
  CheckRow(
    "seccompProfile_restricted", 24,
    CheckRow.container("{}", pod: #"{"seccompProfile": {"type": "Localhost"}}"#)),
  CheckRow(
    "seccompProfile_restricted", 25,
    CheckRow.container(#"{"seccompProfile": {"type": "Unconfined"}}"#),
    says: #"seccompProfile (container "c" must not set securityContext.seccompProfile.type "#
      + #"to "Unconfined")"#),
  CheckRow("seccompProfile_restricted", 25, CheckRow.container("{}", more: windows)),
]
