import Foundation
import Parallel
import TestSupport
import Testing

@testable import Files

/// Files that several threads look at and make.
@Suite struct FolderFilesTests {
  private let scratch: TemporaryFolder
  private let folder: OutputFolder

  init() throws {
    scratch = try TemporaryFolder()
    folder = try OutputFolder(path: scratch.url.path)
  }

  @Test func onlyTheSameBytesInAFileAreTheSame() throws {
    try scratch.write("same", to: "in/file")
    try scratch.write("", to: "in/empty")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.path + "/in/link", withDestinationPath: "file")
    try scratch.write("x", to: "in/folder/x")
    let files = try #require(folder.files(in: "in"))
    let same = Array("same".utf8)
    #expect(files.has(same, in: "file"))
    #expect(files.has([], in: "empty"))
    #expect(!files.has(Array("some".utf8), in: "file"))
    #expect(!files.has(Array("same ".utf8), in: "file"))
    #expect(!files.has([], in: "file"))
    for name in ["link", "folder", "missing"] { #expect(!files.has(same, in: name)) }
  }

  @Test func severalThreadsMakeAndCompareFiles() throws {
    let files = try folder.madeFiles(in: "in")
    let made = Parallel.map(count: 500) { number -> Bool in
      let bytes = Array("\(number)".utf8)
      do throws(FileError) { try files.put(bytes, in: "\(number)") } catch { return false }
      return files.has(bytes, in: "\(number)")
    }
    #expect(made == Array(repeating: true, count: 500))
    #expect(try files.bytes(of: "499") == Array("499".utf8))
    #expect(files.size(of: "499") == 3)
    #expect(try files.bytes(of: "500") == nil)
  }

  @Test func aFolderBehindALinkIsNone() throws {
    try scratch.write("same", to: "in/file")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.path + "/link", withDestinationPath: "in")
    #expect(folder.files(in: "link") == nil)
    #expect(folder.files(in: "missing") == nil)
  }

  @Test func whatIsThereIsNotWrittenOver() throws {
    try scratch.write("old", to: "in/file")
    let files = try folder.madeFiles(in: "in")
    #expect(throws: FileError.self) { try files.put(Array("new".utf8), in: "file") }
    #expect(files.has(Array("old".utf8), in: "file"))
    try files.put(Array("new".utf8), in: "other")
    #expect(files.has(Array("new".utf8), in: "other"))
  }
}
