import Foundation
import Testing

@testable import Storage

@Suite struct ModelGatheringTests {
  private let folder: ScratchFolder
  private var store: ModelStore { ModelStore(folder: folder("store")) }

  init() throws { folder = try ScratchFolder() }

  private func write(_ text: String, _ name: String, in gathering: ModelGathering) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: try gathering.place(of: name)))
  }

  private func names(_ path: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test func whatCameStaysUntilItSettlesInPlaceOfTheFormerFiles() throws {
    do {
      let gathering = try store.gathering("mini")
      try write("half", "model.safetensors.partial", in: gathering)
    }
    #expect(try store.names() == [])
    let gathering = try store.gathering("mini")
    #expect(gathering.leftover(of: "model.safetensors") == 4)
    #expect(gathering.leftover(of: "config.json") == 0)
    try write("new", "config.json", in: gathering)
    try write("pooling", "1_Pooling/config.json", in: gathering)
    try write("left over", "2_Dense/config.json", in: gathering)
    try gathering.prune(keeping: ["config.json", "1_Pooling/config.json"])
    try folder.write("store/mini/files/old.txt", "old")
    #expect(try gathering.settle() == store.filesFolder(of: "mini"))
    #expect(names(store.filesFolder(of: "mini")) == ["1_Pooling", "1_Pooling/config.json", "config.json"])
    #expect(names(folder("store/mini")).filter { !$0.hasPrefix("files/") } == ["files"])
  }

  @Test func twoAtATimeAreOneTooMany() throws {
    let first = try store.gathering("mini")
    let error = try #require(throws: StorageError.self) { try store.gathering("mini") }
    #expect("\(error)".contains("another process is pulling that model"))
    _ = try store.gathering("other")
    #expect(first.folder.hasSuffix("/mini/files.partial"))
  }

  @Test func aFileThatDidNotChangeIsTakenOverFromTheFormerFiles() throws {
    try folder.write("store/mini/files/onnx/same", "same")
    let gathering = try store.gathering("mini")
    let isSame: (String) -> Bool = { (try? String(contentsOfFile: $0, encoding: .utf8)) == "same" }
    #expect(try gathering.takeOver("onnx/same", if: isSame))
    #expect(names(gathering.folder) == ["onnx", "onnx/same"])
    #expect(try gathering.takeOver("onnx/same", if: isSame))
    #expect(try !gathering.takeOver("onnx/same", if: { _ in false }))
    #expect(names(gathering.folder) == ["onnx"])
    #expect(try !gathering.takeOver("missing", if: isSame))
    #expect(names(store.filesFolder(of: "mini")) == ["onnx", "onnx/same"])
  }

  @Test func whatIsOfNoUseIsDiscarded() throws {
    let gathering = try store.gathering("mini")
    try write("{}", "config.json", in: gathering)
    try gathering.discard()
    #expect(names(folder("store")) == [])
    try folder.write("store/mini/card.json", "{}")
    try store.gathering("mini").discard()
    #expect(names(folder("store/mini")) == ["card.json"])
  }

  @Test func whatIsUnfinishedIsKnownByItsNameAndOrigin() throws {
    #expect(try store.unfinishedPulls() == [])
    try write("12345", "a/b.partial", in: try store.gathering("old"))
    _ = try store.gathering("nothing-came")
    try folder.write("store/added/card.json", "{}")
    let gathering = try store.gathering("mini")
    try gathering.note(origin: "org/mini@v1")
    try write("1234", "config.json", in: gathering)
    let old = UnfinishedPull(name: "old", origin: nil, bytes: 5)
    #expect(
      try store.unfinishedPulls() == [UnfinishedPull(name: "mini", origin: "org/mini@v1", bytes: 4), old])
    _ = try gathering.settle()
    #expect(try store.unfinishedPulls() == [old])
    #expect(names(folder("store/mini")) == ["files", "files/config.json"])
  }

  @Test func theDiskHasRoomOrNot() throws {
    #expect(try #require(store.gathering("mini").freeBytes) > 0)
  }

  @Test func namesThatLeadElsewhereAreRefused() {
    for name in ["../x", "a/b", "", ".x", "index"] {
      #expect(throws: StorageError.self) { try store.gathering(name) }
    }
  }
}
