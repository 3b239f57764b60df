import Foundation
import Testing

@testable import Storage

@Suite struct AtomicFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func replacesAndLeavesNothingBehind() throws {
    try AtomicFile.write(Array("one".utf8), to: folder("a"))
    try AtomicFile.write(Array("two".utf8), to: folder("a"))
    #expect(try AtomicFile.read(folder("a")) == Array("two".utf8))
    #expect(try folder.names() == ["a"])
  }

  @Test func aFailureKeepsTheOldContent() throws {
    try folder.write("a/inside", "old")
    let error = try #require(throws: StorageError.self) { try AtomicFile.write([1], to: folder("a")) }
    #expect("\(error)" == "\(folder("a")): can't be written: Is a directory")
    #expect(try folder.names() == ["a"])
    #expect(try folder.text("a/inside") == "old")
    let nowhere = try #require(throws: StorageError.self) {
      try AtomicFile.write([1], to: folder("no/where"))
    }
    #expect("\(nowhere)" == "\(folder("no/where")): can't be written: No such file or directory")
  }

  @Test func aFolderThatCannotBeMadeIsTheReasonOfTheFile() throws {
    try folder.write("a", "a file")
    let error = try #require(throws: StorageError.self) {
      try UserFile.writeNew("x", to: folder("a/b/c.csv"))
    }
    #expect(
      "\(error)"
        == "\(folder("a/b/c.csv")): can't be written: the folder \(folder("a")) can't be made: File exists")
  }

  @Test func writesThroughLinksToFilesAndDevices() throws {
    try folder.write("real/file", "old")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("real/file"))
    try files.createSymbolicLink(atPath: folder("nowhere"), withDestinationPath: "/dev/null")
    for name in ["link", "nowhere"] {
      try AtomicFile.write(Array("new".utf8), to: folder(name))
      #expect(throws: Never.self) { try files.destinationOfSymbolicLink(atPath: folder(name)) }
    }
    #expect(try folder.text("real/file") == "new")
    #expect(try folder.names() == ["link", "nowhere", "real"])
  }

  @Test func leavesWhatLiesBesideAlone() throws {
    try folder.write("a.new/inside", "mine")
    try AtomicFile.write([1], to: folder("a"))
    #expect(try folder.text("a.new/inside") == "mine")
  }

  @Test func removingFollowsNoLinks() throws {
    try folder.write("kept/file", "x")
    try folder.write("gone/deep/file", "y")
    try FileManager.default.createSymbolicLink(
      atPath: folder("gone/link"), withDestinationPath: folder("kept"))
    try Folder.remove(folder("gone"))
    #expect(try folder.names() == ["kept"])
    #expect(try folder.text("kept/file") == "x")
    try Folder.remove(folder("gone"))
  }

  @Test(arguments: [
    ("/a/b/c", "/a/b", "c"), ("/a", "/a/b/c", "../.."), ("/x/y", "/a/b", "../../x/y"), ("/a", "/a", "."),
    ("/ab", "/a", "../ab"), ("/", "/a", ".."),
  ])
  func relativePaths(path: String, base: String, expected: String) {
    #expect(Path.relative(path, to: base) == expected)
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("a/b//", "a", "b"), ("/", "/", "/"),
  ])
  func parentsAndNames(path: String, parent: String, name: String) {
    #expect(Path.parent(path) == parent && Path.name(path) == name)
  }
}
