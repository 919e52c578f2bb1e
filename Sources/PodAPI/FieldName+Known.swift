/// The names of fields that this module and the ones above it know by name: a table, a line each.
extension FieldName {
  /// The fields of a container that hold probes.
  static let probes = [livenessProbe, readinessProbe, startupProbe]
  /// The fields of a spec that hold containers, in the order in which Pod Security reads them.
  public static let containerLists = [initContainers, containers, ephemeralContainers]

  /// `accessModes`.
  public static let accessModes = FieldName(known: "accessModes")
  /// `activeDeadlineSeconds`.
  public static let activeDeadlineSeconds = FieldName(known: "activeDeadlineSeconds")
  /// `add`.
  public static let add = FieldName(known: "add")
  /// `affinity`.
  public static let affinity = FieldName(known: "affinity")
  /// `allowPrivilegeEscalation`.
  public static let allowPrivilegeEscalation = FieldName(known: "allowPrivilegeEscalation")
  /// `annotations`.
  public static let annotations = FieldName(known: "annotations")
  /// `apiVersion`.
  public static let apiVersion = FieldName(known: "apiVersion")
  /// `appArmorProfile`.
  public static let appArmorProfile = FieldName(known: "appArmorProfile")
  /// `azureDisk`.
  public static let azureDisk = FieldName(known: "azureDisk")
  /// `cachingMode`.
  public static let cachingMode = FieldName(known: "cachingMode")
  /// `automountServiceAccountToken`.
  public static let automountServiceAccountToken = FieldName(
    known: "automountServiceAccountToken")
  /// `capabilities`.
  public static let capabilities = FieldName(known: "capabilities")
  /// `claimName`.
  public static let claimName = FieldName(known: "claimName")
  /// `claims`.
  public static let claims = FieldName(known: "claims")
  /// `command`.
  public static let command = FieldName(known: "command")
  /// `configMap`.
  public static let configMap = FieldName(known: "configMap")
  /// `containerPort`.
  public static let containerPort = FieldName(known: "containerPort")
  /// `containers`.
  public static let containers = FieldName(known: "containers")
  /// `defaultMode`.
  public static let defaultMode = FieldName(known: "defaultMode")
  /// `dnsConfig`.
  public static let dnsConfig = FieldName(known: "dnsConfig")
  /// `dnsPolicy`.
  public static let dnsPolicy = FieldName(known: "dnsPolicy")
  /// `downwardAPI`.
  public static let downwardAPI = FieldName(known: "downwardAPI")
  /// `drop`.
  public static let drop = FieldName(known: "drop")
  /// `effect`.
  public static let effect = FieldName(known: "effect")
  /// `emptyDir`.
  public static let emptyDir = FieldName(known: "emptyDir")
  /// `enableServiceLinks`.
  public static let enableServiceLinks = FieldName(known: "enableServiceLinks")
  /// `env`.
  public static let env = FieldName(known: "env")
  /// `ephemeral`.
  public static let ephemeral = FieldName(known: "ephemeral")
  /// `ephemeralContainers`.
  public static let ephemeralContainers = FieldName(known: "ephemeralContainers")
  /// `exec`.
  public static let exec = FieldName(known: "exec")
  /// `expirationSeconds`.
  public static let expirationSeconds = FieldName(known: "expirationSeconds")
  /// `failureThreshold`.
  public static let failureThreshold = FieldName(known: "failureThreshold")
  /// `fieldRef`.
  public static let fieldRef = FieldName(known: "fieldRef")
  /// `fileKeyRef`.
  public static let fileKeyRef = FieldName(known: "fileKeyRef")
  /// `fsGroup`.
  public static let fsGroup = FieldName(known: "fsGroup")
  /// `fsGroupChangePolicy`.
  public static let fsGroupChangePolicy = FieldName(known: "fsGroupChangePolicy")
  /// `fsType`.
  public static let fsType = FieldName(known: "fsType")
  /// `grpc`.
  public static let grpc = FieldName(known: "grpc")
  /// `host`.
  public static let host = FieldName(known: "host")
  /// `hostIP`.
  public static let hostIP = FieldName(known: "hostIP")
  /// `hostIPC`.
  public static let hostIPC = FieldName(known: "hostIPC")
  /// `hostNetwork`.
  public static let hostNetwork = FieldName(known: "hostNetwork")
  /// `hostPID`.
  public static let hostPID = FieldName(known: "hostPID")
  /// `hostPath`.
  public static let hostPath = FieldName(known: "hostPath")
  /// `hostPort`.
  public static let hostPort = FieldName(known: "hostPort")
  /// `hostProcess`.
  public static let hostProcess = FieldName(known: "hostProcess")
  /// `hostUsers`.
  public static let hostUsers = FieldName(known: "hostUsers")
  /// `hostname`.
  public static let hostname = FieldName(known: "hostname")
  /// `httpGet`.
  public static let httpGet = FieldName(known: "httpGet")
  /// `image`.
  public static let image = FieldName(known: "image")
  /// `imagePullPolicy`.
  public static let imagePullPolicy = FieldName(known: "imagePullPolicy")
  /// `initContainers`.
  public static let initContainers = FieldName(known: "initContainers")
  /// `initialDelaySeconds`.
  public static let initialDelaySeconds = FieldName(known: "initialDelaySeconds")
  /// `iscsi`.
  public static let iscsi = FieldName(known: "iscsi")
  /// `iscsiInterface`.
  public static let iscsiInterface = FieldName(known: "iscsiInterface")
  /// `items`.
  public static let items = FieldName(known: "items")
  /// `key`.
  public static let key = FieldName(known: "key")
  /// `keyring`.
  public static let keyring = FieldName(known: "keyring")
  /// `kind`.
  public static let kind = FieldName(known: "kind")
  /// `labels`.
  public static let labels = FieldName(known: "labels")
  /// `lifecycle`.
  public static let lifecycle = FieldName(known: "lifecycle")
  /// `limits`.
  public static let limits = FieldName(known: "limits")
  /// `livenessProbe`.
  public static let livenessProbe = FieldName(known: "livenessProbe")
  /// `localhostProfile`.
  public static let localhostProfile = FieldName(known: "localhostProfile")
  /// `maxExpirationSeconds`.
  public static let maxExpirationSeconds = FieldName(known: "maxExpirationSeconds")
  /// `medium`.
  public static let medium = FieldName(known: "medium")
  /// `metadata`.
  public static let metadata = FieldName(known: "metadata")
  /// `mountPath`.
  public static let mountPath = FieldName(known: "mountPath")
  /// `mountPropagation`.
  public static let mountPropagation = FieldName(known: "mountPropagation")
  /// `name`.
  public static let name = FieldName(known: "name")
  /// `nameservers`.
  public static let nameservers = FieldName(known: "nameservers")
  /// `namespace`.
  public static let namespace = FieldName(known: "namespace")
  /// `nodeSelector`.
  public static let nodeSelector = FieldName(known: "nodeSelector")
  /// `operator`.
  public static let `operator` = FieldName(known: "operator")
  /// `optional`.
  public static let `optional` = FieldName(known: "optional")
  /// `os`.
  public static let os = FieldName(known: "os")
  /// `path`.
  public static let path = FieldName(known: "path")
  /// `periodSeconds`.
  public static let periodSeconds = FieldName(known: "periodSeconds")
  /// `persistentVolumeClaim`.
  public static let persistentVolumeClaim = FieldName(known: "persistentVolumeClaim")
  /// `podCertificate`.
  public static let podCertificate = FieldName(known: "podCertificate")
  /// `pool`.
  public static let pool = FieldName(known: "pool")
  /// `port`.
  public static let port = FieldName(known: "port")
  /// `ports`.
  public static let ports = FieldName(known: "ports")
  /// `postStart`.
  public static let postStart = FieldName(known: "postStart")
  /// `preStop`.
  public static let preStop = FieldName(known: "preStop")
  /// `priorityClassName`.
  public static let priorityClassName = FieldName(known: "priorityClassName")
  /// `privileged`.
  public static let privileged = FieldName(known: "privileged")
  /// `procMount`.
  public static let procMount = FieldName(known: "procMount")
  /// `projected`.
  public static let projected = FieldName(known: "projected")
  /// `protocol`.
  public static let `protocol` = FieldName(known: "protocol")
  /// `pullPolicy`.
  public static let pullPolicy = FieldName(known: "pullPolicy")
  /// `rbd`.
  public static let rbd = FieldName(known: "rbd")
  /// `readOnly`.
  public static let readOnly = FieldName(known: "readOnly")
  /// `readOnlyRootFilesystem`.
  public static let readOnlyRootFilesystem = FieldName(known: "readOnlyRootFilesystem")
  /// `readinessProbe`.
  public static let readinessProbe = FieldName(known: "readinessProbe")
  /// `recursiveReadOnly`.
  public static let recursiveReadOnly = FieldName(known: "recursiveReadOnly")
  /// `reference`.
  public static let reference = FieldName(known: "reference")
  /// `request`.
  public static let request = FieldName(known: "request")
  /// `requests`.
  public static let requests = FieldName(known: "requests")
  /// `resizePolicy`.
  public static let resizePolicy = FieldName(known: "resizePolicy")
  /// `resourceClaims`.
  public static let resourceClaims = FieldName(known: "resourceClaims")
  /// `resourceName`.
  public static let resourceName = FieldName(known: "resourceName")
  /// `resources`.
  public static let resources = FieldName(known: "resources")
  /// `restartPolicy`.
  public static let restartPolicy = FieldName(known: "restartPolicy")
  /// `restartPolicyRules`.
  public static let restartPolicyRules = FieldName(known: "restartPolicyRules")
  /// `role`.
  public static let role = FieldName(known: "role")
  /// `runAsGroup`.
  public static let runAsGroup = FieldName(known: "runAsGroup")
  /// `runAsNonRoot`.
  public static let runAsNonRoot = FieldName(known: "runAsNonRoot")
  /// `runAsUser`.
  public static let runAsUser = FieldName(known: "runAsUser")
  /// `runtimeClassName`.
  public static let runtimeClassName = FieldName(known: "runtimeClassName")
  /// `scaleIO`.
  public static let scaleIO = FieldName(known: "scaleIO")
  /// `schedulerName`.
  public static let schedulerName = FieldName(known: "schedulerName")
  /// `scheme`.
  public static let scheme = FieldName(known: "scheme")
  /// `seLinuxChangePolicy`.
  public static let seLinuxChangePolicy = FieldName(known: "seLinuxChangePolicy")
  /// `seLinuxOptions`.
  public static let seLinuxOptions = FieldName(known: "seLinuxOptions")
  /// `seccompProfile`.
  public static let seccompProfile = FieldName(known: "seccompProfile")
  /// `seconds`.
  public static let seconds = FieldName(known: "seconds")
  /// `secret`.
  public static let secret = FieldName(known: "secret")
  /// `secretName`.
  public static let secretName = FieldName(known: "secretName")
  /// `securityContext`.
  public static let securityContext = FieldName(known: "securityContext")
  /// `service`.
  public static let service = FieldName(known: "service")
  /// `serviceAccount`.
  public static let serviceAccount = FieldName(known: "serviceAccount")
  /// `serviceAccountName`.
  public static let serviceAccountName = FieldName(known: "serviceAccountName")
  /// `serviceAccountToken`.
  public static let serviceAccountToken = FieldName(known: "serviceAccountToken")
  /// `sizeLimit`.
  public static let sizeLimit = FieldName(known: "sizeLimit")
  /// `shareProcessNamespace`.
  public static let shareProcessNamespace = FieldName(known: "shareProcessNamespace")
  /// `sleep`.
  public static let sleep = FieldName(known: "sleep")
  /// `sources`.
  public static let sources = FieldName(known: "sources")
  /// `spec`.
  public static let spec = FieldName(known: "spec")
  /// `startupProbe`.
  public static let startupProbe = FieldName(known: "startupProbe")
  /// `storageMode`.
  public static let storageMode = FieldName(known: "storageMode")
  /// `subPath`.
  public static let subPath = FieldName(known: "subPath")
  /// `subPathExpr`.
  public static let subPathExpr = FieldName(known: "subPathExpr")
  /// `subdomain`.
  public static let subdomain = FieldName(known: "subdomain")
  /// `successThreshold`.
  public static let successThreshold = FieldName(known: "successThreshold")
  /// `supplementalGroups`.
  public static let supplementalGroups = FieldName(known: "supplementalGroups")
  /// `supplementalGroupsPolicy`.
  public static let supplementalGroupsPolicy = FieldName(known: "supplementalGroupsPolicy")
  /// `sysctls`.
  public static let sysctls = FieldName(known: "sysctls")
  /// `tcpSocket`.
  public static let tcpSocket = FieldName(known: "tcpSocket")
  /// `template`.
  public static let template = FieldName(known: "template")
  /// `terminationGracePeriodSeconds`.
  public static let terminationGracePeriodSeconds = FieldName(
    known: "terminationGracePeriodSeconds")
  /// `terminationMessagePath`.
  public static let terminationMessagePath = FieldName(known: "terminationMessagePath")
  /// `terminationMessagePolicy`.
  public static let terminationMessagePolicy = FieldName(known: "terminationMessagePolicy")
  /// `timeoutSeconds`.
  public static let timeoutSeconds = FieldName(known: "timeoutSeconds")
  /// `tolerationSeconds`.
  public static let tolerationSeconds = FieldName(known: "tolerationSeconds")
  /// `tolerations`.
  public static let tolerations = FieldName(known: "tolerations")
  /// `type`.
  public static let type = FieldName(known: "type")
  /// `user`.
  public static let user = FieldName(known: "user")
  /// `value`.
  public static let value = FieldName(known: "value")
  /// `valueFrom`.
  public static let valueFrom = FieldName(known: "valueFrom")
  /// `volumeClaimTemplate`.
  public static let volumeClaimTemplate = FieldName(known: "volumeClaimTemplate")
  /// `volumeMode`.
  public static let volumeMode = FieldName(known: "volumeMode")
  /// `volumeMounts`.
  public static let volumeMounts = FieldName(known: "volumeMounts")
  /// `volumes`.
  public static let volumes = FieldName(known: "volumes")
  /// `windowsOptions`.
  public static let windowsOptions = FieldName(known: "windowsOptions")
}
