import Foundation
import TestSupport
import Testing

@testable import Files

/// Files have their names only when they are whole, and what a killed run leaves is known.
@Suite struct WorkshopTests {
  private let scratch: TemporaryFolder
  private let folder: OutputFolder

  init() throws {
    scratch = try TemporaryFolder()
    folder = try OutputFolder(path: scratch.url.path)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch.url.path)) ?? []).sorted()
  }

  private func look(_ name: String) throws -> FoundFile? {
    guard case .file(let file) = try folder.look(at: FilePlace("", name)) else { return nil }
    return file
  }

  @Test func aFileGetsItsNameWhenItIsWhole() throws {
    var workshop = try Workshop(in: folder, journal: [])
    let place = FilePlace("inner", "new.yaml")
    let number = try workshop.make(Array("all".utf8), for: place, in: folder)
    #expect(scratch.read("inner/new.yaml") == nil)
    try workshop.place(number, at: place, over: nil, in: folder)
    #expect(scratch.read("inner/new.yaml") == Array("all".utf8))
    workshop.discard(from: folder)
    #expect(names == ["inner"])
  }

  @Test func whatAppearedMeanwhileIsNotReplaced() throws {
    var workshop = try Workshop(in: folder, journal: [])
    let place = FilePlace("", "new.yaml")
    let number = try workshop.make([], for: place, in: folder)
    try scratch.write("mine", to: "new.yaml")
    #expect(throws: FileError.self) {
      try workshop.place(number, at: place, over: nil, in: folder)
    }
    #expect(scratch.read("new.yaml") == Array("mine".utf8))
  }

  @Test(arguments: ["edit", "file", "link"])
  func whatWasChangedMeanwhileIsNeitherReplacedNorRemoved(how: String) throws {
    let file = try scratch.write("old", to: "a.yaml")
    let seen = try #require(try look("a.yaml")).stamp
    var workshop = try Workshop(in: folder, journal: [])
    let place = FilePlace("", "a.yaml")
    let number = try workshop.make(Array("new".utf8), for: place, in: folder)
    switch how {
    case "edit": try scratch.write("mine", to: "a.yaml")
    case "file":
      let other = try scratch.write("two", to: "other")
      #expect(rename(other.path, file.path) == 0)
    default:
      try scratch.write("target", to: "target")
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createSymbolicLink(
        atPath: file.path, withDestinationPath: "target")
    }
    let before = Snapshots.files(in: scratch.url)
    #expect(throws: FileError.self) {
      try workshop.place(number, at: place, over: seen, in: folder)
    }
    #expect(throws: FileError.self) { try folder.remove(place, seen: seen) }
    #expect(Snapshots.files(in: scratch.url) == before)
  }

  @Test func theJournalIsReadByTheNextRun() throws {
    let journal = Array("digest  path\n".utf8)
    let workshop = try Workshop(in: folder, journal: journal)
    let left = try Workshop.leftOvers(in: folder)
    #expect(left.map(\.name) == [workshop.name])
    #expect(left.first?.journal(in: folder) == journal)
    // A copy of the folder, as a checkout makes it, has no sticky bit.
    #expect(chmod(scratch.url.appending(path: workshop.name).path, 0o755) == 0)
    #expect(try Workshop.leftOvers(in: folder).count == 1)
    left.first?.discard(from: folder)
    #expect(names == [])
  }

  /// As after a run that was killed before it had written its journal.
  @Test(arguments: [false, true]) func oneWithoutAJournalIsKnown(torn: Bool) throws {
    let path = scratch.url.appending(path: ".flyte-harden-new").path
    #expect(mkdir(path, 0o1777) == 0)
    if torn { try scratch.write("# The fi", to: ".flyte-harden-new/journal.new") }
    let left = try Workshop.leftOvers(in: folder)
    #expect(left.count == 1)
    #expect(left.first?.journal(in: folder) == nil)
    left.first?.discard(from: folder)
    #expect(names == [])
  }

  @Test func somethingElseOfItsNameIsInNobodysWay() throws {
    for name in [".flyte-harden-new", ".flyte-harden-new-2", ".flyte-harden-new-x"] {
      try FileManager.default.createDirectory(
        at: scratch.url.appending(path: name), withIntermediateDirectories: true)
    }
    try scratch.write("mine", to: ".flyte-harden-new-2/journal")
    try scratch.write("mine", to: ".flyte-harden-new-3")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appending(path: ".flyte-harden-new-4").path,
      withDestinationPath: ".flyte-harden-new-2")
    #expect(try Workshop.leftOvers(in: folder).isEmpty)
    let workshop = try Workshop(in: folder, journal: [])
    #expect(workshop.name == ".flyte-harden-new-5")
    workshop.discard(from: folder)
    #expect(
      names == [
        ".flyte-harden-new", ".flyte-harden-new-2", ".flyte-harden-new-3", ".flyte-harden-new-4",
        ".flyte-harden-new-x",
      ])
    #expect(scratch.read(".flyte-harden-new-2/journal") == Array("mine".utf8))
  }

  @Test func aFolderIsTakenAndGivenBack() throws {
    try scratch.write("mine", to: "former/a")
    var workshop = try Workshop(in: folder, journal: [])
    #expect(throws: FileError.self) {
      try workshop.take("former", from: folder) { (_) throws(FileError) in
        throw FileError(path: "former/a", reason: "new")
      }
    }
    #expect(scratch.read("former/a") == Array("mine".utf8))
    try workshop.take("former", from: folder) { _ in }
    #expect(scratch.read("former/a") == nil)
    workshop.discard(from: folder)
    #expect(names == [])
  }

  @Test func aLinkInItIsRemovedAndNotFollowed() throws {
    try scratch.write("mine", to: "precious/a")
    let workshop = try Workshop(in: folder, journal: [])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appending(path: workshop.name + "/0").path,
      withDestinationPath: "../precious")
    workshop.discard(from: folder)
    #expect(names == ["precious"])
    #expect(scratch.read("precious/a") == Array("mine".utf8))
  }

  @Test func afterAFaultNothingIsLeftOfAFolder() throws {
    var workshop = try Workshop(in: folder, journal: [])
    let fault = #expect(throws: FileError.self) {
      _ = try workshop.makeFolder("cluster", in: folder) { (fresh) throws(FileError) in
        try fresh.create(FilePlace("a", "b"), with: [])
        try fresh.create(FilePlace("a", "b"), with: [])
      }
    }
    #expect(fault?.path == scratch.url.path + "/cluster/a/b")
    workshop.discard(from: folder)
    #expect(names == [])
  }
}
