// swift-format-ignore-file

/// The audit output recorded for each kind of finding. `make docs` writes this file.
let recordedFindings: [(name: String, text: String)] = [
  (
    "templates-ignored",
    #"""
error: v2.0.28 ignores PodTemplates: only settings and patches have an effect (flyte-template) in 1 namespace [templates-ignored]
    fix      move to Flyte v2.0.29 or later
"""#
  ),
  (
    "namespace-scope",
    #"""
error: 'rbacScope: namespace' keeps Flyte from reading PodTemplates: none has an effect (flyte-template) in 1 namespace (values.yaml:2:32) [namespace-scope]
    fix      set 'flytepropeller.serviceAccount.rbacScope: cluster', or give flytepropeller a ClusterRole with get, list and watch on 'podtemplates'
"""#
  ),
  (
    "map-task-namespace",
    #"""
warning: pods of old map tasks run in the namespace 'tasks-jobs', which the config does not have: whether it lets them in is not known (other, team) in 1 namespace (values.yaml:13:39) [map-task-namespace]
    fix      use array node map tasks, remove 'namespaceTemplate', or give both namespaces the same profile
"""#
  ),
  (
    "not-honored",
    #"""
warning: 'containers.securityContext.allowPrivilegeEscalation', 'containers.securityContext.capabilities.drop', 'containers.securityContext.readOnlyRootFilesystem' and 'containers.volumeMounts' do not reach init containers: before v1.14.0 no template reaches them (flyte-default) in 5 namespaces (config.yaml:10:50) [not-honored]
    fix      deploy the patch 'init-container-templates', or move to v1.14.0
"""#
  ),
  (
    "duplicate-name",
    #"""
error: two volumes are named 'flyte-inputs', so the API server refuses the pod (flyte-template) in 1 namespace (templates.yaml:9:23) [duplicate-name]
    fix      rename the volume 'flyte-inputs' in the PodTemplate, or remove it
"""#
  ),
  (
    "copilot-root",
    #"""
error: co-pilot's container 'flyte-copilot-downloader' and co-pilot's container 'flyte-copilot-uploader': 'runAsNonRoot' without 'runAsUser': co-pilot's image runs as root, so the kubelet does not start it (flyte-template) in 1 namespace (templates.yaml:8:38) [copilot-root]
    fix      set 'runAsUser' to an id other than 0 for the pod
"""#
  ),
  (
    "uploader-blocks",
    #"""
error: co-pilot's container 'flyte-copilot-uploader': tasks whose outputs it uploads never start: Kubernetes 1.28 does not keep init containers running without the feature gate 'SidecarContainers' [uploader-blocks]
    fix      move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3
"""#
  ),
  (
    "template-state",
    #"""
error: tasks (copilot, copilot-inputs, copilot-outputs, pod-primary, pod-copilot, pod-override) change the PodTemplate in Flyte's memory: later tasks (container, copilot, copilot-inputs, copilot-outputs, pod, pod-primary, pod-copilot, pod-helpers, pod-override) get other values of 'securityContext.capabilities.add' and 'securityContext.capabilities.drop' (flyte-template) in 1 namespace [template-state]
    fix      build Flyte with the patch 'podtemplate-copies', or move to Flyte v1.16.0 or later
"""#
  ),
  (
    "no-default-template",
    #"""
warning: tasks that name no PodTemplate silently get none: 'flyte-template' exists neither there nor in 'flyte' (flyte-templates) in 1 namespace [no-default-template]
    fix      rename 'flyte-templates' to 'flyte-template', or set 'default-pod-template-name' to 'flyte-templates'
"""#
  ),
  (
    "setting-beats-template",
    #"""
warning: the setting 'default-pod-security-context.fsGroup: 1000' beats 'securityContext.fsGroup: 65532' of the PodTemplate (flyte-template) in 1 namespace (templates.yaml:7:70) [setting-beats-template]
    fix      remove 'default-pod-security-context.fsGroup' from the settings, or set the same value in both
"""#
  ),
  (
    "affinity-joined",
    #"""
warning: the nodes that the PodTemplate requires are not the only ones: a node that meets 'default-affinity' of Flyte's settings is enough (flyte-template) in 1 namespace (templates.yaml:12:13) [affinity-joined]
    fix      use 'nodeSelector' in the PodTemplate, or require the nodes in one place
"""#
  ),
  (
    "user-by-name",
    #"""
warning: the task's container, the init container 'prepare' and the container 'helper': 'runAsNonRoot' without 'runAsUser': the kubelet does not start images whose user is root or a name, such as those that flyte-sdk builds (flyte-template) in 1 namespace (templates.yaml:8:38) [user-by-name]
    fix      set 'runAsUser' for the pod to the id of the images' user
"""#
  ),
  (
    "copilot-ids",
    #"""
warning: co-pilot's container 'flyte-copilot-uploader' and co-pilot's container 'flyte-copilot-downloader': it runs as user 65532 and the task as user 1000, without a common group: it cannot read files that the task writes for its own user alone (flyte-template) in 1 namespace (templates.yaml:16:103) [copilot-ids]
    fix      set the same 'runAsUser' for all containers, or 'fsGroup' for the pod
"""#
  ),
  (
    "no-writable-tmp",
    #"""
warning: the root of the task's container is read-only, and nothing is mounted at /tmp (flyte-template) in 1 namespace (templates.yaml:15:116) [no-writable-tmp]
    fix      mount an emptyDir at /tmp, and wherever else tasks write
"""#
  ),
  (
    "grace-period",
    #"""
warning: pods whose outputs co-pilot uploads get a grace period of 3600000000000 seconds: v1.16.0 takes the nanoseconds of co-pilot's 'timeout' for seconds [grace-period]
    fix      move to Flyte v1.16.6 or later
"""#
  ),
  (
    "anyuid-grant",
    #"""
warning: the service accounts may use the SCC 'anyuid', which is tried before 'restricted-v2': pods that set no seccomp profile run as the user of their image, even root (1 namespace) (config.yaml:16:14) [anyuid-grant]
    fix      take the grant away, or give it to a service account of its own; 'nonroot-v2' is enough for a fixed user
"""#
  ),
  (
    "limit-for-all",
    #"""
warning: the LimitRange 'tight' gives every container 1 nvidia.com/gpu, init containers and co-pilot's included (1 namespace) (config.yaml:14:13) [limit-for-all]
    fix      limit it with 'requests.nvidia.com/gpu' of a quota, or in an item of type Pod
"""#
  ),
  (
    "several-limit-ranges",
    #"""
warning: the LimitRanges 'small', 'large' and 'larger' have different defaults of memory, and apply in random order (1 namespace) (config.yaml:23:13) [several-limit-ranges]
    fix      make one of them
"""#
  ),
  (
    "quota-without-limits",
    #"""
warning: the quota 'project-quota' counts limits.cpu and limits.memory, and no LimitRange has a default of them: a pod with one container that does not set them is refused (1 namespace) (objects.yaml:22:11) [quota-without-limits]
    fix      add a LimitRange with 'default' and 'defaultRequest' of these resources for type Container
"""#
  ),
  (
    "injected-containers",
    #"""
warning: 'vault.hashicorp.com/agent-inject' asks Vault's injector to add containers, which are not judged: they ask for nothing that this level refuses (flyte-template) in 2 namespaces (templates.yaml:9:54) [injected-containers]
    fix      check the running pods, or turn the injection off for tasks that do not need it
"""#
  ),
  (
    "read-only-code",
    #"""
note: tasks whose code is not in the image cannot start: 'pyflyte run' and 'pyflyte register' unpack it to /root, which is read-only (flyte-template) in 1 namespace (templates.yaml:15:116) [read-only-code]
    fix      put the code into the image with '--copy none', or mount a writable volume and name its path with '--destination-dir'; a volume mounted at /root makes it writable, but hides what the image has there
"""#
  ),
  (
    "service-account-token",
    #"""
note: pods get a token of their service account: 'automountServiceAccountToken' is not set (other, team) in 1 namespace [service-account-token]
    fix      set 'automountServiceAccountToken: false' for the pod, if tasks need neither the Kubernetes API nor a cloud identity of their service account
"""#
  ),
  (
    "credentials-in-arguments",
    #"""
note: co-pilot's arguments contain the storage configuration: if it has access keys, they can be read in every pod [credentials-in-arguments]
    fix      use storage without keys; from v2.0.41 on a Secret can hold them
"""#
  ),
  (
    "task-overrides",
    #"""
note: a task's own pod can set privileged: true, allowPrivilegeEscalation: true, capabilities.add: [SYS_ADMIN], seccompProfile: Unconfined, hostPID: true, serviceAccountName: another, automountServiceAccountToken: true (other) in 1 namespace [task-overrides]
    fix      enforce a Pod Security level in the namespaces, or a policy
"""#
  ),
  (
    "unreachable-demand",
    #"""
note: co-pilot's container 'flyte-copilot-downloader' and co-pilot's container 'flyte-copilot-sidecar': no PodTemplate can change 'imagePullPolicy: IfNotPresent', so a policy that demands 'Always' refuses every pod with it [unreachable-demand]
    fix      exempt the container from such a policy
"""#
  ),
  (
    "patch-without-source",
    #"""
warning: pods need the patch 'no-sys-ptrace', and no patch can be made without 'source' (config.yaml:19:23) [patch-without-source]
    fix      add 'source' with a Flyte checkout to 'flyte', or use 'policies: auto'
"""#
  ),
  (
    "acceptance-expired",
    #"""
warning: the acceptance of 'audit/refused' ended on 2026-12-31: it moves in Q4 (config.yaml:16:20) [acceptance-expired]
    fix      fix what it accepted and remove the line, or move 'until'
"""#
  ),
  (
    "acceptance-unused",
    #"""
warning: the acceptance of 'audit/refused' accepts nothing (config.yaml:17:20) [acceptance-unused]
    fix      remove the line, or correct its selectors
"""#
  ),
]
