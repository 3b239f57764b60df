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
    #expect(throws: StorageError.self) { try AtomicFile.write([1], to: folder("no/where")) }
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
