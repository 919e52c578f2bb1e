import Foundation
import Testing

extension Snapshots {
  /// A page in which the files that are in every page are named instead; the judge puts them back.
  /// - Parameter folder: the folder of the parts, from the root of the repository.
  public static func withoutParts(
    _ page: String, _ parts: [String], in folder: String
  ) throws -> String {
    try parts.reduce(page) { page, name in
      let file = repository.appending(path: "\(folder)/\(name)")
      let part = try String(contentsOf: file, encoding: .utf8)
      try #require(page.contains(part), "the page has '\(name)' as it is")
      return page.replacingOccurrences(of: part, with: "/* \(name) */")
    }
  }
}
