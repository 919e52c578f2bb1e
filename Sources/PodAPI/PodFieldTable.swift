/// Every type and field below PodTemplate in k8s.io/api v0.24 … v0.36, found by reflection over that
/// module's own Go types. A field is as old as the JSON that it is written in, whatever the type
/// around it was called; `make pod-fields` holds all of it to Kubernetes' OpenAPI documents.
///
/// A line without indent names a type. An indented line names one of its fields and the field's Go
/// type: `*` a pointer, `[T]` a list, `{string:T}` a map; then, where it is not in all versions,
/// `since..until`: the first minor version that has it and the first that no longer has it.
let podFieldTable = """
  AWSElasticBlockStoreVolumeSource
   fsType string
   partition int32
   readOnly bool
   volumeID string
  Affinity
   nodeAffinity *NodeAffinity
   podAffinity *PodAffinity
   podAntiAffinity *PodAntiAffinity
  AppArmorProfile
   localhostProfile *string 1.30..
   type string 1.30..
  AzureDiskVolumeSource
   cachingMode *string
   diskName string
   diskURI string
   fsType *string
   kind *string
   readOnly *bool
  AzureFileVolumeSource
   readOnly bool
   secretName string
   shareName string
  CSIVolumeSource
   driver string
   fsType *string
   nodePublishSecretRef *LocalObjectReference
   readOnly *bool
   volumeAttributes {string:string}
  Capabilities
   add [string]
   drop [string]
  CephFSVolumeSource
   monitors [string]
   path string
   readOnly bool
   secretFile string
   secretRef *LocalObjectReference
   user string
  CinderVolumeSource
   fsType string
   readOnly bool
   secretRef *LocalObjectReference
   volumeID string
  ClaimSource
   resourceClaimName *string 1.26..1.31
   resourceClaimTemplateName *string 1.26..1.31
  ClusterTrustBundleProjection
   labelSelector *LabelSelector 1.29..
   name *string 1.29..
   optional *bool 1.29..
   path string 1.29..
   signerName *string 1.29..
  ConfigMapEnvSource
   name string
   optional *bool
  ConfigMapKeySelector
   key string
   name string
   optional *bool
  ConfigMapProjection
   items [KeyToPath]
   name string
   optional *bool
  ConfigMapVolumeSource
   defaultMode *int32
   items [KeyToPath]
   name string
   optional *bool
  Container
   args [string]
   command [string]
   env [EnvVar]
   envFrom [EnvFromSource]
   image string
   imagePullPolicy string
   lifecycle *Lifecycle
   livenessProbe *Probe
   name string
   ports [ContainerPort]
   readinessProbe *Probe
   resizePolicy [ContainerResizePolicy] 1.27..
   resources ResourceRequirements
   restartPolicy *string 1.28..
   restartPolicyRules [ContainerRestartRule] 1.34..
   securityContext *SecurityContext
   startupProbe *Probe
   stdin bool
   stdinOnce bool
   terminationMessagePath string
   terminationMessagePolicy string
   tty bool
   volumeDevices [VolumeDevice]
   volumeMounts [VolumeMount]
   workingDir string
  ContainerPort
   containerPort int32
   hostIP string
   hostPort int32
   name string
   protocol string
  ContainerResizePolicy
   resourceName string 1.27..
   restartPolicy string 1.27..
  ContainerRestartRule
   action string 1.34..
   exitCodes *ContainerRestartRuleOnExitCodes 1.34..
  ContainerRestartRuleOnExitCodes
   operator string 1.34..
   values [int32] 1.34..
  DownwardAPIProjection
   items [DownwardAPIVolumeFile]
  DownwardAPIVolumeFile
   fieldRef *ObjectFieldSelector
   mode *int32
   path string
   resourceFieldRef *ResourceFieldSelector
  DownwardAPIVolumeSource
   defaultMode *int32
   items [DownwardAPIVolumeFile]
  EmptyDirVolumeSource
   medium string
   sizeLimit *quantity
  EnvFromSource
   configMapRef *ConfigMapEnvSource
   prefix string
   secretRef *SecretEnvSource
  EnvVar
   name string
   value string
   valueFrom *EnvVarSource
  EnvVarSource
   configMapKeyRef *ConfigMapKeySelector
   fieldRef *ObjectFieldSelector
   fileKeyRef *FileKeySelector 1.34..
   resourceFieldRef *ResourceFieldSelector
   secretKeyRef *SecretKeySelector
  EphemeralContainer
   args [string]
   command [string]
   env [EnvVar]
   envFrom [EnvFromSource]
   image string
   imagePullPolicy string
   lifecycle *Lifecycle
   livenessProbe *Probe
   name string
   ports [ContainerPort]
   readinessProbe *Probe
   resizePolicy [ContainerResizePolicy] 1.27..
   resources ResourceRequirements
   restartPolicy *string 1.28..
   restartPolicyRules [ContainerRestartRule] 1.34..
   securityContext *SecurityContext
   startupProbe *Probe
   stdin bool
   stdinOnce bool
   targetContainerName string
   terminationMessagePath string
   terminationMessagePolicy string
   tty bool
   volumeDevices [VolumeDevice]
   volumeMounts [VolumeMount]
   workingDir string
  EphemeralVolumeSource
   volumeClaimTemplate *PersistentVolumeClaimTemplate
  ExecAction
   command [string]
  FCVolumeSource
   fsType string
   lun *int32
   readOnly bool
   targetWWNs [string]
   wwids [string]
  FileKeySelector
   key string 1.34..
   optional *bool 1.34..
   path string 1.34..
   volumeName string 1.34..
  FlexVolumeSource
   driver string
   fsType string
   options {string:string}
   readOnly bool
   secretRef *LocalObjectReference
  FlockerVolumeSource
   datasetName string
   datasetUUID string
  GCEPersistentDiskVolumeSource
   fsType string
   partition int32
   pdName string
   readOnly bool
  GRPCAction
   port int32
   service *string
  GitRepoVolumeSource
   directory string
   repository string
   revision string
  GlusterfsVolumeSource
   endpoints string
   path string
   readOnly bool
  HTTPGetAction
   host string
   httpHeaders [HTTPHeader]
   path string
   port intOrString
   scheme string
  HTTPHeader
   name string
   value string
  HostAlias
   hostnames [string]
   ip string
  HostPathVolumeSource
   path string
   type *string
  ISCSIVolumeSource
   chapAuthDiscovery bool
   chapAuthSession bool
   fsType string
   initiatorName *string
   iqn string
   iscsiInterface string
   lun int32
   portals [string]
   readOnly bool
   secretRef *LocalObjectReference
   targetPortal string
  ImageVolumeSource
   pullPolicy string 1.31..
   reference string 1.31..
  KeyToPath
   key string
   mode *int32
   path string
  LabelSelector
   matchExpressions [LabelSelectorRequirement]
   matchLabels {string:string}
  LabelSelectorRequirement
   key string
   operator string
   values [string]
  Lifecycle
   postStart *LifecycleHandler
   preStop *LifecycleHandler
   stopSignal *string 1.33..
  LifecycleHandler
   exec *ExecAction
   httpGet *HTTPGetAction
   sleep *SleepAction 1.29..
   tcpSocket *TCPSocketAction
  LocalObjectReference
   name string
  ManagedFieldsEntry
   apiVersion string
   fieldsType string
   fieldsV1 *any
   manager string
   operation string
   subresource string
   time *time
  NFSVolumeSource
   path string
   readOnly bool
   server string
  NodeAffinity
   preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm]
   requiredDuringSchedulingIgnoredDuringExecution *NodeSelector
  NodeSelector
   nodeSelectorTerms [NodeSelectorTerm]
  NodeSelectorRequirement
   key string
   operator string
   values [string]
  NodeSelectorTerm
   matchExpressions [NodeSelectorRequirement]
   matchFields [NodeSelectorRequirement]
  ObjectFieldSelector
   apiVersion string
   fieldPath string
  ObjectMeta
   annotations {string:string}
   clusterName string ..1.25
   creationTimestamp time
   deletionGracePeriodSeconds *int64
   deletionTimestamp *time
   finalizers [string]
   generateName string
   generation int64
   labels {string:string}
   managedFields [ManagedFieldsEntry]
   name string
   namespace string
   ownerReferences [OwnerReference]
   resourceVersion string
   selfLink string
   uid string
  OwnerReference
   apiVersion string
   blockOwnerDeletion *bool
   controller *bool
   kind string
   name string
   uid string
  PersistentVolumeClaimSpec
   accessModes [string]
   dataSource *TypedLocalObjectReference
   dataSourceRef *TypedObjectReference
   resources VolumeResourceRequirements
   selector *LabelSelector
   storageClassName *string
   volumeAttributesClassName *string 1.29..
   volumeMode *string
   volumeName string
  PersistentVolumeClaimTemplate
   metadata ObjectMeta
   spec PersistentVolumeClaimSpec
  PersistentVolumeClaimVolumeSource
   claimName string
   readOnly bool
  PhotonPersistentDiskVolumeSource
   fsType string
   pdID string
  PodAffinity
   preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
   requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
  PodAffinityTerm
   labelSelector *LabelSelector
   matchLabelKeys [string] 1.29..
   mismatchLabelKeys [string] 1.29..
   namespaceSelector *LabelSelector
   namespaces [string]
   topologyKey string
  PodAntiAffinity
   preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
   requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
  PodCertificateProjection
   certificateChainPath string 1.34..
   credentialBundlePath string 1.34..
   keyPath string 1.34..
   keyType string 1.34..
   maxExpirationSeconds *int32 1.34..
   signerName string 1.34..
   userAnnotations {string:string} 1.35..
  PodDNSConfig
   nameservers [string]
   options [PodDNSConfigOption]
   searches [string]
  PodDNSConfigOption
   name string
   value *string
  PodOS
   name string
  PodReadinessGate
   conditionType string
  PodResourceClaim
   name string 1.26..
   resourceClaimName *string 1.31..
   resourceClaimTemplateName *string 1.31..
   source ClaimSource 1.26..1.31
  PodSchedulingGate
   name string 1.26..
  PodSchedulingGroup
   podGroupName *string 1.36..
  PodSecurityContext
   appArmorProfile *AppArmorProfile 1.30..
   fsGroup *int64
   fsGroupChangePolicy *string
   runAsGroup *int64
   runAsNonRoot *bool
   runAsUser *int64
   seLinuxChangePolicy *string 1.32..
   seLinuxOptions *SELinuxOptions
   seccompProfile *SeccompProfile
   supplementalGroups [int64]
   supplementalGroupsPolicy *string 1.31..
   sysctls [Sysctl]
   windowsOptions *WindowsSecurityContextOptions
  PodSpec
   activeDeadlineSeconds *int64
   affinity *Affinity
   automountServiceAccountToken *bool
   containers [Container]
   dnsConfig *PodDNSConfig
   dnsPolicy string
   enableServiceLinks *bool
   ephemeralContainers [EphemeralContainer]
   hostAliases [HostAlias]
   hostIPC bool
   hostNetwork bool
   hostPID bool
   hostUsers *bool 1.25..
   hostname string
   hostnameOverride *string 1.34..
   imagePullSecrets [LocalObjectReference]
   initContainers [Container]
   nodeName string
   nodeSelector {string:string}
   os *PodOS
   overhead {string:quantity}
   preemptionPolicy *string
   priority *int32
   priorityClassName string
   readinessGates [PodReadinessGate]
   resourceClaims [PodResourceClaim] 1.26..
   resources *ResourceRequirements 1.32..
   restartPolicy string
   runtimeClassName *string
   schedulerName string
   schedulingGates [PodSchedulingGate] 1.26..
   schedulingGroup *PodSchedulingGroup 1.36..
   securityContext *PodSecurityContext
   serviceAccount string
   serviceAccountName string
   setHostnameAsFQDN *bool
   shareProcessNamespace *bool
   subdomain string
   terminationGracePeriodSeconds *int64
   tolerations [Toleration]
   topologySpreadConstraints [TopologySpreadConstraint]
   volumes [Volume]
   workloadRef *WorkloadReference 1.35..1.36
  PodTemplate
   apiVersion string
   kind string
   metadata ObjectMeta
   template PodTemplateSpec
  PodTemplateSpec
   metadata ObjectMeta
   spec PodSpec
  PortworxVolumeSource
   fsType string
   readOnly bool
   volumeID string
  PreferredSchedulingTerm
   preference NodeSelectorTerm
   weight int32
  Probe
   exec *ExecAction
   failureThreshold int32
   grpc *GRPCAction
   httpGet *HTTPGetAction
   initialDelaySeconds int32
   periodSeconds int32
   successThreshold int32
   tcpSocket *TCPSocketAction
   terminationGracePeriodSeconds *int64
   timeoutSeconds int32
  ProjectedVolumeSource
   defaultMode *int32
   sources [VolumeProjection]
  QuobyteVolumeSource
   group string
   readOnly bool
   registry string
   tenant string
   user string
   volume string
  RBDVolumeSource
   fsType string
   image string
   keyring string
   monitors [string]
   pool string
   readOnly bool
   secretRef *LocalObjectReference
   user string
  ResourceClaim
   name string 1.26..
   request string 1.31..
  ResourceFieldSelector
   containerName string
   divisor quantity
   resource string
  ResourceRequirements
   claims [ResourceClaim] 1.26..
   limits {string:quantity}
   requests {string:quantity}
  SELinuxOptions
   level string
   role string
   type string
   user string
  ScaleIOVolumeSource
   fsType string
   gateway string
   protectionDomain string
   readOnly bool
   secretRef *LocalObjectReference
   sslEnabled bool
   storageMode string
   storagePool string
   system string
   volumeName string
  SeccompProfile
   localhostProfile *string
   type string
  SecretEnvSource
   name string
   optional *bool
  SecretKeySelector
   key string
   name string
   optional *bool
  SecretProjection
   items [KeyToPath]
   name string
   optional *bool
  SecretVolumeSource
   defaultMode *int32
   items [KeyToPath]
   optional *bool
   secretName string
  SecurityContext
   allowPrivilegeEscalation *bool
   appArmorProfile *AppArmorProfile 1.30..
   capabilities *Capabilities
   privileged *bool
   procMount *string
   readOnlyRootFilesystem *bool
   runAsGroup *int64
   runAsNonRoot *bool
   runAsUser *int64
   seLinuxOptions *SELinuxOptions
   seccompProfile *SeccompProfile
   windowsOptions *WindowsSecurityContextOptions
  ServiceAccountTokenProjection
   audience string
   expirationSeconds *int64
   path string
  SleepAction
   seconds int64 1.29..
  StorageOSVolumeSource
   fsType string
   readOnly bool
   secretRef *LocalObjectReference
   volumeName string
   volumeNamespace string
  Sysctl
   name string
   value string
  TCPSocketAction
   host string
   port intOrString
  Toleration
   effect string
   key string
   operator string
   tolerationSeconds *int64
   value string
  TopologySpreadConstraint
   labelSelector *LabelSelector
   matchLabelKeys [string] 1.25..
   maxSkew int32
   minDomains *int32
   nodeAffinityPolicy *string 1.25..
   nodeTaintsPolicy *string 1.25..
   topologyKey string
   whenUnsatisfiable string
  TypedLocalObjectReference
   apiGroup *string
   kind string
   name string
  TypedObjectReference
   apiGroup *string
   kind string
   name string
   namespace *string 1.26..
  Volume
   awsElasticBlockStore *AWSElasticBlockStoreVolumeSource
   azureDisk *AzureDiskVolumeSource
   azureFile *AzureFileVolumeSource
   cephfs *CephFSVolumeSource
   cinder *CinderVolumeSource
   configMap *ConfigMapVolumeSource
   csi *CSIVolumeSource
   downwardAPI *DownwardAPIVolumeSource
   emptyDir *EmptyDirVolumeSource
   ephemeral *EphemeralVolumeSource
   fc *FCVolumeSource
   flexVolume *FlexVolumeSource
   flocker *FlockerVolumeSource
   gcePersistentDisk *GCEPersistentDiskVolumeSource
   gitRepo *GitRepoVolumeSource
   glusterfs *GlusterfsVolumeSource
   hostPath *HostPathVolumeSource
   image *ImageVolumeSource 1.31..
   iscsi *ISCSIVolumeSource
   name string
   nfs *NFSVolumeSource
   persistentVolumeClaim *PersistentVolumeClaimVolumeSource
   photonPersistentDisk *PhotonPersistentDiskVolumeSource
   portworxVolume *PortworxVolumeSource
   projected *ProjectedVolumeSource
   quobyte *QuobyteVolumeSource
   rbd *RBDVolumeSource
   scaleIO *ScaleIOVolumeSource
   secret *SecretVolumeSource
   storageos *StorageOSVolumeSource
   vsphereVolume *VsphereVirtualDiskVolumeSource
  VolumeDevice
   devicePath string
   name string
  VolumeMount
   mountPath string
   mountPropagation *string
   name string
   readOnly bool
   recursiveReadOnly *string 1.30..
   subPath string
   subPathExpr string
  VolumeProjection
   clusterTrustBundle *ClusterTrustBundleProjection 1.29..
   configMap *ConfigMapProjection
   downwardAPI *DownwardAPIProjection
   podCertificate *PodCertificateProjection 1.34..
   secret *SecretProjection
   serviceAccountToken *ServiceAccountTokenProjection
  VolumeResourceRequirements
   claims [ResourceClaim] 1.26..1.29
   limits {string:quantity}
   requests {string:quantity}
  VsphereVirtualDiskVolumeSource
   fsType string
   storagePolicyID string
   storagePolicyName string
   volumePath string
  WeightedPodAffinityTerm
   podAffinityTerm PodAffinityTerm
   weight int32
  WindowsSecurityContextOptions
   gmsaCredentialSpec *string
   gmsaCredentialSpecName *string
   hostProcess *bool
   runAsUserName *string
  WorkloadReference
   name string 1.35..1.36
   podGroup string 1.35..1.36
   podGroupReplicaKey string 1.35..1.36
  """
