/// The limits on the size of rules.
public enum RuleLimits {
  /// Bytes of a rule file, and of a Go file that rules add.
  public static let fileBytes = 64 << 10
  /// Bytes of a line of a rule.
  public static let lineBytes = 1_000
  /// Steps of a rule: what it binds, asks, requires and edits.
  public static let steps = 200
  /// Open places (`$name`, `$$name`, `...`) of a pattern: each may end in many places.
  public static let holes = 100
  /// Patches that a rule may name behind `after` and `needs`.
  public static let predecessors = 16
  /// Rule files of all folders together.
  public static let files = 100
  /// Releases of the table of shapes.
  public static let releases = 2_000
  /// The number of releases in the table, those within a range counted one by one.
  public static let releasePlaces = 1_000_000
}
