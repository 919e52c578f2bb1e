/// The words of a command, read.
public struct Invocation: Sendable, Equatable {
  /// The arguments, in order.
  public var arguments: [String] = []
  /// The values of the options that were given, by long name; a flag has an empty text.
  public var options: [String: [String]] = [:]

  /// Makes an invocation.
  public init(arguments: [String] = [], options: [String: [String]] = [:]) {
    self.arguments = arguments
    self.options = options
  }

  /// The last value of an option; nil where it was not given.
  public subscript(option: String) -> String? { options[option]?.last }
}
