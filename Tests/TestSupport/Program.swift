public import Foundation

/// A program of the machine, run by tests as a judge.
public struct Program: Sendable {
  /// The result of a finished run.
  public struct Outcome: Sendable {
    /// The exit status.
    public let status: Int32
    /// The standard output.
    public let output: [UInt8]
    /// The standard error as text.
    public let complaint: String

    /// The standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  private let file: URL

  /// Finds a program on the search path; nil when the machine has none of this name.
  public init?(named name: String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let candidate = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        file = URL(fileURLWithPath: candidate)
        return
      }
    }
    return nil
  }

  /// Runs the program to its end. Output goes through files, so no amount of it can block.
  public func run(
    _ arguments: [String], in folder: URL, input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    let (inputFile, outputFile, errorFile) = (
      try scratch.write(input, to: "input"), try scratch.write([], to: "output"),
      try scratch.write([], to: "error")
    )
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: [UInt8](try Data(contentsOf: outputFile)),
      complaint: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
