// swift-format-ignore-file

/// The output for each diagnostic, line for line. `make docs` writes this file.
let recordedExamples: [(name: String, text: String)] = [
  (
    "assign/default-template",
    #"""
config.yaml:16:61: error: 'flyte-default' is the default template, not a named one [assign/default-template]
 16 |       - { namespace: nowhere, profile: strict, templates: { flyte-default: strict } }
    |                                                             ^~~~~~~~~~~~~
 hint: rename it, or set its profile in 'profile'
"""#
  ),
  (
    "assign/never-wins",
    #"""
config.yaml:38:14: warning: later lines win for every namespace that this line matches [assign/never-wins]
 38 |     assign: [{ profile: octal }, { namespace: flyte, profile: spelled }]
    |              ^
 hint: move it down, or remove it
"""#
  ),
  (
    "chart/lost-character",
    #"""
config.yaml:10:63: error: the chart flyte-binary would lose all settings because of the character U+007F in this value [chart/lost-character]
 10 |   binary: { chart: flyte-binary, copilot: { defaultInputPath: "/in\x7F" } }
    |                                                               ^~~~~~~~~
 hint: remove the character
"""#
  ),
  (
    "cluster/locked-feature-gate",
    #"""
config.yaml:31:117: error: Kubernetes 1.35 does not start with the feature gate 'InPlacePodVerticalScaling' off: it is always on since 1.35 [cluster/locked-feature-gate]
 31 |   locked: { flyte: { version: v1.16.8 }, kubernetes: { version: "1.35", features: { SupplementalGroupsPolicy: true, InPlacePodVerticalScalin…
    |                                                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~
 hint: remove it, or correct 'kubernetes.version'
"""#
  ),
  (
    "cluster/no-feature-gate",
    #"""
config.yaml:28:48: warning: Kubernetes 1.30 has no feature gate 'ImageVolume' that can be set; the line is ignored [cluster/no-feature-gate]
 28 |     kubernetes: { version: "1.30", features: { ImageVolume: true, UserNamespacesSupport: true } }
    |                                                ^~~~~~~~~~~
 hint: remove it, or correct 'kubernetes.version'
"""#
  ),
  (
    "cluster/no-mutating-policies",
    #"""
config.yaml:26:15: error: Kubernetes 1.36 has no policies that change pods while the feature gate 'MutatingAdmissionPolicy' is off [cluster/no-mutating-policies]
 26 |     policies: auto
    |               ^~~~
 hint: turn the feature gate 'MutatingAdmissionPolicy' on, or write 'policies: none'
"""#
  ),
  (
    "cluster/no-validating-policies",
    #"""
config.yaml:4:49: error: Kubernetes 1.29 has no admission policies to enforce a profile: they come with 1.30 [cluster/no-validating-policies]
 4 |   held: { extends: builtin/restricted, enforce: deny }
   |                                                 ^~~~
config.yaml:28:3: note: in cluster 'older'
 hint: move to Kubernetes 1.30; or install Kyverno 1.15 and write 'policyEngine: kyverno' under 'kubernetes'; or write 'enforce: none'
"""#
  ),
  (
    "config/defined-twice",
    #"""
config/b.yaml:7:3: error: the cluster 'one' is defined twice [config/defined-twice]
 7 |   one: { flyte: { version: v1.16.8 } }
   |   ^~~
config/a.yaml:7:3: note: first defined here
 hint: keep one definition, or rename one
"""#
  ),
  (
    "config/leading-zero",
    #"""
config.yaml:13:30: error: '007' starts with 0, so kubectl and Helm read it as octal [config/leading-zero]
 13 |       activeDeadlineSeconds: 007
    |                              ^~~
 hint: write 7
"""#
  ),
  (
    "config/manifest",
    #"""
config/generated.yaml:2:7: error: this is a file that 'generate' wrote, not a config [config/manifest]
 2 | kind: ClusterSetup
   |       ^~~~~~~~~~~~
 hint: move it out of the config folder
"""#
  ),
  (
    "config/missing-key",
    #"""
config.yaml:22:3: error: 'flyte.version' is missing in the cluster 'nothing' [config/missing-key]
 22 |   nothing: {}
    |   ^~~~~~~
 hint: add 'flyte: { version: v1.15.3 }'
"""#
  ),
  (
    "config/none",
    #"""
error: the folder 'empty' has no '.yaml' file [config/none]
 hint: pass another config with '--config'
"""#
  ),
  (
    "config/not-read",
    #"""
config/other.yml: warning: this config is not read: only the files in a folder that end in '.yaml' are [config/not-read]
 hint: rename it to end in '.yaml'
"""#
  ),
  (
    "config/too-large",
    #"""
config.yaml:2480:7: error: the cluster has more than 200000 namespaces [config/too-large]
 2480 |     - { projects: [p2470-1,p2470-2,p2470-3,p2470-4,p2470-5,p2470-6,p2470-7,p2470-8,p2470-9], domains: [d1,d2,d3,d4,d5,d6,d7,d8,d9] }
      |       ^
 hint: split it into several configs, each with its own output
"""#
  ),
  (
    "config/unknown-cluster",
    #"""
error: the config has no cluster 'prodction' [config/unknown-cluster]
 hint: did you mean 'production'?
"""#
  ),
  (
    "config/unknown-key",
    #"""
config.yaml:50:5: error: unknown key 'asign' in 'twice' [config/unknown-key]
 50 |     asign: [{ profile: strict }]
    |     ^~~~~
 hint: did you mean 'assign'?
"""#
  ),
  (
    "config/wrong-type",
    #"""
config.yaml:21:17: error: 'priority' must be a whole number, not the number 1.5 [config/wrong-type]
 21 |       priority: 1.5
    |                 ^~~
"""#
  ),
  (
    "config/wrong-value",
    #"""
config.yaml:23:9: error: 'dask' is in 'plugins' twice [config/wrong-value]
 23 |       - { name: dask, operator: 2024.5.0 }
    |         ^
 hint: keep one of the entries
"""#
  ),
  (
    "copilot/clash",
    #"""
config.yaml:48:57: error: co-pilot's inputs and outputs have the same volume, 'data' [copilot/clash]
 48 |     copilot: { inputVolumeName: data, outputVolumeName: data }
    |                                                         ^~~~
 hint: use two different ones
"""#
  ),
  (
    "copilot/image-unfit",
    #"""
config.yaml:27:23: warning: co-pilot of v1.16.0 or later does not work with Flyte v1.15.3: its uploader waits for a signal that a regular container never gets, so tasks with outputs hang [copilot/image-unfit]
 27 |     copilot: { image: registry.example.org/copilot:v1.16.0-b3 }
    |                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: use the co-pilot image of v1.15.3, or remove 'image' to use the chart's own
"""#
  ),
  (
    "file/unreadable",
    #"""
error: cannot read 'cofnig.yaml': there is no such file or folder [file/unreadable]
 hint: pass another config with '--config'
"""#
  ),
  (
    "file/unwritable",
    #"""
error: cannot write 'out': it is a file, not a folder [file/unwritable]
 hint: check the path and its permissions, and run the command again: the files that were written are correct, and the rest is unchanged
"""#
  ),
  (
    "flyte/image-not-pinned",
    #"""
config.yaml:50:51: warning: 'registry.example.org/flyte' has no tag, so the chart flyte-binary runs 'latest' [flyte/image-not-pinned]
 50 |     flyte: { version: v2.0.43, deployed: { image: registry.example.org/flyte } }
    |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: add the tag that runs
"""#
  ),
  (
    "flyte/image-unfit",
    #"""
config.yaml:65:33: error: the chart flyte cannot run 'registry.example.org/propeller:1.10': YAML does not read '1.10' as a string [flyte/image-unfit]
 65 |     flyte: { deployed: { image: "registry.example.org/propeller:1.10" } }
    |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: use a tag such as 'v1.16.8-1'; this chart writes the tag into a label
"""#
  ),
  (
    "flyte/newer-release",
    #"""
config.yaml:10:30: warning: v1.16.99 is newer than v1.16.8, the newest known release of its line, and is treated as that release [flyte/newer-release]
 10 |   newer: { flyte: { version: v1.16.99 } }
    |                              ^~~~~~~~
 hint: add 'behavesLike: v1.16.8' once you have checked it
"""#
  ),
  (
    "flyte/no-chart",
    #"""
config.yaml:20:12: error: v2.0.43 has no chart 'flyte-core' [flyte/no-chart]
 20 |     chart: flyte-core
    |            ^~~~~~~~~~
 hint: its charts are: flyte-binary
"""#
  ),
  (
    "flyte/no-secret-manager",
    #"""
config.yaml:25:58: error: v1.16.8 has no secret manager 'azure' [flyte/no-secret-manager]
 25 |   elsewhere: { flyte: { version: v1.16.8, secretManager: azure } }
    |                                                          ^~~~~
 hint: it supports: k8s, global, aws, gcp, vault
"""#
  ),
  (
    "flyte/secrets-refused",
    #"""
config.yaml:33:48: note: tasks that request a secret as a file are refused: the webhook adds an init container for 'azure', which no template reaches [flyte/secrets-refused]
 33 |     flyte: { version: v2.0.43, secretManager: [azure, k8s] }
    |                                                ^~~~~
 hint: deploy the patch 'secret-manager-security-context', and add it to 'deployed.patches'
"""#
  ),
  (
    "flyte/setting-unread",
    #"""
config.yaml:36:16: warning: 'timeout' is ignored: v1.15.3 does not read 'timeout'; v1.16.0 is the first release that does [flyte/setting-unread]
 36 |     copilot: { timeout: 1h }
    |                ^~~~~~~
 hint: remove it
"""#
  ),
  (
    "flyte/templates-ignored",
    #"""
config.yaml:5:21: warning: Flyte v2.0.28 ignores every PodTemplate: only settings and patches have an effect [flyte/templates-ignored]
 5 |   flyte: { version: v2.0.28 }
   |                     ^~~~~~~
 hint: v2.0.29 is the first v2 release that reads them
"""#
  ),
  (
    "flyte/two-releases",
    #"""
config.yaml:29:52: error: v1.15.3 is a release of its own and cannot behave like v1.16.8 [flyte/two-releases]
 29 |   twice: { flyte: { version: v1.15.3, behavesLike: v1.16.8 } }
    |                                                    ^~~~~~~
config.yaml:29:30: note: the version is set here
 hint: remove 'behavesLike', or give the fork its own version
"""#
  ),
  (
    "flyte/unknown-release",
    #"""
config.yaml:11:30: error: v1.9.1 is older than v1.9.2, the oldest supported release [flyte/unknown-release]
 11 |   older: { flyte: { version: v1.9.1 } }
    |                              ^~~~~~
 hint: move to v1.9.2 or later first
"""#
  ),
  (
    "flyte/version-mismatch",
    #"""
config.yaml:4:40: error: the sources are those of v1.14.1, but 'version' is v1.15.3 [flyte/version-mismatch]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
config.yaml:4:23: note: the version is set here
 hint: use the same release in both; for a fork, add 'behavesLike'
"""#
  ),
  (
    "goedit/cycle",
    #"""
ours/GoPatch/one.goedit:5:7: error: the order of these patches is circular: one, two, one [goedit/cycle]
 5 | after two
   |       ^~~
"""#
  ),
  (
    "goedit/fingerprints",
    #"""
ours/GoPatch/fingerprints.txt:4:5: error: this line of the table of shapes cannot be read [goedit/fingerprints]
 4 |     no-shape
   |     ^~~~~~~~
"""#
  ),
  (
    "goedit/go",
    #"""
ours/GoPatch/no-banner.goedit:7:1: error: the brackets of the added lines do not match those of the removed lines [goedit/go]
 7 | edit work in func main once
   | ^
 hint: close every bracket on the '+' lines, as the '-' lines do
"""#
  ),
  (
    "goedit/hunk",
    #"""
ours/GoPatch/no-banner.goedit:7:1: error: the edit changes nothing [goedit/hunk]
 7 | edit work in func main once
   | ^
 hint: put lines that start with '+ ' or '- ' below it
"""#
  ),
  (
    "goedit/incomplete",
    #"""
ours/GoPatch/no-banner.goedit:1:7: error: a line 'title TEXT' is missing: the rule has no title [goedit/incomplete]
 1 | patch no-banner
   |       ^~~~~~~~~
"""#
  ),
  (
    "goedit/misplaced-link",
    #"""
ours/GoPatch/no-banner.goedit:3:8: warning: 'https://github.com/flyteorg/flyte/pull/6509' is a change, not a report [goedit/misplaced-link]
 3 | bug    https://github.com/flyteorg/flyte/pull/6509
   |        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: put it on a line that starts with upstream
"""#
  ),
  (
    "goedit/repeated",
    #"""
ours/GoPatch/no-banner.goedit:3:1: error: 'title' is used twice [goedit/repeated]
 3 | title  Once more
   | ^~~~~
"""#
  ),
  (
    "goedit/repeated-patch",
    #"""
ours/GoPatch/two.goedit:1:7: error: the patch 'no-banner' is also defined in ours/GoPatch/one.goedit [goedit/repeated-patch]
 1 | patch no-banner
   |       ^~~~~~~~~
ours/GoPatch/one.goedit:1:7: note: the other definition is here
"""#
  ),
  (
    "goedit/syntax",
    #"""
ours/GoPatch/no-banner.goedit:7:23: error: 'once', 'times N', delete, append-to, ensure-import or drop-import-if-unused is expected here [goedit/syntax]
 7 | edit work in func main
   |                       ^
"""#
  ),
  (
    "goedit/too-large",
    #"""
ours/GoPatch/no-banner.goedit: error: the rule has more than 64 KiB [goedit/too-large]
 hint: split it in two
"""#
  ),
  (
    "goedit/unbound-name",
    #"""
ours/GoPatch/no-banner.goedit:9:3: error: '$name' has no value [goedit/unbound-name]
 9 | + banner($name)
   |   ^
 hint: bind it above, or use it in a line that is matched
"""#
  ),
  (
    "goedit/unknown-file",
    #"""
ours/GoPatch/no-banner.goedit:7:6: error: this rule does not declare the file 'wrok' [goedit/unknown-file]
 7 | edit wrok in func main once
   |      ^~~~
 hint: it declares: work
"""#
  ),
  (
    "goedit/unknown-patch",
    #"""
ours/GoPatch/no-banner.goedit:3:7: error: 'no-banner' names the patch 'no-sys-ptrac', which does not exist [goedit/unknown-patch]
 3 | after no-sys-ptrac
   |       ^~~~~~~~~~~~
 hint: did you mean 'no-sys-ptrace'?
"""#
  ),
  (
    "goedit/unknown-word",
    #"""
ours/GoPatch/no-banner.goedit:2:1: error: 'titel' is not a word of the rule language [goedit/unknown-word]
 2 | titel  Leave the banner out
   | ^~~~~
 hint: did you mean 'title'?
"""#
  ),
  (
    "kubernetes/uploader-blocks",
    #"""
config.yaml:20:28: warning: tasks whose outputs co-pilot uploads never start: from v1.16.0 the uploader is an init container, and Kubernetes 1.27 has no init containers that keep running [kubernetes/uploader-blocks]
 20 |     kubernetes: { version: "1.27" }
    |                            ^~~~~~
 hint: move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3
"""#
  ),
  (
    "kubernetes/version",
    #"""
config.yaml:19:73: error: Kubernetes 1.24 is older than 1.25, the oldest supported version [kubernetes/version]
 19 |   kubernetes-old: { flyte: { version: v1.15.3 }, kubernetes: { version: "1.24" } }
    |                                                                         ^~~~~~
"""#
  ),
  (
    "manifest/none",
    #"""
templates.yaml: error: the files of '--pod-template' have no PodTemplate for tasks [manifest/none]
 hint: pass other files, or omit '--pod-template' to judge tasks without a PodTemplate
"""#
  ),
  (
    "manifest/not-a-template",
    #"""
templates.yaml:5:27: error: this list has a 'ConfigMap' among PodTemplates [manifest/not-a-template]
 5 | - { apiVersion: v1, kind: ConfigMap, metadata: { name: b } }
   |                           ^~~~~~~~~
 hint: pass files that have only PodTemplates, as 'kubectl get podtemplates -A -o yaml' writes them
"""#
  ),
  (
    "manifest/not-for-tasks",
    #"""
templates.yaml:8:19: note: 'flytepropeller-template' is for flytepropeller's own pods, and is skipped [manifest/not-for-tasks]
 8 | metadata: { name: flytepropeller-template, namespace: flyte }
   |                   ^~~~~~~~~~~~~~~~~~~~~~~
"""#
  ),
  (
    "manifest/refused",
    #"""
templates.yaml:7:59: error: the API server refuses this PodTemplate because of 'template.spec.containers[0].volumeMounts[0].name': there is no volume 'tmp'; add it to 'volumes', or name another [manifest/refused]
 7 |       - { name: default, image: i, volumeMounts: [{ name: tmp, mountPath: /tmp }] }
   |                                                           ^~~
 hint: change it, or pass another version with '--kubernetes'
"""#
  ),
  (
    "manifest/repeated",
    #"""
templates.yaml:3:19: error: the PodTemplate 'flyte-template' of the namespace 'tasks' is defined twice [manifest/repeated]
 3 | metadata: { name: flyte-template, namespace: tasks }
   |                   ^~~~~~~~~~~~~~
templates.yaml:3:19: note: first here
 hint: remove one of them
"""#
  ),
  (
    "namespace/no-profile",
    #"""
config.yaml:12:3: note: no fallback is written in 'flyte': no line of 'assign' matches all namespaces [namespace/no-profile]
 12 |   one:
    |   ^~~
"""#
  ),
  (
    "namespace/twice",
    #"""
config.yaml:11:17: error: two entries produce the namespace 'dev' [namespace/twice]
 11 |       - { name: dev }
    |                 ^~~
config.yaml:10:22: note: the first entry is here
 hint: remove one of the two
"""#
  ),
  (
    "namespace/wrong",
    #"""
config.yaml:32:9: error: an entry must have either 'name', or 'projects' and 'domains' [namespace/wrong]
 32 |       - { projects: [half] }
    |         ^
 hint: add 'domains: [development]'
"""#
  ),
  (
    "openshift/fixed-ids",
    #"""
config.yaml:9:46: warning: OpenShift's SCCs assign 'runAsUser' themselves, and refuse most others [openshift/fixed-ids]
 9 |     primary: { securityContext: { runAsUser: 7 } }
   |                                              ^
config.yaml:18:3: note: in cluster 'two'
 hint: remove 'runAsUser', or let the tasks use the SCC 'nonroot-v2'
"""#
  ),
  (
    "patch/exclusive",
    #"""
config.yaml:16:30: error: 'optional-sys-ptrace' and 'no-sys-ptrace' cannot be combined [patch/exclusive]
 16 |     patches: [no-sys-ptrace, optional-sys-ptrace]
    |                              ^~~~~~~~~~~~~~~~~~~
config.yaml:16:15: note: 'no-sys-ptrace' is named here
 hint: keep one of them
"""#
  ),
  (
    "patch/impossible",
    #"""
config.yaml:4:40: error: 'no-sys-ptrace' cannot be made: func AddCoPilotToContainer does not exist: flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go, func AddCoPilotToContainer [patch/impossible]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: point 'source' at an unchanged checkout of v1.15.3, or choose the patches in 'patches'
"""#
  ),
  (
    "patch/no-source",
    #"""
config.yaml:9:3: note: no patches are written because 'source' is missing; patches for v1.13.3: 'podtemplate-copies' [patch/no-source]
 9 |   old:
   |   ^~~
 hint: add 'source' with a Flyte checkout to the cluster's 'flyte', or set 'patches: none'
"""#
  ),
  (
    "patch/not-needed",
    #"""
config.yaml:11:64: error: 'no-sys-ptrace' cannot be deployed: v1.16.8 does not need it (v1.16.8 does not have the fault) [patch/not-needed]
 11 |   needless: { flyte: { version: v1.16.8, deployed: { patches: [no-sys-ptrace] } } }
    |                                                                ^~~~~~~~~~~~~
 hint: remove it from 'deployed.patches'
"""#
  ),
  (
    "patch/unknown",
    #"""
config.yaml:10:107: error: there is no patch 'no-sys-ptrase' [patch/unknown]
 10 |   misspelled: { flyte: { version: v1.15.3, source: { path: ../../../../config/sample-flyte } }, patches: [no-sys-ptrase] }
    |                                                                                                           ^~~~~~~~~~~~~
 hint: did you mean 'no-sys-ptrace'?
"""#
  ),
  (
    "patch/unverified-shape",
    #"""
config.yaml:4:40: error: 'no-sys-ptrace' is not made: no known release has this shape: func AddCoPilotToContainer in flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go [patch/unverified-shape]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: review that function, then add 'unverifiedShapes: allow' next to 'source'
"""#
  ),
  (
    "pod/class-unjudged",
    #"""
config.yaml:6:31: note: 'pod.priorityClassName' is not checked: the config does not say whether the cluster has the priority class 'urgent'; without it, the cluster refuses the pods [pod/class-unjudged]
 6 |     pod: { priorityClassName: urgent, runtimeClassName: gvisor }
   |                               ^~~~~~
config.yaml:17:3: note: in cluster 'half'
 hint: list all priority classes of the cluster in 'kubernetes.priorityClasses'
"""#
  ),
  (
    "pod/field-dropped",
    #"""
config.yaml:11:9: warning: 'appArmorProfile' is left out: v1.15.3 was built with Kubernetes 1.28 and drops it [pod/field-dropped]
 11 |         appArmorProfile: { type: RuntimeDefault }
    |         ^~~~~~~~~~~~~~~
config.yaml:34:3: note: in cluster 'dropped'
 hint: v1.16.4 is the next release that keeps it
"""#
  ),
  (
    "pod/field-gated",
    #"""
config.yaml:11:7: warning: 'resizePolicy' is left out: Kubernetes 1.34 drops it while the feature gate InPlacePodVerticalScaling is off, as 'kubernetes.features' says [pod/field-gated]
 11 |       resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]
    |       ^~~~~~~~~~~~
config.yaml:25:3: note: in cluster 'before'
 hint: remove it, or turn the gate on
"""#
  ),
  (
    "pod/field-too-new",
    #"""
config.yaml:28:9: error: Kubernetes 1.29 has no 'appArmorProfile' in SecurityContext: it was added in 1.30 [pod/field-too-new]
 28 |         appArmorProfile: { type: RuntimeDefault }
    |         ^~~~~~~~~~~~~~~
config.yaml:33:3: note: in cluster 'one'
 hint: remove it, or correct 'kubernetes.version'
"""#
  ),
  (
    "pod/merged-twice",
    #"""
config.yaml:11:23: warning: pod tasks whose container is named 'primary', as in flytekit, are refused: v1.15.3 applies 'primary' to it twice, and the API server says about 'ports[1].name': 'metrics' is used twice; give each port its own name [pod/merged-twice]
 11 |       ports: [{ name: metrics, containerPort: 9090 }]
    |                       ^~~~~~~
note: in cluster 'v1-15-3'
 hint: set it in 'containers', or move to v1.16.3 or later
"""#
  ),
  (
    "pod/not-admitted",
    #"""
config.yaml:10:3: error: pods of the task 'pod-helpers' under PodTemplate 'flyte-default' in namespace 'a' stay refused at restricted:latest with everything that the config allows, so nothing is written [pod/not-admitted]
 10 |   policy: { kubernetes: { version: "1.36" } }
    |   ^~~~~~
 hint: write 'policies: auto', which is enough, or move to Flyte v2.0.29, which is enough; 'flyte-harden audit' shows why; to live with it, add 'accept: [{ finding: audit/refused, task: pod-helpers, reason: … }]'
"""#
  ),
  (
    "pod/pods-refused",
    #"""
config.yaml:5:47: error: the API server accepts the template but refuses its pods because of 'pod.priority': must be 0, as in its priority class; remove it [pod/pods-refused]
 5 |   priority: { extends: root, pod: { priority: 5 } }
   |                                               ^
config.yaml:16:3: note: in cluster 'all'
 hint: change or remove it
"""#
  ),
  (
    "pod/refused",
    #"""
config.yaml:29:30: error: 'containers' mounts 'tpm', but 'pod.volumes' has no such volume [pod/refused]
 29 |       volumeMounts: [{ name: tpm, mountPath: /tmp }]
    |                              ^~~
config.yaml:33:3: note: in cluster 'one'
 hint: did you mean 'tmp'?
"""#
  ),
  (
    "pod/server-warns",
    #"""
config.yaml:19:37: warning: the API server warns about 'primary.resources.limits[memory]': 100m is not a whole number of bytes; write, for example, 128Mi [pod/server-warns]
 19 |     primary: { resources: { limits: { memory: 100m } } }
    |                                     ^
config.yaml:28:3: note: in cluster 'one'
 hint: change or remove it
"""#
  ),
  (
    "pods/none",
    #"""
pods.yaml: error: the files of '--pods' have no pod [pods/none]
 hint: pass the output of 'kubectl get pods -A -o yaml'
"""#
  ),
  (
    "pods/not-a-pod",
    #"""
pods.yaml:8:27: error: this list has a 'ConfigMap' among pods [pods/not-a-pod]
 8 | - { apiVersion: v1, kind: ConfigMap, metadata: { name: b } }
   |                           ^~~~~~~~~
 hint: pass files that have only pods, as 'kubectl get pods -A -o yaml' writes them
"""#
  ),
  (
    "profile/allow-contradiction",
    #"""
config.yaml:11:19: error: 'registries' is empty, so every image would be refused [profile/allow-contradiction]
 11 |       registries: []
    |                   ^
config.yaml:29:3: note: in cluster 'wrong'
 hint: name a registry, or remove 'registries'
"""#
  ),
  (
    "profile/allow-unused",
    #"""
config.yaml:14:12: warning: 'allow' has no effect: nothing enforces the profile [profile/allow-unused]
 14 |     allow: { groups: ["7"] }
    |            ^
config.yaml:30:3: note: in cluster 'idle'
 hint: add 'enforce: warn' or 'enforce: deny' to the profile, or remove 'allow'
"""#
  ),
  (
    "profile/builtin-user",
    #"""
config.yaml:7:14: note: tasks run as user 1000, the user of the flytekit and flyte-sdk images; your own images must let that user read the code and write to the working directory [profile/builtin-user]
 7 |     extends: builtin/restricted
   |              ^~~~~~~~~~~~~~~~~~
config.yaml:35:3: note: in cluster 'v1'
 hint: set 'runAsUser' in 'pod.securityContext' to the user of your images
"""#
  ),
  (
    "profile/contradiction",
    #"""
config.yaml:21:20: error: the profile claims 'restricted', but its pods fail that level: host namespaces (hostNetwork=true) [profile/contradiction]
 21 |       hostNetwork: true
    |                    ^~~~
config.yaml:33:3: note: in cluster 'one'
 hint: change it, or claim a lower level in 'podSecurity'
"""#
  ),
  (
    "profile/copilot-root",
    #"""
Templates/Profile/restricted.yaml:17:19: warning: 'runAsNonRoot' needs 'runAsUser' here: the co-pilot image runs as root, so the kubelet refuses to start it [profile/copilot-root]
 17 |     runAsNonRoot: true
    |                   ^~~~
 hint: add 'runAsUser' with an id other than 0
"""#
  ),
  (
    "profile/cycle",
    #"""
config.yaml:3:17: error: 'a' extends itself: a → b → c → a [profile/cycle]
 3 |   a: { extends: b }
   |                 ^
 hint: remove one of these 'extends'
"""#
  ),
  (
    "profile/image-user",
    #"""
own/Profile/restricted.yaml:5:16: note: a typical task cannot run as user 7777: the images of flytekit belong to user 1000, the only user who can write to their working directory [profile/image-user]
 5 |     runAsUser: 7777
   |                ^~~~
config.yaml:5:23: note: extended here
config.yaml:7:3: note: in cluster 'one'
 hint: set 'runAsUser: 1000', or use your own images with a working directory that user 7777 can write to
"""#
  ),
  (
    "profile/no-claim",
    #"""
config.yaml:38:60: error: the profile 'unclaimed' claims no Pod Security level [profile/no-claim]
 38 |     assign: [{ profile: strict }, { namespace: x, profile: unclaimed }]
    |                                                            ^~~~~~~~~
 hint: extend a profile that does, as in 'extends: builtin/restricted', or add 'podSecurity' with the level that it meets
"""#
  ),
  (
    "profile/reaches-more",
    #"""
config.yaml:25:35: note: 'primary.resources.limits.cpu' also reaches a pod task's other containers: Flyte gives them the resources in 'primary' that they do not set themselves [profile/reaches-more]
 25 |       resources: { limits: { cpu: 2 } }
    |                                   ^
config.yaml:35:3: note: in cluster 'v1'
 hint: set the resources in a pod task's other containers
"""#
  ),
  (
    "profile/read-only-code",
    #"""
config.yaml:13:50: note: tasks whose code is not in the image cannot start: 'flyte run' and 'flyte deploy' unpack it to the working directory, /home/flyte, which is read-only [profile/read-only-code]
 13 |       securityContext: { readOnlyRootFilesystem: true }
    |                                                  ^~~~
config.yaml:31:3: note: in cluster 'v2'
 hint: put the code into the image with '--copy-style none'; a volume mounted at /home/flyte makes it writable, but hides what the image has there
"""#
  ),
  (
    "profile/service-account",
    #"""
config.yaml:7:32: note: 'task-runner' is the service account only as long as nothing else sets one: a launch plan, an execution or a project's attributes can, and the console sends 'default' unless changed (flyte#3466) [profile/service-account]
 7 |     pod: { serviceAccountName: task-runner, volumes: [{ name: cache, emptyDir: {} }, { name: tmp, emptyDir: {} }] }
   |                                ^~~~~~~~~~~
"""#
  ),
  (
    "profile/shared-memory",
    #"""
config.yaml:8:58: warning: tasks with 'shared_memory' fail: Flyte adds a volume for them at '/dev/shm', but '/dev/shm' is already mounted [profile/shared-memory]
 8 |     containers: { volumeMounts: [{ name: shm, mountPath: /dev/shm }] }
   |                                                          ^~~~~~~~
config.yaml:26:3: note: in cluster 'since'
 hint: remove it; a task that needs more shared memory can set 'shared_memory'
"""#
  ),
  (
    "profile/too-deep",
    #"""
config.yaml:73:19: error: 'p63' is number 65 in a chain of 'extends', but only 64 are allowed [profile/too-deep]
 73 |   p63: { extends: p62 }
    |                   ^~~
 hint: merge some of them into one profile
"""#
  ),
  (
    "profile/uncarried",
    #"""
config.yaml:12:35: warning: 'containers.resources.limits.cpu' does not reach the task's own container: Flyte sets '1' itself [profile/uncarried]
 12 |       resources: { limits: { cpu: 2 } }
    |                                   ^
config.yaml:39:3: note: in cluster 'v2'
 hint: remove it
"""#
  ),
  (
    "profile/unknown",
    #"""
config.yaml:16:14: error: there is no profile 'restricted' [profile/unknown]
 16 |     extends: restricted
    |              ^~~~~~~~~~
 hint: did you mean 'builtin/restricted'?
"""#
  ),
  (
    "profile/windows",
    #"""
config.yaml:7:19: warning: the API server refuses the Windows pods of tasks whose data co-pilot moves: Flyte v1.9.2 sets 'shareProcessNamespace' and 'securityContext.capabilities' in them [profile/windows]
 7 |       os: { name: windows }
   |                   ^~~~~~~
config.yaml:18:3: note: in cluster 'v1-9'
 hint: give those tasks a profile for Linux
"""#
  ),
  (
    "snapshot/broken",
    #"""
generated/production/setup.yaml:3:1: error: this is not a 'setup.yaml' that 'generate' wrote [snapshot/broken]
 3 | apiVersion: flyte-harden/v1
   | ^
 hint: restore the file, or write it again with 'generate'
"""#
  ),
  (
    "source/absent-tags",
    #"""
note: 'flyte' has no tags for 3 of these releases: v1.15.0, v1.15.1, v1.15.2 [source/absent-tags]
 hint: fetch its tags to inspect them as well
"""#
  ),
  (
    "source/edited",
    #"""
config.yaml:4:40: warning: 'flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go' differs from the checked-out commit [source/edited]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: patches match the file as it is; to make them from the commit, use 'repository' and 'ref'
"""#
  ),
  (
    "source/inside-repository",
    #"""
config.yaml:4:40: note: 'flyte' is a subfolder of a larger repository, but the paths in its patches start at Flyte's root [source/inside-repository]
 4 |     flyte: { version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow }
   |                                        ^
 hint: apply them with 'git am --directory=flyte'; with 'repository' and 'ref' instead of 'path', the paths start at the repository's root
"""#
  ),
  (
    "source/line-ends",
    #"""
config.yaml:4:40: note: 'flyte' is checked out with CRLF line endings, but its commit has LF [source/line-ends]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: patches are made from the commit's lines; apply them with plain 'git am' or 'git apply'
"""#
  ),
  (
    "source/none",
    #"""
config.yaml:3:3: error: 'production' has no sources to inspect [source/none]
 3 |   production:
   |   ^~~~~~~~~~
 hint: add 'source' to its 'flyte', or pass sources: 'flyte-harden patches SOURCE'
"""#
  ),
  (
    "source/outdated",
    #"""
config.yaml:4:40: warning: 'copy' no longer matches what it was copied from: 'v1.15.3' of 'flyte' is now commit 6d4e5de39592, which differs in 'flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go' [source/outdated]
 4 |     flyte: { version: v1.15.3, source: { path: copy } }
   |                                        ^
 hint: run 'flyte-harden vendor flyte v1.15.3 copy'
"""#
  ),
  (
    "source/repository-unreadable",
    #"""
config.yaml:4:40: warning: 'flyte' cannot be compared with its repository: the commit of 'HEAD' cannot be read: its object in the repository 'flyte' is missing or damaged [source/repository-unreadable]
 4 |     flyte: { version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow }
   |                                        ^
 hint: run 'git fsck' there to see what is missing, then fetch it, or clone again
"""#
  ),
  (
    "source/unreadable",
    #"""
config.yaml:13:57: error: there is no folder 'not-there' [source/unreadable]
 13 |   nowhere: { flyte: { version: v1.15.3, source: { path: not-there } } }
    |                                                         ^~~~~~~~~
 hint: check the path: from the config file it leads to 'not-there'
"""#
  ),
  (
    "source/vendored",
    #"""
config.yaml:4:40: error: 'copy/flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go' was edited since it was copied [source/vendored]
 4 |     flyte: { version: v1.15.3, source: { path: copy } }
   |                                        ^
 hint: keep edits in a fork of Flyte; remove the file, then run 'flyte-harden vendor flyte v1.15.3 copy'
"""#
  ),
  (
    "task-pod/no-container",
    #"""
train.yaml:4:7: error: the pod of this task has no container [task-pod/no-container]
 4 | spec: { restartPolicy: Never }
   |       ^
 hint: add the container that is the task: 'containers: [{ name: main, image: … }]'
"""#
  ),
  (
    "task-pod/no-primary-container",
    #"""
train.yaml:6:3: error: the pod has 2 containers, and nothing says which one is the task [task-pod/no-primary-container]
 6 |   - { name: main, image: i }
   |   ^
 hint: name it with '--primary-container' or 'primaryContainer', or in the annotation 'primary_container_name': 'main', 'helper'
"""#
  ),
  (
    "task-pod/not-a-pod",
    #"""
train.yaml:1:1: error: this is the spec of a pod alone [task-pod/not-a-pod]
 1 | containers:
   | ^~~~~~~~~~
 hint: put it under 'pod_spec:'
"""#
  ),
  (
    "task-pod/primary-container-added",
    #"""
train.yaml:1:25: warning: no container is called 'mian', so flytekit adds one of that name for the task [task-pod/primary-container-added]
 1 | primary_container_name: mian
   |                         ^~~~
 hint: did you mean 'main'?
"""#
  ),
  (
    "task-pod/repeated",
    #"""
train.yaml: error: the task 'train.yaml' is listed twice [task-pod/repeated]
 hint: remove one of them
"""#
  ),
  (
    "template/missing",
    #"""
error: there is no template folder 'Profile' [template/missing]
 hint: looked in 'usr/share/flyte-harden/Templates'
"""#
  ),
  (
    "template/missing-slot",
    #"""
own/Helm/flyte-binary.yaml:1:1: error: '${ray}' is missing in the template, so the overlay lacks settings that the pods need [template/missing-slot]
 1 | configuration:
   | ^
 hint: write the slot where the chart takes these settings
"""#
  ),
  (
    "template/no-folder",
    #"""
config/a.yaml:2:18: error: there is no folder 'config/nowhere' [template/no-folder]
 2 | templatesFolder: nowhere
   |                  ^~~~~~~
 hint: a path is relative to the config file
"""#
  ),
  (
    "template/slot-within-text",
    #"""
own/PodTemplate/pod-template.yaml:5:14: error: 'ns-${namespace}' has a slot inside a string, where it is not filled [template/slot-within-text]
 5 |   namespace: ns-${namespace}
   |              ^~~~~~~~~~~~~~~
 hint: make the slot the whole value of a key, or remove it
"""#
  ),
  (
    "template/unknown-slot",
    #"""
own/PodTemplate/pod-template.yaml:4:9: error: there is no slot '${nome}' [template/unknown-slot]
 4 |   name: ${nome}
   |         ^~~~~~~
 hint: did you mean '${name}'?
"""#
  ),
  (
    "template/unused",
    #"""
config.yaml:2:18: warning: the folder 'own/GoPach' is never read [template/unused]
 2 | templatesFolder: own
   |                  ^~~
 hint: did you mean 'GoPatch'?
"""#
  ),
  (
    "values/external-configuration",
    #"""
external.yaml:2:22: warning: 'externalConfigMap' replaces the configuration that the chart makes, so neither these values nor an overlay reach Flyte [values/external-configuration]
 2 |   externalConfigMap: our-config
   |                      ^~~~~~~~~~
 hint: remove it and use 'inline', or put the settings that you need into 'our-config'
"""#
  ),
  (
    "values/ignored-by-chart",
    #"""
typo.yaml:3:3: warning: the chart flyte-core has no 'k8' in 'configmap', and ignores it [values/ignored-by-chart]
 3 |   k8:
   |   ^~
 hint: remove it
"""#
  ),
  (
    "values/ignored-by-flyte",
    #"""
typo.yaml:19:11: warning: no release uses 'storage' [values/ignored-by-flyte]
 19 |           storage: 1Gi
    |           ^~~~~~~
 hint: remove it
"""#
  ),
  (
    "values/kept",
    #"""
core.yaml:25:11: warning: 'runAsUser' stays in 'default-security-context', which the overlay fills: with 'runAsNonRoot', the kubelet starts no container [values/kept]
 25 |           runAsUser: 0
    |           ^~~~~~~~~
Templates/Profile/restricted.yaml:15:5: note: the overlay sets 'default-security-context', in the cluster 'core'
 hint: remove it, or set it in the profiles
"""#
  ),
  (
    "values/not-evaluated",
    #"""
core.yaml:16:25: note: only Helm can work out this value, so the string itself is judged [values/not-evaluated]
 16 |           - HTTP_PROXY: "http://{{ .Release.Name }}-proxy:3128"
    |                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
"""#
  ),
  (
    "values/not-modeled",
    #"""
core.yaml:20:9: note: 'interruptible-tolerations' is not modeled: interruptible tasks [values/not-modeled]
 20 |         interruptible-tolerations: [{ key: spot, operator: Exists }]
    |         ^~~~~~~~~~~~~~~~~~~~~~~~~
"""#
  ),
  (
    "values/not-seen",
    #"""
binary.yaml:2:20: note: Flyte also reads 'our-secret', whose content is not in the values: what it sets is not judged [values/not-seen]
 2 |   inlineSecretRef: our-secret
   |                    ^~~~~~~~~~
"""#
  ),
  (
    "values/not-values",
    #"""
list.yaml:1:1: error: a values file must be a mapping [values/not-values]
 1 | - configuration: {}
   | ^
 hint: pass a file with the values of the chart, as 'helm install --values' takes it
"""#
  ),
  (
    "values/replaced",
    #"""
core.yaml:4:17: warning: the overlay replaces this part of Flyte's image [values/replaced]
 4 |   image: { tag: v1.16.8 }
   |                 ^~~~~~~
config.yaml:11:51: note: the overlay sets 'registry.example.org/propeller:v1.16.8-1', in the cluster 'core'
 hint: remove it, or set the same in the config
"""#
  ),
  (
    "values/win-over-overlay",
    #"""
core.yaml:29:26: warning: 'co-pilot.cpu' wins over the overlay: Flyte reads this file after the one that the overlay changes [values/win-over-overlay]
 29 |         co-pilot: { cpu: 250m }
    |                          ^~~~
config.yaml:14:21: note: the overlay sets 'co-pilot.cpu': '500m', in the cluster 'core'
 hint: remove it, or move it to where the overlay has it
"""#
  ),
  (
    "yaml/alias",
    #"""
config.yaml:10:8: error: the alias '*missing' has no complete anchor before it [yaml/alias]
 10 |   one: *missing
    |        ^~~~~~~~
 hint: define the anchor '&missing' before this line, outside of its own value
"""#
  ),
  (
    "yaml/complex-key",
    #"""
config.yaml:7:42: error: a key must be a string, not a list or a mapping [yaml/complex-key]
 7 |     podTemplate: { annotations: { team: {{ team }} } }
   |                                          ^
 hint: if this is a template's '{{ … }}', quote it
"""#
  ),
  (
    "yaml/duplicate-key",
    #"""
twice.yaml:2:1: error: the key 'configuration' appears twice in one mapping [yaml/duplicate-key]
 2 | configuration: {}
   | ^~~~~~~~~~~~~
twice.yaml:1:1: note: first used here
 hint: keep one of them
"""#
  ),
  (
    "yaml/empty",
    #"""
config.yaml: error: the file has no YAML document [yaml/empty]
 hint: add content, or remove the file
"""#
  ),
  (
    "yaml/encoding",
    #"""
config.yaml:9:6: error: this byte is not UTF-8 text: incomplete UTF-8 octet sequence [yaml/encoding]
 9 | # caf�
   |      ^
 hint: save the file as UTF-8 without control characters
"""#
  ),
  (
    "yaml/merge-key",
    #"""
config.yaml:8:5: error: the merge key '<<' is not part of YAML 1.2 [yaml/merge-key]
 8 |     <<: *anchor
   |     ^~
 hint: use 'extends' to combine profiles
"""#
  ),
  (
    "yaml/several-documents",
    #"""
config.yaml:10:1: error: a second document starts here [yaml/several-documents]
 10 | apiVersion: flyte-harden/v1
    | ^
 hint: put each document into its own file
"""#
  ),
  (
    "yaml/syntax",
    #"""
config.yaml:7:28: error: this quote is never closed [yaml/syntax]
 7 |     kubernetes: { version: "1.31 }
   |                            ^
 hint: close it
"""#
  ),
  (
    "yaml/tag",
    #"""
config.yaml:6:12: error: the tag '!chart' is not supported [yaml/tag]
 6 |     chart: !chart flyte-binary
   |            ^~~~~~~~~~~~~~~~~~~
 hint: remove the tag
"""#
  ),
  (
    "yaml/too-large",
    #"""
config.yaml:9:210: error: this is nested more than 200 levels deep [yaml/too-large]
 9 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
   |                                                                        ^
 hint: split it, or shorten it
"""#
  ),
]
