import Foundation
import TestSupport
import Testing

@testable import Files

/// A folder is reached from its descriptor, part by part.
@Suite struct OutputFolderTests {
  private let scratch: TemporaryFolder
  private let folder: OutputFolder

  init() throws {
    scratch = try TemporaryFolder()
    folder = try OutputFolder(path: scratch.url.path)
  }

  @Test func aNameThatIsNotTextIsShownAndNotMistaken() throws {
    let path = scratch.url.path + "/"
    #expect(mkdir(path.utf8.map { CChar(bitPattern: $0) } + [0x61, -1, 0x0A, 0], 0o755) == 0)
    try scratch.write("x", to: "\u{FFFD}")
    let entries = try folder.entries()
    #expect(entries.map(\.name) == ["a\\xFF\\x0A", "\u{FFFD}"])
    #expect(entries.map(\.isText) == [false, true])
    #expect(entries.map(\.kind) == [.folder, .file])
    #expect(folder.folder(of: entries[0]) != nil)
  }

  @Test func ofALargeFileTheStartIsRead() throws {
    try scratch.write([UInt8](repeating: 7, count: 200_000), to: "large")
    guard case .file(let file) = try folder.look(at: FilePlace("", "large"), limit: 199_999) else {
      Issue.record("no file")
      return
    }
    #expect(!file.isWhole)
    #expect(file.bytes == [UInt8](repeating: 7, count: 65_536))
    guard case .file(let whole) = try folder.look(at: FilePlace("", "large")) else { return }
    #expect(whole.isWhole && whole.bytes.count == 200_000)
  }

  @Test func aPlaceIsBytes() {
    #expect(FilePlace("", "K8s") != FilePlace("", "\u{212A}8s"))
    #expect(FilePlace("e\u{301}", "a") != FilePlace("\u{E9}", "a"))
    #expect(FilePlace("a/b") == FilePlace("a", "b"))
  }

  @Test func noDescriptorStaysOpen() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    for number in 0..<300 { try scratch.write("x", to: "\(number)/x") }
    for entry in try folder.entries() { #expect(folder.folder(of: entry) != nil) }
    let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    // Other tests open files meanwhile.
    #expect(after - before < 250)
  }

  /// As many calls inside each other as a path has parts would end the process.
  @Test func aPathOfVeryManyPartsIsAnError() throws {
    let deep = scratch.url.path + "/" + String(repeating: "d/", count: 200_000)
    #expect(throws: FileError.self) { try OutputFolder(path: deep) }
    #expect(try folder.entries().isEmpty)
    #expect(FilePath.relative(deep, to: scratch.url.path).hasSuffix("/d"))
  }

  @Test func foldersAreMadeAsFarAsTheyAreMissing() throws {
    let made = try FolderMaking.makeFolders(scratch.url.path + "/a/b/c")
    #expect(made.map { $0.dropFirst(scratch.url.path.count) } == ["/a", "/a/b", "/a/b/c"])
    #expect(try FolderMaking.makeFolders(scratch.url.path + "/a/b/c").isEmpty)
    try scratch.write("x", to: "file")
    #expect(throws: FileError.self) {
      try FolderMaking.makeFolders(scratch.url.path + "/file/below")
    }
    #expect(
      FilePath.relative(scratch.url.path + "/a/no/such/", to: scratch.url.path) == "a/no/such")
  }

  @Test func emptyFoldersGoAndOthersStay() throws {
    try scratch.write("x", to: "a/b/c/x")
    try scratch.write("x", to: "a/y")
    guard case .file(let file) = try folder.look(at: FilePlace("a/b/c/x")) else { return }
    try folder.remove(FilePlace("a/b/c/x"), seen: file.stamp)
    #expect(Array(Snapshots.files(in: scratch.url).keys) == ["a/y"])
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "a/b").path))
  }
}
