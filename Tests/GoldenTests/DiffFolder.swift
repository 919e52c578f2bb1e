import Command
import Foundation
import TestSupport
import Testing

/// A folder with a config, the files that it makes, and what `diff` says of them.
struct DiffFolder {
  let folder: TemporaryFolder
  var path: String { "\(folder.url.path)/config.yaml" }
  var output: String { "\(folder.url.path)/out" }

  init() throws { folder = try TemporaryFolder() }

  func generate() {
    #expect(run(["generate", "--config", path, "--output", output]).status == .success)
  }

  func diff(view: String = "summary", _ options: [String] = []) -> String {
    run(["diff", "--config", path, "--output", output, "--view", view] + options).output
  }
}
