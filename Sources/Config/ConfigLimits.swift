/// The limits on what a config means. A few kilobytes can mean very much: every project has every
/// domain, every cluster has the defaults, every profile what it extends.
public enum ConfigLimits {
  /// Files of a config.
  public static let files = 1_000
  /// Values of all files together.
  public static let values = 500_000
  /// Clusters of a config.
  public static let clusters = 1_000
  /// Values files of a cluster.
  public static let valuesFiles = 100
  /// Lines of `assign` of all clusters together.
  public static let lines = 200_000
  /// Lines of `accept` of a cluster.
  public static let acceptances = 200
  /// Namespaces of a cluster.
  public static let namespaces = 200_000
  /// Namespaces of all clusters together.
  public static let allNamespaces = 400_000
  /// Combinations of organization, project, domain and namespace that the lines of a cluster's
  /// `assign` name.
  public static let combinations = 1_000_000
  /// Named templates, counted once for each combination of lines that gives them.
  public static let namedTemplates = 200_000
  /// Values of all profiles together, each laid over what it extends, and containers of its own over
  /// what it says of all of their kind.
  public static let profileValues = 500_000
  /// Values of the different sets of PodTemplates that namespaces have.
  public static let templateValues = 200_000
  /// Bytes of these as text.
  public static let templateBytes = 32 << 20
  /// Bytes of the PodTemplates of all namespaces.
  public static let outputBytes = 2 << 30
  /// Bytes of a text that names something, such as a project or a path.
  public static let textBytes = 4_096
}
