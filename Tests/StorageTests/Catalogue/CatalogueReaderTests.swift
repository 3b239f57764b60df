import Embeddings
import Foundation
import Relevance
import Storage
import TestSupport
import Testing

@Suite struct CatalogueReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func reader(_ name: String, _ text: String) throws -> CatalogueReader {
    let location = try CatalogueLocation.find(folder.write(name, text))
    return try CatalogueReader(location, roles: RoleResolution(location, flags: RoleDeclaration()).roles)
  }

  /// Everything that can be read, and a message for everything that can't.
  private func readAll(_ reader: CatalogueReader) throws -> (records: [CatalogueRecord], faults: [String]) {
    var reader = reader
    var records: [CatalogueRecord] = []
    var faults: [String] = []
    while true {
      do {
        guard let record = try reader.next() else { return (records, faults) }
        records.append(record)
      } catch {
        guard case .malformedLine(_, let line, let reason) = error else { throw error }
        faults.append("\(line): \(reason)")
      }
    }
  }

  @Test(arguments: [
    ("10.9", "10.90"), ("609.0", "609.00"), ("12.50", "12.50"), ("7", "7"), ("1.234", "1.234"),
    ("\"a.5\"", "a.5"),
  ])
  func showsTheZeroThatNumbersLose(written: String, shown: String) throws {
    let (records, _) = try readAll(
      reader("products.jsonl", "{\"id\": \"p\", \"title\": \"t\", \"price\": \(written)}"))
    #expect(records.first?.price == shown)
  }

  @Test func refusesNamesThatGrowBeyondTheirLine() throws {
    let name = String(repeating: "n", count: 1 << 20)
    let members = (0..<70).map { "\"m\($0)\": 1" }.joined(separator: ", ")
    let text =
      "{\"id\": \"p1\", \"title\": \"t\"}\n{\"id\": \"p2\", \"\(name)\": {\(members)}}\n{\"id\": \"p3\"}"
    let (records, faults) = try readAll(reader("products.jsonl", text))
    #expect(records.map(\.id.text) == ["p1", "p3"])
    #expect(faults == ["2: the names of its nested fields, written out, are longer than 64 MiB"])
  }

  @Test func givesFieldsTheirRoles() throws {
    let text = """
      {"id": "p1", "sku": "AB-1", "title": "Red mug", "description": "For tea.", "brand": "Camden", "price": 14.50, \
      "currency": "GBP", "category": ["Home", "Mugs"], "image": "images/p1.jpg", "in_stock": true, "note": null, \
      "attributes": {"colour": "red", "tags": ["a", "b"], "parts": [{"n": 1}, {"n": 2}]}}
      """
    let (records, faults) = try readAll(reader("products.jsonl", text))
    let record = try #require(records.first)
    #expect(faults.isEmpty)
    #expect(record.id == DocumentID("p1"))
    #expect(record.title == "Red mug" && record.brand == "Camden" && record.category == "Home, Mugs")
    #expect(record.price == "14.50 GBP")
    #expect(record.image == "images/p1.jpg")
    #expect(record.identifiers == ["p1", "AB-1"])
    #expect(record.searchedFields.map(\.name) == ["title", "description", "brand", "category"])
    #expect(record.text.title == "Red mug" && record.text.brand == "Camden")
    #expect(record.text.category == "Home, Mugs" && record.text.text == ["For tea."])
    let names = record.fields.map(\.name)
    #expect(
      names == [
        "id", "sku", "title", "description", "brand", "price", "currency", "category", "image", "in_stock",
        "attributes.colour", "attributes.tags", "attributes.parts.n",
      ])
    #expect(record.fields.suffix(2).map(\.value) == ["a, b", "1, 2"])
  }

  @Test func goesOnAfterEveryBadLine() throws {
    let text = """
      {"id": "1", "title": "one"}
      {"id": "2", "title": "two"
      [1]

      {"title": "nameless"}
      {"id": "1", "title": "again"}\r
      {"id": 3, "title": "three"}
      """
    let (records, faults) = try readAll(reader("docs.jsonl", text))
    #expect(records.map(\.id.text) == ["1", "3"])
    #expect(records.map(\.line) == [1, 7])
    #expect(
      faults == [
        "2: not JSON at column 27: expected ',' or '}'", "3: expected an object in braces",
        "5: no value in the id field 'id'", "6: the id '1' was already used on line 1",
      ])
  }

  @Test func readsQuotedCommaSeparatedValues() throws {
    let text =
      "\u{feff}id,name,description\r\n1,\"Mug, red\",\"12\"\" wide,\r\nfor \"\"tea\"\"\"\r\n\r\n2,Cup,\n"
    let (records, faults) = try readAll(reader("items.csv", text))
    #expect(faults.isEmpty)
    #expect(records.map(\.title) == ["Mug, red", "Cup"])
    #expect(records.map(\.line) == [2, 5])
    #expect(records.first?.text.text == ["12\" wide, for \"tea\""])
    #expect(records.last?.fields.map(\.name) == ["id", "name"])
  }

  @Test func resumesAfterBadCommaSeparatedRecords() throws {
    let text = "id,title\n1,\"never closed\n2,two\n3,a,b\n4,\"x\"y\n5,five\n"
    let (records, faults) = try readAll(reader("items.csv", text))
    #expect(records.map(\.id.text) == ["2", "5"])
    #expect(
      faults == [
        "2: a quote that is opened on this line is never closed, or not before a comma or a line end",
        "4: 3 columns where the first line names 2",
        "5: text after the closing quote of a column; a quote inside quotes is written twice",
      ])
  }

  @Test func readsTabSeparatedValues() throws {
    let text =
      "asin\tproduct_title\tproduct_bullet_point\nB1\t12\" mug\t\"a \"\"b\"\"\"\nB2\t\"Best\" mug\t\n"
    let (records, faults) = try readAll(reader("products.tsv", text))
    #expect(faults.isEmpty)
    #expect(records.map(\.title) == ["12\" mug", "\"Best\" mug"])
    #expect(records.first?.text.text == ["a \"b\""])
  }

  @Test func reportsTextThatIsNotUTF8() throws {
    var data = Data("id,title\n1,caf".utf8)
    data.append(contentsOf: [0xe9, 0x0a])
    data.append(contentsOf: Array("2,tea\n".utf8))
    let location = try CatalogueLocation.find(folder.write("items.csv", data))
    let roles = FieldRoles(id: "id", title: "title", text: ["title"])
    let (records, faults) = try readAll(CatalogueReader(location, roles: roles))
    #expect(records.map(\.id.text) == ["2"])
    #expect(faults == ["2: not valid UTF-8; convert the file to UTF-8"])
  }

  @Test func linesMaySpanReadBlocks() throws {
    let long = String(repeating: "wide ", count: 60_000)
    let text = (0..<5).map { "{\"id\": \"\($0)\", \"title\": \"t\($0)\", \"text\": \"\(long)\"}\n" }.joined()
    let (records, faults) = try readAll(reader("docs.jsonl", text))
    #expect(faults.isEmpty)
    #expect(records.map(\.title) == (0..<5).map { "t\($0)" })
    #expect(records.allSatisfy { $0.text.text == [long] })
  }

  @Test func reportsProgress() throws {
    var reader = try reader("docs.jsonl", "{\"id\":\"1\",\"title\":\"a\"}\n{\"id\":\"2\",\"title\":\"b\"}\n")
    #expect(reader.progress == 0)
    _ = try reader.next()
    #expect(reader.progress == 0.5)
    _ = try reader.next()
    #expect(try reader.next() == nil)
    #expect(reader.progress == 1)
  }

  @Test func stripsEscapesFromEveryFieldAndName() throws {
    let text = #"{"id": "p\u001b[2J1", "title": "\u001b]0;x\u0007Mug\u202e", "bad\u001b[1mname": "a\nb"}"#
    let (records, _) = try readAll(reader("docs.jsonl", text))
    let record = try #require(records.first)
    #expect(record.id.text == "p1" && record.title == "Mug")
    #expect(record.fields.last == CatalogueField(name: "badname", value: "a b"))
  }

  @Test func contentHashFollowsContentAndNothingElse() throws {
    let text = """
      {"id": "1", "title": "a", "n": "bc"}
      {"n": "bc", "title": "a", "id": "1"}
      {"id": "1", "title": "a", "n": "bd"}
      {"id": "1", "title": "a", "nb": "c"}
      """
    let location = try CatalogueLocation.find(folder.write("docs.jsonl", text))
    let lines = text.split(separator: "\n").map(String.init)
    let hashes = try lines.map { line in
      let single = try CatalogueLocation.find(folder.write("one.jsonl", line))
      var reader = try CatalogueReader(single, roles: FieldRoles(id: "id", title: "title", text: ["title"]))
      return try #require(try reader.next()).contentHash
    }
    #expect(location.format == .jsonLines)
    #expect(hashes[0] == hashes[1])
    #expect(Set(hashes).count == 3)
    #expect(hashes.allSatisfy { $0.count == 16 })
  }

  @Test(.enabled(if: SharedData.path("esci-150/docs.jsonl") != nil, Comment(rawValue: SharedData.absence)))
  func readsRealProductsWithoutConfiguration() throws {
    let location = try CatalogueLocation.find(#require(SharedData.path("esci-150/docs.jsonl")))
    let resolution = try RoleResolution(location, flags: RoleDeclaration())
    var reader = try CatalogueReader(location, roles: resolution.roles)
    // A part is enough here: every record is hashed, which takes its time in a debug build.
    var records: [CatalogueRecord] = []
    while records.count < 1_000, let record = try reader.next() { records.append(record) }
    #expect(records.count == 1_000)
    #expect(records.map(\.line) == Array(1...1_000))
    #expect(records.first?.id.text == "B07CXG6C9W")
    #expect(records.first?.brand == "Amazon")
    #expect(resolution.roles.image == "image_url")
  }
}
