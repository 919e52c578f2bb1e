// swift-format-ignore-file

/// What an audit printed of each kind of finding. `make docs` writes this file.
let recordedFindings: [(name: String, text: String)] = [
  (
    "no-default-template",
    #"""
warning: tasks that name no PodTemplate silently get none: 'flyte-template' exists neither there nor in 'flyte' (flyte-templates) in 1 namespace [no-default-template]
    fix      rename 'flyte-templates' to 'flyte-template', or the setting to 'flyte-templates'
"""#
  ),
  (
    "no-writable-tmp",
    #"""
warning: the root of the task's container is read-only, and nothing is mounted at /tmp (flyte-template) in 1 namespace (templates.yaml:13:116) [no-writable-tmp]
    fix      mount an emptyDir at /tmp, and wherever else tasks write
"""#
  ),
]
