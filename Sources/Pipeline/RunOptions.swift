public import Flyte
public import Values

/// The options of a run, from the command line.
public struct RunOptions: Sendable {
  /// A config file, or a folder of them.
  public var config = "config"
  /// The folder of all outputs.
  public var output = "generated"
  /// The clusters to look at; none: all of them.
  public var clusters: [String] = []
  /// True to plan as if every patch that would be written were deployed.
  public var assumesPatched = false
  /// Tasks of the user's own that every cluster is judged for as well.
  public var tasks: [JudgedTask] = []

  /// The day on which acceptances are judged; nil: whether one has ended plays no part.
  public var today: CalendarDay?

  /// The defaults.
  public init() {}
}
