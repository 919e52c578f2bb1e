// swift-format-ignore-file

/// What was printed for each diagnostic, line for line. `make docs` writes this file.
let recordedExamples: [(name: String, text: String)] = [
  (
    "assign/default-template",
    #"""
config.yaml:16:61: error: 'flyte-default' is the default template, not a named one [assign/default-template]
 16 |       - { namespace: nowhere, profile: strict, templates: { flyte-default: strict } }
    |                                                             ^~~~~~~~~~~~~
 hint: rename it, or say its profile in 'profile'
"""#
  ),
  (
    "assign/never-wins",
    #"""
config.yaml:38:14: warning: later lines win for every namespace of this line [assign/never-wins]
 38 |     assign: [{ profile: octal }, { namespace: flyte, profile: spelled }]
    |              ^
 hint: move it down, or remove it
"""#
  ),
  (
    "cluster/no-feature-gate",
    #"""
config.yaml:26:48: warning: Kubernetes 1.30 has no feature gate 'ImageVolume' to switch; the line is left out [cluster/no-feature-gate]
 26 |     kubernetes: { version: "1.30", features: { ImageVolume: true, UserNamespacesSupport: true } }
    |                                                ^~~~~~~~~~~
 hint: take it out, or correct 'kubernetes.version'
"""#
  ),
  (
    "config/defined-twice",
    #"""
config/b.yaml:7:3: error: the cluster 'one' is defined twice [config/defined-twice]
 7 |   one: { flyte: { version: v1.16.8 } }
   |   ^~~
config/a.yaml:7:3: note: it is defined here first
 hint: keep one definition, or rename one
"""#
  ),
  (
    "config/leading-zero",
    #"""
config.yaml:31:22: error: '0128' begins with 0 as octal numbers do, but 8 and 9 are not octal digits [config/leading-zero]
 31 |   copilot: { memory: 0128 }
    |                      ^~~~
 hint: write 128
"""#
  ),
  (
    "config/manifest",
    #"""
config/generated.yaml:2:7: error: this is a file that 'generate' wrote, and no config [config/manifest]
 2 | kind: ClusterSetup
   |       ^~~~~~~~~~~~
 hint: move it out of the config folder
"""#
  ),
  (
    "config/missing-key",
    #"""
config.yaml:22:3: error: the cluster 'nothing' has no 'flyte.version' [config/missing-key]
 22 |   nothing: {}
    |   ^~~~~~~
 hint: add 'flyte: { version: v1.15.3 }'
"""#
  ),
  (
    "config/none",
    #"""
error: the folder 'empty' holds no '.yaml' file [config/none]
 hint: name another config with '--config'
"""#
  ),
  (
    "config/not-read",
    #"""
config/other.yml: warning: this config is not read: of a folder, the files that end in '.yaml' are [config/not-read]
 hint: rename it, so that it ends in '.yaml'
"""#
  ),
  (
    "config/too-large",
    #"""
config.yaml:2480:7: error: the cluster has more than 200000 namespaces [config/too-large]
 2480 |     - { projects: [p2470-1,p2470-2,p2470-3,p2470-4,p2470-5,p2470-6,p2470-7,p2470-8,p2470-9], domains: [d1,d2,d3,d4,d5,d6,d7,d8,d9] }
      |       ^
 hint: say it in several configs, each with its own output
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
config.yaml:50:5: error: 'twice' has no key 'asign' [config/unknown-key]
 50 |     asign: [{ profile: strict }]
    |     ^~~~~
 hint: did you mean 'assign'?
"""#
  ),
  (
    "config/wrong-type",
    #"""
config.yaml:21:17: error: 'priority' takes a whole number, not the number 1.5 [config/wrong-type]
 21 |       priority: 1.5
    |                 ^~~
"""#
  ),
  (
    "config/wrong-value",
    #"""
config.yaml:13:22: error: 'restartPolicy' does not take 'always' [config/wrong-value]
 13 |       restartPolicy: always
    |                      ^~~~~~
 hint: did you mean 'Always'?
"""#
  ),
  (
    "copilot/clash",
    #"""
config.yaml:48:57: error: co-pilot's inputs and outputs have one volume, 'data' [copilot/clash]
 48 |     copilot: { inputVolumeName: data, outputVolumeName: data }
    |                                                         ^~~~
 hint: give each its own
"""#
  ),
  (
    "copilot/image-unfit",
    #"""
config.yaml:27:23: warning: co-pilot of v1.16.0 or later does not work with Flyte v1.15.3: its uploader waits to be ended, which never happens to a container of the task, so tasks with outputs hang [copilot/image-unfit]
 27 |     copilot: { image: registry.example.org/copilot:v1.16.0-b3 }
    |                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: name the co-pilot of v1.15.3, or take 'image' out for the chart's own
"""#
  ),
  (
    "file/unreadable",
    #"""
error: cannot read 'cofnig.yaml': there is no such file or folder [file/unreadable]
 hint: name another config with '--config'
"""#
  ),
  (
    "file/unwritable",
    #"""
error: cannot write 'out': it is a file, not a folder [file/unwritable]
 hint: look at the path and its permissions, and run it again: what is written is right, and the rest is as it was
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
config.yaml:65:33: error: the chart flyte cannot run 'registry.example.org/propeller:1.10': YAML does not read '1.10' as a text [flyte/image-unfit]
 65 |     flyte: { deployed: { image: "registry.example.org/propeller:1.10" } }
    |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 hint: name it by a tag such as 'v1.16.8-1'; this chart writes the tag into a label
"""#
  ),
  (
    "flyte/newer-release",
    #"""
config.yaml:10:30: warning: v1.16.99 is newer than v1.16.8, the newest known of its line, and is taken for that [flyte/newer-release]
 10 |   newer: { flyte: { version: v1.16.99 } }
    |                              ^~~~~~~~
 hint: say 'behavesLike: v1.16.8' once you have checked it
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
 hint: it has: k8s, global, aws, gcp, vault
"""#
  ),
  (
    "flyte/secrets-refused",
    #"""
config.yaml:33:48: note: tasks that want a secret as a file are refused: the webhook adds an init container for 'azure', which no template reaches [flyte/secrets-refused]
 33 |     flyte: { version: v2.0.43, secretManager: [azure, k8s] }
    |                                                ^~~~~
 hint: deploy the patch 'secret-manager-security-context', and name it in 'deployed.patches'
"""#
  ),
  (
    "flyte/setting-unread",
    #"""
config.yaml:36:16: warning: 'timeout' is left out: v1.15.3 does not read 'timeout'; v1.16.0 is the first that does [flyte/setting-unread]
 36 |     copilot: { timeout: 1h }
    |                ^~~~~~~
 hint: take it out
"""#
  ),
  (
    "flyte/templates-ignored",
    #"""
config.yaml:54:23: warning: Flyte v2.0.7 ignores every PodTemplate: only settings and patches have an effect [flyte/templates-ignored]
 54 |     flyte: { version: v2.0.7 }
    |                       ^~~~~~
 hint: v2.0.29 is the first v2 release that reads them
"""#
  ),
  (
    "flyte/two-releases",
    #"""
config.yaml:29:52: error: v1.15.3 is a release, and does not behave like v1.16.8 [flyte/two-releases]
 29 |   twice: { flyte: { version: v1.15.3, behavesLike: v1.16.8 } }
    |                                                    ^~~~~~~
config.yaml:29:30: note: the version is said here
 hint: take 'behavesLike' out, or give the fork a version of its own
"""#
  ),
  (
    "flyte/unknown-release",
    #"""
config.yaml:11:30: error: v1.9.1 is older than v1.9.2, the oldest known [flyte/unknown-release]
 11 |   older: { flyte: { version: v1.9.1 } }
    |                              ^~~~~~
 hint: move to v1.9.2 or later first
"""#
  ),
  (
    "flyte/version-mismatch",
    #"""
config.yaml:4:40: error: the sources are those of v1.14.1, and 'version' says v1.15.3 [flyte/version-mismatch]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
config.yaml:4:23: note: the version is said here
 hint: make both the same release; for a fork, say 'behavesLike'
"""#
  ),
  (
    "goedit/cycle",
    #"""
ours/GoPatch/one.goedit:5:7: error: patches come behind each other in a circle: one, two, one [goedit/cycle]
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
ours/GoPatch/no-banner.goedit:7:1: error: the lines that come have other brackets than those that go [goedit/go]
 7 | edit work in func main once
   | ^
 hint: close on '+' lines what they open, as the '-' lines do
"""#
  ),
  (
    "goedit/hunk",
    #"""
ours/GoPatch/no-banner.goedit:7:1: error: the edit changes nothing [goedit/hunk]
 7 | edit work in func main once
   | ^
 hint: put lines that begin with '+ ' or '- ' below it
"""#
  ),
  (
    "goedit/incomplete",
    #"""
ours/GoPatch/no-banner.goedit:1:7: error: the rule has no title: a line 'title TEXT' is missing [goedit/incomplete]
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
 hint: put it on a line that begins with upstream
"""#
  ),
  (
    "goedit/repeated",
    #"""
ours/GoPatch/no-banner.goedit:3:1: error: 'title' is said twice [goedit/repeated]
 3 | title  Once more
   | ^~~~~
"""#
  ),
  (
    "goedit/repeated-patch",
    #"""
ours/GoPatch/two.goedit:1:7: error: the patch 'no-banner' is also in ours/GoPatch/one.goedit [goedit/repeated-patch]
 1 | patch no-banner
   |       ^~~~~~~~~
ours/GoPatch/one.goedit:1:7: note: the other is here
"""#
  ),
  (
    "goedit/syntax",
    #"""
ours/GoPatch/no-banner.goedit:7:23: error: here 'once', 'times N', delete, append-to, ensure-import or drop-import-if-unused is expected [goedit/syntax]
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
ours/GoPatch/no-banner.goedit:9:3: error: nothing gives '$name' a value [goedit/unbound-name]
 9 | + banner($name)
   |   ^
 hint: bind it above, or use it in a line that is matched
"""#
  ),
  (
    "goedit/unknown-file",
    #"""
ours/GoPatch/no-banner.goedit:7:6: error: 'wrok' is no file of this rule [goedit/unknown-file]
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
ours/GoPatch/no-banner.goedit:2:1: error: 'titel' is no word of edit rules [goedit/unknown-word]
 2 | titel  Leave the banner out
   | ^~~~~
 hint: did you mean 'title'?
"""#
  ),
  (
    "kubernetes/uploader-blocks",
    #"""
config.yaml:20:28: warning: tasks whose outputs co-pilot uploads never start: from v1.16.0 the uploader is an init container, and Kubernetes 1.27 has no init containers that go on running [kubernetes/uploader-blocks]
 20 |     kubernetes: { version: "1.27" }
    |                            ^~~~~~
 hint: move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3
"""#
  ),
  (
    "kubernetes/version",
    #"""
config.yaml:19:73: error: Kubernetes 1.24 is older than 1.25, the oldest known [kubernetes/version]
 19 |   kubernetes-old: { flyte: { version: v1.15.3 }, kubernetes: { version: "1.24" } }
    |                                                                         ^~~~~~
"""#
  ),
  (
    "namespace/no-profile",
    #"""
config.yaml:12:3: note: no fallback is written in 'flyte': no line of 'assign' is for all namespaces [namespace/no-profile]
 12 |   one:
    |   ^~~
"""#
  ),
  (
    "namespace/twice",
    #"""
config.yaml:11:17: error: the namespace 'dev' is made twice [namespace/twice]
 11 |       - { name: dev }
    |                 ^~~
config.yaml:10:22: note: it is made here first
 hint: remove one of the two
"""#
  ),
  (
    "namespace/wrong",
    #"""
config.yaml:32:9: error: an entry has either a 'name', or 'projects' and 'domains' [namespace/wrong]
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
config.yaml:18:3: note: for the cluster 'two'
 hint: take 'runAsUser' out
"""#
  ),
  (
    "patch/exclusive",
    #"""
config.yaml:16:30: error: 'optional-sys-ptrace' and 'no-sys-ptrace' exclude each other [patch/exclusive]
 16 |     patches: [no-sys-ptrace, optional-sys-ptrace]
    |                              ^~~~~~~~~~~~~~~~~~~
config.yaml:16:15: note: 'no-sys-ptrace' is named here
 hint: keep one of the two
"""#
  ),
  (
    "patch/impossible",
    #"""
config.yaml:4:40: error: 'no-sys-ptrace' cannot be made: func AddCoPilotToContainer is not there: flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go, func AddCoPilotToContainer [patch/impossible]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: point 'source' at an unchanged checkout of v1.15.3, or choose the patches in 'patches'
"""#
  ),
  (
    "patch/no-source",
    #"""
config.yaml:9:3: note: no patches are written: no source is given; v1.13.3 could have 'podtemplate-copies' [patch/no-source]
 9 |   old:
   |   ^~~
 hint: add 'source' with a Flyte checkout to the cluster's 'flyte', or write 'patches: none'
"""#
  ),
  (
    "patch/not-needed",
    #"""
config.yaml:11:64: error: 'no-sys-ptrace' cannot be deployed: v1.16.8 does not need it (v1.16.8 does not have the fault) [patch/not-needed]
 11 |   needless: { flyte: { version: v1.16.8, deployed: { patches: [no-sys-ptrace] } } }
    |                                                                ^~~~~~~~~~~~~
 hint: take it out of 'deployed.patches'
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
 hint: read that function, then write 'unverifiedShapes: allow' beside 'source'
"""#
  ),
  (
    "pod/class-unjudged",
    #"""
config.yaml:6:31: note: 'pod.priorityClassName' is not judged: the config does not say whether the cluster has the priority class 'urgent', without which it refuses the pods [pod/class-unjudged]
 6 |     pod: { priorityClassName: urgent, runtimeClassName: gvisor }
   |                               ^~~~~~
config.yaml:17:3: note: for the cluster 'half'
 hint: list all priority classes of the cluster in 'kubernetes.priorityClasses'
"""#
  ),
  (
    "pod/field-dropped",
    #"""
config.yaml:11:9: warning: 'appArmorProfile' is left out: v1.15.3 was built with Kubernetes 1.28 and drops it [pod/field-dropped]
 11 |         appArmorProfile: { type: RuntimeDefault }
    |         ^~~~~~~~~~~~~~~
config.yaml:34:3: note: for the cluster 'dropped'
 hint: v1.16.4 is the first release after it that keeps it
"""#
  ),
  (
    "pod/field-gated",
    #"""
config.yaml:11:7: warning: 'resizePolicy' is left out: Kubernetes 1.35 drops it while the feature gate InPlacePodVerticalScaling is off, as 'kubernetes.features' says [pod/field-gated]
 11 |       resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]
    |       ^~~~~~~~~~~~
config.yaml:23:3: note: for the cluster 'off'
 hint: take it out, or switch the gate on
"""#
  ),
  (
    "pod/field-too-new",
    #"""
config.yaml:28:9: error: Kubernetes 1.29 has no 'appArmorProfile' in SecurityContext: it came with 1.30 [pod/field-too-new]
 28 |         appArmorProfile: { type: RuntimeDefault }
    |         ^~~~~~~~~~~~~~~
config.yaml:33:3: note: for the cluster 'one'
 hint: take it out, or correct 'kubernetes.version'
"""#
  ),
  (
    "pod/merged-twice",
    #"""
config.yaml:11:23: warning: pod tasks whose container is called 'primary', as flytekit calls it, are refused: v1.15.3 lays 'primary' under it twice, and the API server says of 'ports[1].name': 'metrics' is used twice; give each port its own name [pod/merged-twice]
 11 |       ports: [{ name: metrics, containerPort: 9090 }]
    |                       ^~~~~~~
note: for the cluster 'v1-15-3'
 hint: say it in 'containers', or move to v1.16.3 or later
"""#
  ),
  (
    "pod/pods-refused",
    #"""
config.yaml:5:47: error: the API server keeps the template and refuses its pods for 'pod.priority': must be 0, its class's; leave it out [pod/pods-refused]
 5 |   priority: { extends: root, pod: { priority: 5 } }
   |                                               ^
config.yaml:16:3: note: for the cluster 'all'
 hint: change it, or take it out
"""#
  ),
  (
    "pod/refused",
    #"""
config.yaml:27:33: error: 'Localhost' needs 'localhostProfile' [pod/refused]
 27 |         seccompProfile: { type: Localhost }
    |                                 ^~~~~~~~~
config.yaml:33:3: note: for the cluster 'one'
 hint: name the profile on the nodes
"""#
  ),
  (
    "profile/builtin-user",
    #"""
config.yaml:7:14: note: tasks run as user 1000, which the images of flytekit and flyte-sdk have; an image of your own must let that user read its code and write its working directory [profile/builtin-user]
 7 |     extends: builtin/restricted
   |              ^~~~~~~~~~~~~~~~~~
config.yaml:35:3: note: for the cluster 'v1'
 hint: say 'runAsUser' in 'pod.securityContext' yourself, with the user that your images have
"""#
  ),
  (
    "profile/contradiction",
    #"""
config.yaml:21:20: error: the profile claims 'restricted', which refuses its pods: host namespaces (hostNetwork=true) [profile/contradiction]
 21 |       hostNetwork: true
    |                    ^~~~
config.yaml:33:3: note: for the cluster 'one'
 hint: change it, or claim a lower level in 'podSecurity'
"""#
  ),
  (
    "profile/copilot-root",
    #"""
Templates/Profile/restricted.yaml:17:19: warning: 'runAsNonRoot' without 'runAsUser': the co-pilot image runs as root, and the kubelet refuses to start it [profile/copilot-root]
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
 hint: break the circle at one of these 'extends'
"""#
  ),
  (
    "profile/image-user",
    #"""
own/Profile/restricted.yaml:5:16: note: a usual task does not run as user 7777: the images of flytekit belong to user 1000, who alone may write their working directory [profile/image-user]
 5 |     runAsUser: 7777
   |                ^~~~
config.yaml:5:23: note: extended here
config.yaml:7:3: note: for the cluster 'one'
 hint: write 'runAsUser: 1000', or use images of your own whose working directory 7777 may write
"""#
  ),
  (
    "profile/no-claim",
    #"""
config.yaml:38:60: error: the profile 'unclaimed' claims no Pod Security level [profile/no-claim]
 38 |     assign: [{ profile: strict }, { namespace: x, profile: unclaimed }]
    |                                                            ^~~~~~~~~
 hint: lay it over a profile that does, as in 'extends: builtin/restricted', or say in 'podSecurity' the level that it meets
"""#
  ),
  (
    "profile/reaches-more",
    #"""
config.yaml:25:35: note: 'primary.resources.limits.cpu' also reaches a pod task's other containers: Flyte gives them what 'primary' says of resources that they do not name [profile/reaches-more]
 25 |       resources: { limits: { cpu: 2 } }
    |                                   ^
config.yaml:35:3: note: for the cluster 'v1'
 hint: have a pod task's other containers say what they need
"""#
  ),
  (
    "profile/read-only-code",
    #"""
config.yaml:13:50: note: tasks whose code is not in their image do not start: 'flyte run' and 'flyte deploy' unpack it to the working directory, /home/flyte, which is read-only [profile/read-only-code]
 13 |       securityContext: { readOnlyRootFilesystem: true }
    |                                                  ^~~~
config.yaml:31:3: note: for the cluster 'v2'
 hint: put the code into the image with '--copy-style none'; a volume mounted at /home/flyte makes it writable and hides what the image has there
"""#
  ),
  (
    "profile/service-account",
    #"""
config.yaml:7:32: note: 'task-runner' is the service account of tasks for which nobody names another: a launch plan, an execution or a project's attributes may, and the console sends 'default' unless told otherwise (flyte#3466) [profile/service-account]
 7 |     pod: { serviceAccountName: task-runner, volumes: [{ name: cache, emptyDir: {} }, { name: tmp, emptyDir: {} }] }
   |                                ^~~~~~~~~~~
"""#
  ),
  (
    "profile/shared-memory",
    #"""
config.yaml:8:58: warning: tasks with 'shared_memory' fail: Flyte adds a volume for them at '/dev/shm', and '/dev/shm' is mounted already [profile/shared-memory]
 8 |     containers: { volumeMounts: [{ name: shm, mountPath: /dev/shm }] }
   |                                                          ^~~~~~~~
config.yaml:26:3: note: for the cluster 'since'
 hint: take it out; a task that needs more shared memory asks for 'shared_memory'
"""#
  ),
  (
    "profile/too-deep",
    #"""
config.yaml:73:19: error: 'p63' is number 65 of a chain of 'extends', and 64 are allowed [profile/too-deep]
 73 |   p63: { extends: p62 }
    |                   ^~~
 hint: lay several of them together in one profile
"""#
  ),
  (
    "profile/uncarried",
    #"""
config.yaml:12:35: warning: 'containers.resources.limits.cpu' does not reach the task's own container: Flyte sets '1' itself [profile/uncarried]
 12 |       resources: { limits: { cpu: 2 } }
    |                                   ^
config.yaml:39:3: note: for the cluster 'v2'
 hint: take it out
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
config.yaml:18:3: note: for the cluster 'v1-9'
 hint: give those tasks a profile for Linux
"""#
  ),
  (
    "source/absent-tags",
    #"""
note: 'flyte' has no tags for 3 of these releases: v1.15.0, v1.15.1, v1.15.2 [source/absent-tags]
 hint: fetch its tags to look at them as well
"""#
  ),
  (
    "source/edited",
    #"""
config.yaml:4:40: warning: 'flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go' differs from the commit that is checked out [source/edited]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: patches fit the file as it is; to make them from the commit, write 'repository' and 'ref'
"""#
  ),
  (
    "source/inside-repository",
    #"""
config.yaml:4:40: note: 'flyte' lies in a bigger repository, and the paths in its patches begin at Flyte's root [source/inside-repository]
 4 |     flyte: { version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow }
   |                                        ^
 hint: apply them with 'git am --directory=flyte'; with 'repository' and 'ref' in place of 'path' they begin at the repository's root
"""#
  ),
  (
    "source/line-ends",
    #"""
config.yaml:4:40: note: 'flyte' is checked out with lines that end with CR LF, and its commit has LF [source/line-ends]
 4 |     flyte: { version: v1.15.3, source: { path: flyte } }
   |                                        ^
 hint: patches are made from the commit's lines; apply them with plain 'git am' or 'git apply'
"""#
  ),
  (
    "source/none",
    #"""
config.yaml:3:3: error: 'production' has no sources to look at [source/none]
 3 |   production:
   |   ^~~~~~~~~~
 hint: add 'source' to its 'flyte', or name sources: 'flyte-harden patches SOURCE'
"""#
  ),
  (
    "source/outdated",
    #"""
config.yaml:4:40: warning: 'copy' is no longer what it was copied from: 'v1.15.3' of 'flyte' is now commit 6f738f840b49, which differs in 'flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go' [source/outdated]
 4 |     flyte: { version: v1.15.3, source: { path: copy } }
   |                                        ^
 hint: run 'flyte-harden vendor flyte v1.15.3 copy'
"""#
  ),
  (
    "source/repository-unreadable",
    #"""
config.yaml:4:40: warning: 'flyte' cannot be held against its repository: the commit of 'HEAD' cannot be read: its object in the repository 'flyte' is missing or damaged [source/repository-unreadable]
 4 |     flyte: { version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow }
   |                                        ^
 hint: run 'git fsck' there to see what is lost, then fetch it, or clone again
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
 hint: keep an edit in a fork of Flyte; remove the file, then run 'flyte-harden vendor flyte v1.15.3 copy'
"""#
  ),
  (
    "template/missing",
    #"""
error: there is no folder of templates 'Profile' [template/missing]
 hint: looked in '/tmp/share/flyte-harden/Templates'
"""#
  ),
  (
    "template/missing-slot",
    #"""
ours/PodTemplate/pod-template.yaml:1:1: error: the template has no '${name}' at 'metadata.name' [template/missing-slot]
 1 | apiVersion: v1
   | ^
 hint: write 'name: ${name}' there
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
own/PodTemplate/pod-template.yaml:5:14: error: 'ns-${namespace}' has a slot within a text, where nothing fills it [template/slot-within-text]
 5 |   namespace: ns-${namespace}
   |              ^~~~~~~~~~~~~~~
 hint: let the slot be the whole value of a key, or take it out
"""#
  ),
  (
    "template/unknown-slot",
    #"""
own/PodTemplate/pod-template.yaml:4:9: error: nothing fills the slot '${nome}' [template/unknown-slot]
 4 |   name: ${nome}
   |         ^~~~~~~
 hint: did you mean '${name}'?
"""#
  ),
  (
    "template/unused",
    #"""
config.yaml:2:18: warning: nothing looks into 'own/GoPach' [template/unused]
 2 | templatesFolder: own
   |                  ^~~
 hint: did you mean 'GoPatch'?
"""#
  ),
  (
    "yaml/alias",
    #"""
config.yaml:10:8: error: there is no complete anchor '&missing' before this place [yaml/alias]
 10 |   one: *missing
    |        ^~~~~~~~
 hint: define the anchor before it is used
"""#
  ),
  (
    "yaml/complex-key",
    #"""
config.yaml:7:42: error: a key must be a text, not a list or a mapping [yaml/complex-key]
 7 |     podTemplate: { annotations: { team: {{ team }} } }
   |                                          ^
 hint: if this is a '{{ … }}' of a template, quote it
"""#
  ),
  (
    "yaml/duplicate-key",
    #"""
config.yaml:5:5: error: the key 'extends' stands twice in one mapping [yaml/duplicate-key]
 5 |     extends: builtin/baseline
   |     ^~~~~~~
config.yaml:4:5: note: it stands here first
 hint: keep one of the two
"""#
  ),
  (
    "yaml/empty",
    #"""
config.yaml: error: the file holds no YAML document [yaml/empty]
 hint: write something, or remove the file
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
 hint: lay profiles one over the other with 'extends'
"""#
  ),
  (
    "yaml/several-documents",
    #"""
config.yaml:10:1: error: a second document begins here [yaml/several-documents]
 10 | apiVersion: flyte-harden/v1
    | ^
 hint: put each document in a file of its own
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
config.yaml:6:12: error: the tag '!chart' means nothing here [yaml/tag]
 6 |     chart: !chart flyte-binary
   |            ^~~~~~~~~~~~~~~~~~~
 hint: take the tag away
"""#
  ),
  (
    "yaml/too-large",
    #"""
config.yaml:9:210: error: more than 200 levels are nested here [yaml/too-large]
 9 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
   |                                                                        ^
 hint: write less in one place
"""#
  ),
]
