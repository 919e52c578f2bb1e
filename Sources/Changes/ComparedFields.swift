import Flyte
import PodAPI

/// The fields that comparing treats in its own way.
enum ComparedFields {
  /// True if a field is compared as a whole, because half of one value and half of another mean
  /// nothing. The parts of SELinux and Windows options are judged one by one.
  static func isWhole(_ field: String) -> Bool {
    WholeStructs.contain(field) && field != "seLinuxOptions" && field != "windowsOptions"
  }

  /// Returns the field that identifies the entries of a list; patches of a setup have names, like
  /// containers.
  static func identity(_ field: String) -> ListIdentity {
    ListIdentity.of(field == "patches" ? "containers" : field)
  }

  /// True if the keys of a mapping are the user's own.
  static func hasUsersKeys(_ field: String) -> Bool {
    InstalledValues.usersKeys.contains(field)
      || [
        "labels", "annotations", "nodeSelector", "matchLabels", "limits", "requests", "behaviors",
        "features", "blobs", "byAccount", "spark-config-default", "spark-config",
      ].contains(field)
  }

  /// True if the order of a list has no meaning.
  static func isSet(_ field: String) -> Bool {
    ["add", "drop", "supplementalGroups", "tolerations", "fields", "profiles"].contains(field)
  }

  /// True if the entries of a list are compared field by field.
  static func hasLargeEntries(_ field: String) -> Bool {
    ["containers", "initContainers", "ephemeralContainers", "patches"].contains(field)
  }
}
