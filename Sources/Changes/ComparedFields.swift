import PodAPI

/// The fields that comparing treats in its own way.
enum ComparedFields {
  /// Whether half of one value and half of another mean nothing: they are compared as a whole. The
  /// parts of SELinux and Windows options are each judged by themselves.
  static func isWhole(_ field: String) -> Bool {
    WholeStructs.contain(field) && field != "seLinuxOptions" && field != "windowsOptions"
  }

  /// What entries of a list are told apart by; patches of a setup by their names, as containers.
  static func identity(_ field: String) -> ListIdentity {
    ListIdentity.of(field == "patches" ? "containers" : field)
  }

  /// Whether the keys of a mapping are the user's own.
  static func hasUsersKeys(_ field: String) -> Bool {
    [
      "labels", "annotations", "nodeSelector", "matchLabels", "limits", "requests", "behaviors",
      "features", "blobs",
    ].contains(field)
  }

  /// Whether a list has an order that means nothing.
  static func isSet(_ field: String) -> Bool {
    ["add", "drop", "supplementalGroups", "tolerations", "fields", "profiles"].contains(field)
  }

  /// Whether the entries of a list are looked into.
  static func hasLargeEntries(_ field: String) -> Bool {
    ["containers", "initContainers", "ephemeralContainers", "patches"].contains(field)
  }
}
