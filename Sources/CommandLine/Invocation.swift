/// The words of a command, read.
public struct Invocation: Sendable, Equatable {
  /// The arguments, in order.
  public var arguments: [String] = []
  /// The values of the options that were given, by long name; a flag has an empty text.
  public var options: TextMap<[String]> = [:]

  /// Makes an invocation.
  public init(arguments: [String] = [], options: TextMap<[String]> = [:]) {
    self.arguments = arguments
    self.options = options
  }

  /// Byte for byte.
  public static func == (left: Invocation, right: Invocation) -> Bool {
    left.arguments == right.arguments && left.options.count == right.options.count
      && left.options.allSatisfy { name, values in
        right.options[name].map { $0 == values } ?? false
      }
  }

  /// The last value of an option; nil where it was not given.
  public subscript(option: String) -> String? { options[option]?.last }
}
