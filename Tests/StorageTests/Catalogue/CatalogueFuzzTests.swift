import Foundation
import Relevance
import TestSupport
import Testing

@testable import Storage

/// Whatever a catalogue's files hold, every record is read or refused by its line, and every line is passed once.
@Suite("Any bytes as a catalogue")
struct CatalogueFuzzTests {
  private static let json = Damage(pieces: [
    "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "\\ud83d\\ude00", "\\u0000", "null", "true",
    "1e999",
    "-", "0.", "\n", "\r\n", "{\"a\":", "\"id\"", "\u{1b}]0;", "\u{85}", "\u{202e}", "\u{feff}", "\u{301}",
    "\"a\":1,",
  ])
  private static let table = Damage(pieces: [
    "\"", "\"\"", ",", "\t", "\n", "\r", "\r\n", "\",\"", "\n\"", "\u{feff}", "\u{0}", "id", "\u{1b}[2J",
  ])
  private static let settings = Damage(pieces: [
    "[", "]", "[[", "{", "}", "=", ".", "\"", "\"\"\"", "'''", "#", "\n", "\\", "\\U0010FFFF", "inf", "nan",
    "0x", "_",
    "1979-05-27T07:32:00Z", "a.b.c = 1\n", "[fields]\n", "[weights]\n", "title = 1e999\n", "[[[[[[[[",
    "{a={a={",
  ])

  private static let lines = (0..<4).map {
    #"{"id": "p\#($0)", "sku": "S-\#($0)", "title": "Røde mug \#($0)", "brand": "B", "price": 9.5, "tags": ["a", "b"], "size": {"w": 1, "h": null}, "image": "\#($0).jpg"}"#
  }.joined(separator: "\n")
  private static let commas =
    "id,title,brand\np1,\"Red, \"\"big\"\" mug\",B\r\np2,\"two\nlines\",C\n\np3,x,\n"
  private static let toml = """
    name = "Shop"
    items = "products.jsonl"
    [fields]
    id = "id"
    text = ["title", "brand"]
    [weights]
    title = 2.5
    brand = 1

    """

  private struct Disagreement: Error {
    let what: String
  }

  @Test(arguments: [
    ("products.jsonl", lines, json), ("products.csv", commas, table),
    ("products.tsv", commas.replacing(",", with: "\t"), table),
  ])
  func records(name: String, sample: String, damage: Damage) throws {
    let folder = try ScratchFolder()
    Fuzz.run(name, cases: 250) { generator in
      let bytes =
        Int.random(in: 0..<20, using: &generator) == 0
        ? Damage.noise(Int.random(in: 0...3000, using: &generator), using: &generator)
        : damage.applied(to: Array(sample.utf8), using: &generator)
      try read(folder.write(name, Data(bytes)), lines: bytes.count { $0 == 0x0a } + 1)
    }
  }

  @Test func settings() throws {
    let folder = try ScratchFolder()
    Fuzz.run("settings", cases: 400) { generator in
      let bytes = Self.settings.applied(to: Array(Self.toml.utf8), using: &generator)
      let path = try folder.write(CatalogueSettings.fileName, Data(bytes))
      do throws(StorageError) {
        _ = try CatalogueSettings.read(folder: folder.path)
      } catch {
        try check(error, path: path, lines: bytes.count { $0 == 0x0a } + 1)
      }
    }
  }

  /// A value for each way in which the cost of reading could grow faster than the file.
  @Test(arguments: [
    ("products.jsonl", "deep", String(repeating: "[", count: 300_000)),
    ("products.jsonl", "deep in objects", String(repeating: #"{"a":"#, count: 300_000)),
    (
      "products.jsonl", "many members",
      "{\"id\":\"p\",\"title\":\"t\"" + (0..<60_000).map { ",\"m\($0)\":1" }.joined() + "}"
    ),
    (
      "products.jsonl", "a long name over many",
      "{\"id\":\"p\",\"title\":\"t\",\"" + String(repeating: "n", count: 100_000) + "\":{"
        + (0..<30_000).map { "\"m\($0)\":1" }.joined(separator: ",") + "}}"
    ),
    (
      "products.jsonl", "one name often",
      "{\"id\":\"p\"" + String(repeating: ",\"title\":\"t\"", count: 60_000) + "}"
    ),
    (
      "products.jsonl", "a huge value",
      "{\"id\":\"p\",\"title\":\"" + String(repeating: "é ", count: 500_000) + "\"}"
    ),
    (
      "products.csv", "many columns",
      "id,title," + (0..<60_000).map { "c\($0)" }.joined(separator: ",") + "\n"
    ),
    ("products.csv", "many open quotes", "id,title\n" + String(repeating: "\"\n", count: 3_001)),
    ("products.tsv", "quotes", "id\ttitle\np\t" + String(repeating: "\"", count: 600_000)),
  ])
  func costNoMoreThanTheirLength(name: String, what: String, text: String) throws {
    let folder = try ScratchFolder()
    try read(folder.write(name, text), lines: text.utf8.count { $0 == 0x0a } + 1)
  }

  /// Reads a catalogue as indexing it does.
  private func read(_ path: String, lines: Int) throws {
    var reader: CatalogueReader
    do throws(StorageError) {
      let location = try CatalogueLocation.find(path)
      _ = try CatalogueReader.estimatedCount(location)
      reader = try CatalogueReader(
        location, roles: RoleResolution(location, flags: RoleDeclaration()).roles)
    } catch {
      return try check(error, path: path, lines: lines)
    }
    // A record that is refused may have begun before others that are refused: never more than once for each line.
    for _ in 0...lines {
      do {
        guard let record = try reader.next() else { return }
        for text in [record.id.text, record.title, record.brand]
          + record.fields.flatMap({ [$0.name, $0.value] })
        where PlainText.sanitised(text) != text {
          throw Disagreement(what: "unsafe text in line \(record.line)")
        }
      } catch let error as StorageError {
        try check(error, path: path, lines: lines)
      }
    }
    throw Disagreement(what: "the reader goes on after the end")
  }

  private func check(_ error: StorageError, path: String, lines: Int) throws {
    let isPlaced =
      switch error {
      case .malformedLine(path, let line, let reason): (1...lines).contains(line) && !reason.isEmpty
      case .malformed(path, let reason), .mismatch(path, let reason, _): !reason.isEmpty
      default: false
      }
    guard isPlaced else { throw Disagreement(what: "\(error)") }
  }
}
