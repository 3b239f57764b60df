import Foundation
import Storage
import TestSupport
import Testing

@Suite struct PresetFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("assay/presets.toml") }
  private var file: PresetFile { PresetFile(path: path) }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("assay"), withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func comesBackAsItWasSaved() throws {
    #expect(try file.read().isEmpty)
    let names = ["short", "with \"quotes\" and \\", "a.b", "größer", "\u{7F}tab\t", "[x]"]
    for (index, name) in names.enumerated() {
      try file.save(name, columns: ["dense:\(index)", "hybrid:filter=brand:\"A, B\""])
    }
    let read = try file.read()
    #expect(read.map(\.name) == names)
    #expect(read.map(\.columns) == names.indices.map { ["dense:\($0)", "hybrid:filter=brand:\"A, B\""] })
    #expect(read[0].line == 2 && read[1].line == 8)
  }

  @Test func replacesInPlaceAndDeletes() throws {
    for name in ["a", "b", "c"] { try file.save(name, columns: ["dense"]) }
    try file.save("b", columns: ["lexical", "hybrid", "dense"])
    #expect(try file.read().map(\.name) == ["a", "b", "c"])
    #expect(try file.read()[1].columns.count == 3)
    try file.delete("a")
    try file.delete("c")
    try file.delete("never there")
    #expect(try file.read().map(\.name) == ["b"])
    try file.delete("b")
    #expect(try text().isEmpty)
  }

  @Test func tellsNamesApartByTheirBytes() throws {
    try file.save("e\u{301}", columns: ["dense"])
    try file.save("\u{E9}", columns: ["lexical"])
    #expect(try file.read().count == 2)
    try file.delete("\u{E9}")
    #expect(try file.read().map(\.columns) == [["dense"]])
  }

  @Test func leavesWhatWasWrittenByHand() throws {
    try write(
      """
      # columns of the shop

      [first]
      columns = ["dense:64"] # short

      # the one for meetings
      [second]
      # two of them
      columns = [
        "dense",
        "hybrid", # last
      ]
      """)
    try file.save("first", columns: ["lexical"])
    try file.save("third", columns: ["dense"])
    let after = try text()
    #expect(after.contains("# columns of the shop") && after.contains("# the one for meetings\n[second]"))
    #expect(after.contains("\"hybrid\", # last"))
    #expect(try file.read().map(\.name) == ["first", "second", "third"])
    #expect(try file.read()[0].columns == ["lexical"])
  }

  @Test func refusesToTouchALayoutThatItCanNotChangeAlone() throws {
    let layout = "a = {columns = [\"dense\"]}\nb = {columns = [\"hybrid\"]}\n"
    try write(layout)
    let error = try #require(throws: StorageError.self) { try file.save("a", columns: ["lexical"]) }
    #expect("\(error)".contains("by hand"))
    #expect(try text() == layout)
    try file.save("b", columns: ["lexical"])
    #expect(try file.read().map(\.columns) == [["dense"], ["lexical"]])
  }

  @Test(arguments: [
    ("[a]\ncolumns = 3\n", 2, "list of texts"), ("[a]\ncolumns = [\"dense\", 4]\n", 2, "list of texts"),
    ("[a]\n\ncolums = []\n", 3, "no 'colums'"), ("a = 3\n", 1, "'a' is no preset"),
    ("\n[a]\n", 2, "no columns"),
    ("[a]\ncolumns = [\"dense\"\n", 0, ""), ("[a]\n[a]\n", 2, ""),
  ])
  func namesTheLineOfWhatIsNoPreset(text: String, line: Int, words: String) throws {
    try write(text)
    let error = try #require(throws: StorageError.self) { try file.read() }
    guard case .malformedLine(_, let found, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect((line == 0 || found == line) && (words.isEmpty || reason.contains(words)))
    #expect(throws: StorageError.self) { try file.save("new", columns: ["dense"]) }
    #expect(try self.text() == text, "a file with a fault is left alone")
  }

  @Test func needsAHome() throws {
    #expect(throws: StorageError.self) { try PresetFile(environment: [:]) }
    #expect(try PresetFile(environment: ["HOME": "/h"]).path == "/h/.config/assay/presets.toml")
    #expect(
      try PresetFile(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/c"]).path == "/c/assay/presets.toml")
  }
}
