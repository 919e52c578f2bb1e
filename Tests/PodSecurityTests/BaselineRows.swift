/// Rows of the checks of `baseline`.
let baselineRows: [CheckRow] = appArmorRows + fieldRows + seLinuxRows + seccompRows + sysctlRows

private let appArmorKey = "container.apparmor.security.beta.kubernetes.io/c"

private let appArmorRows = [
  CheckRow(
    "appArmorProfile", 29, server: 29, CheckRow.container("{}"),
    annotations: [appArmorKey: "unconfined"],
    says: #"forbidden AppArmor profile (\#(appArmorKey)="unconfined")"#),
  CheckRow(
    "appArmorProfile", 29, server: 29, CheckRow.container("{}"),
    annotations: [appArmorKey: "unconfined", "\(appArmorKey)2": "a\tb"],
    says:
      #"forbidden AppArmor profiles (\#(appArmorKey)2="a\tb", \#(appArmorKey)="unconfined")"#),
  // Its API has no such field.
  CheckRow(
    "appArmorProfile", 29, server: 29,
    CheckRow.container(#"{"appArmorProfile": {"type": "Unconfined"}}"#)),
  CheckRow(
    "appArmorProfile", 0,
    CheckRow.container(
      #"{"appArmorProfile": {"type": "Unconfined"}}"#, pod: #"{"appArmorProfile": {}}"#),
    annotations: [appArmorKey: "unconfined"],
    says: #"forbidden AppArmor profiles (pod and container "c" and annotation must not set "#
      + #"AppArmor profile type to "", "Unconfined", "\#(appArmorKey)="unconfined"")"#),
  CheckRow(
    "appArmorProfile", 30, server: 30,
    CheckRow.container(#"{"appArmorProfile": {"type": "Unconfined"}}"#),
    says: #"forbidden AppArmor profile (container "c" must not set AppArmor profile type to "#
      + #""Unconfined")"#),
  CheckRow(
    "appArmorProfile", 30, CheckRow.container(#"{"appArmorProfile": {"type": "Localhost"}}"#),
    annotations: [appArmorKey: "localhost/mine", "\(appArmorKey)2": ""]),
]

private let fieldRows = [
  CheckRow(
    "capabilities_baseline", 0,
    CheckRow.container(#"{"capabilities": {"add": ["NET_RAW", "ALL"]}}"#),
    says: #"non-default capabilities (container "c" must not include "ALL", "NET_RAW" in "#
      + "securityContext.capabilities.add)"),
  CheckRow(
    "capabilities_baseline", 0, CheckRow.container(#"{"capabilities": {"add": ["KILL"]}}"#)),
  CheckRow(
    "hostNamespaces", 0, CheckRow.container("{}", more: #""hostIPC": true, "hostNetwork": true"#),
    says: "host namespaces (hostNetwork=true, hostIPC=true)"),
  CheckRow("hostNamespaces", 0, CheckRow.container("{}", more: #""hostPID": false"#)),
  CheckRow(
    "hostPathVolumes", 0,
    CheckRow.container(
      "{}", more: #""volumes": [{"name": "a", "hostPath": {}}, {"name": "b", "emptyDir": {}}]"#),
    says: #"hostPath volumes (volume "a")"#),
  CheckRow(
    "hostPathVolumes", 0,
    CheckRow.container("{}", more: #""volumes": [{"name": "b", "emptyDir": {}}]"#)),
  CheckRow(
    "hostPorts", 0,
    CheckRow.fields(#""ports": [{"hostPort": 80}, {"hostPort": 9}, {"hostPort": 443}]"#),
    says: #"hostPort (container "c" uses hostPorts 443, 80, 9)"#),
  CheckRow("hostPorts", 0, CheckRow.fields(#""ports": [{"hostPort": 0, "containerPort": 80}]"#)),
  CheckRow(
    "hostProbesAndHostLifecycle", 34,
    CheckRow.fields(#""lifecycle": {"preStop": {"httpGet": {"host": "127.0.0.1"}}}"#),
    says: #"probe or lifecycle host (container "c" uses probe or lifecycle host "127.0.0.1")"#),
  CheckRow(
    "hostProbesAndHostLifecycle", 33,
    CheckRow.fields(#""startupProbe": {"httpGet": {"host": "a"}}"#)),
  CheckRow(
    "hostProbesAndHostLifecycle", 34, CheckRow.fields(#""startupProbe": {"httpGet": {"port": 1}}"#)),
  CheckRow(
    "privileged", 0, CheckRow.container(#"{"privileged": true}"#),
    says: #"privileged (container "c" must not set securityContext.privileged=true)"#),
  CheckRow("privileged", 0, CheckRow.container(#"{"privileged": false}"#)),
  CheckRow(
    "procMount", 34,
    CheckRow.container(#"{"procMount": "Unmasked"}"#, more: #""hostUsers": false"#),
    says: #"procMount (container "c" must not set securityContext.procMount to "Unmasked")"#),
  CheckRow("procMount", 34, CheckRow.container(#"{"procMount": "Default"}"#)),
  CheckRow(
    "procMount", 35, CheckRow.container(#"{"procMount": ""}"#),
    says: #"procMount (container "c" must not set securityContext.procMount to "")"#),
  CheckRow(
    "procMount", 35,
    CheckRow.container(#"{"procMount": "Unmasked"}"#, more: #""hostUsers": false"#)),
  CheckRow(
    "windowsHostProcess", 0,
    CheckRow.container("{}", pod: #"{"windowsOptions": {"hostProcess": true}}"#),
    says: "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)"),
  CheckRow(
    "windowsHostProcess", 0, CheckRow.container(#"{"windowsOptions": {"hostProcess": false}}"#)),
]

private let engine = #"{"seLinuxOptions": {"type": "container_engine_t"}}"#
private let user = #"{"seLinuxOptions": {"user": "u", "role": "r"}}"#

private let seLinuxRows = [
  CheckRow(
    "seLinuxOptions", 25, server: 25, CheckRow.container(user),
    says: #"seLinuxOptions (container "c" set forbidden securityContext.seLinuxOptions: )"#),
  CheckRow(
    "seLinuxOptions", 25, server: 25,
    CheckRow.container(#"{"seLinuxOptions": {"type": "t", "role": "r"}}"#),
    says: #"seLinuxOptions (container "c" set forbidden securityContext.seLinuxOptions: "#
      + #"type "t"; role may not be set)"#),
  CheckRow(
    "seLinuxOptions", 25, server: 25, CheckRow.container(#"{"seLinuxOptions": {"level": "s0"}}"#)),
  CheckRow(
    "seLinuxOptions", 25, server: 26, CheckRow.container(user),
    says: #"seLinuxOptions (container "c" set forbidden securityContext.seLinuxOptions: "#
      + "user may not be set; role may not be set)"),
  CheckRow(
    "seLinuxOptions", 30, CheckRow.container("{}", pod: engine),
    says: "seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: "
      + #"type "container_engine_t")"#),
  CheckRow(
    "seLinuxOptions", 30, CheckRow.container(#"{"seLinuxOptions": {"type": "container_t"}}"#)),
  CheckRow("seLinuxOptions", 31, CheckRow.container("{}", pod: engine)),
  CheckRow(
    "seLinuxOptions", 31, server: 31, CheckRow.container(#"{"seLinuxOptions": {"type": "t"}}"#),
    says: #"seLinuxOptions (container "c" set forbidden securityContext.seLinuxOptions: "#
      + #"type "t")"#),
]

private let seccompKey = "container.seccomp.security.alpha.kubernetes.io/c"
private let unconfined = #"{"seccompProfile": {"type": "Unconfined"}}"#

private let seccompRows = [
  CheckRow(
    "seccompProfile_baseline", 18, CheckRow.container("{}"),
    annotations: [seccompKey: "", "\(seccompKey)2": "unconfined"],
    says: #"seccompProfile (forbidden annotation \#(seccompKey)="")"#),
  CheckRow(
    "seccompProfile_baseline", 18, CheckRow.container(unconfined),
    annotations: [seccompKey: "docker/default"]),
  CheckRow(
    "seccompProfile_baseline", 19, CheckRow.container(unconfined, pod: unconfined),
    says: #"seccompProfile (pod and container "c" must not set "#
      + #"securityContext.seccompProfile.type to "Unconfined")"#),
  CheckRow(
    "seccompProfile_baseline", 19, CheckRow.container("{}"),
    annotations: [seccompKey: "unconfined"]),
]

/// A pod with a sysctl.
private func sysctl(_ name: String) -> String {
  CheckRow.container("{}", pod: #"{"sysctls": [{"name": "\#(name)", "value": "1"}]}"#)
}

/// The sysctls that a version added: one version before they are refused, from it on let pass.
private let sysctlRows: [CheckRow] =
  [
    (27, "net.ipv4.ip_local_reserved_ports"), (29, "net.ipv4.tcp_keepalive_time"),
    (29, "net.ipv4.tcp_fin_timeout"), (29, "net.ipv4.tcp_keepalive_intvl"),
    (29, "net.ipv4.tcp_keepalive_probes"), (32, "net.ipv4.tcp_rmem"), (32, "net.ipv4.tcp_wmem"),
    (37, "net.ipv4.tcp_slow_start_after_idle"), (37, "net.ipv4.tcp_notsent_lowat"),
  ].flatMap { since, name in
    [
      CheckRow("sysctls", since - 1, sysctl(name), says: "forbidden sysctls (\(name))"),
      CheckRow(
        "sysctls", since, server: since - 1, sysctl(name), says: "forbidden sysctls (\(name))"),
      CheckRow("sysctls", since, sysctl(name)),
      CheckRow(
        "sysctls", since, sysctl("kernel.msgmax"), says: "forbidden sysctls (kernel.msgmax)"),
    ]
  } + [
    CheckRow("sysctls", 0, sysctl("kernel.shm_rmid_forced")),
    CheckRow(
      "sysctls", 0, sysctl("kernel/shm_rmid_forced"),
      says: "forbidden sysctls (kernel/shm_rmid_forced)"),
  ]
