import Foundation
import Retrieval
import TestSupport
import Testing

@testable import Storage

@Suite struct ItemFilterTests {
  private func store(_ lines: [String], settings: String? = nil) throws -> (SampleIndex, ItemStore) {
    let sample = try SampleIndex(lines: lines, settings: settings)
    try sample.build()
    return (sample, try IndexArchive(sample.path).items())
  }

  private func find(_ store: ItemStore, _ name: String, _ condition: FilterCondition) throws -> [UInt32] {
    let field = try #require(try store.filterFields()[name], "no field \(name)")
    return try store.items(matching: FilterComparison(field, condition)).ordinals
  }

  private let shop = [
    #"{"id": "a", "title": "Mug", "brand": "Café Nord", "category": "Kitchen > Mugs", "price": "£1,299.50", "in_stock": true, "attributes": {"colour": "Red", "tags": ["gift", "new"], "size": 7}}"#,
    #"{"id": "b", "title": "Cup", "brand": "CAFE NORD", "category": "Kitchen > Cups", "price": 12, "in_stock": false, "attributes": {"colour": "blue", "tags": ["gift"], "size": "7.0"}}"#,
    #"{"id": "c", "title": "Coat", "brand": "Vela", "category": "Clothing", "price": "49.99 EUR", "in_stock": true, "attributes": {"tags": "gift, new", "size": -3.5}}"#,
    #"{"id": "d", "title": "Hat", "price": "ask us"}"#,
  ]

  @Test func saysWhichFieldsThereAreAndOfWhichKind() throws {
    let (_, store) = try store(shop)
    let fields = try store.filterFields()
    #expect(
      fields.fields.map { "\($0.name) \($0.kind)" } == [
        "brand text", "category text", "price number", "in_stock flag", "attributes.colour text",
        "attributes.tags text", "attributes.size number",
      ])
  }

  @Test func findsAFieldByItsRole() throws {
    let (_, store) = try store([
      #"{"id": "a", "title": "Mug", "manufacturer": "Nord", "department": "Mugs", "saleprice": "£3"}"#
    ])
    let fields = try store.filterFields()
    #expect(
      ["brand", "category", "price"].map { fields[$0]?.name } == ["manufacturer", "department", "saleprice"])
  }

  @Test func comparesTextsAsWholesWithoutCaseAndAccents() throws {
    let (_, store) = try store(shop)
    #expect(try find(store, "brand", .text("cafe nord")) == [0, 1])
    #expect(try find(store, "brand", .text(" Café Nord ")) == [0, 1])
    #expect(try find(store, "brand", .text("cafe")) == [])
    #expect(try find(store, "brand", .prefix("CAFÉ n")) == [0, 1])
    #expect(try find(store, "brand", .prefix("nord")) == [])
    #expect(try find(store, "category", .prefix("c")) == [1, 2])
    #expect(try find(store, "category", .text("kitchen")) == [0, 1])
    #expect(try find(store, "category", .text("Kitchen > Mugs")) == [0])
    #expect(try find(store, "category", .text("cups")) == [1])
    #expect(try find(store, "attributes.tags", .text("new")) == [0])
    #expect(try find(store, "attributes.tags", .text("gift")) == [0, 1])
  }

  @Test func comparesNumbersWhateverTheirSpelling() throws {
    let (_, store) = try store(shop)
    #expect(try find(store, "price", .below(50)) == [1, 2])
    #expect(try find(store, "price", .below(49.99)) == [1])
    #expect(try find(store, "price", .atMost(49.99)) == [1, 2])
    #expect(try find(store, "price", .between(12, 1299.5)) == [0, 1, 2])
    #expect(try find(store, "price", .above(12)) == [0, 2])
    #expect(try find(store, "price", .between(50, 20)) == [])
    #expect(try find(store, "price", .number(1299.5)) == [0])
    #expect(try find(store, "size", .number(7)) == [0, 1])
    #expect(try find(store, "size", .atMost(-3.5)) == [2])
  }

  @Test func comparesFlagsAndFindsNothingInFieldsThatAreNot() throws {
    let (_, store) = try store(shop)
    #expect(try find(store, "in_stock", .flag(true)) == [0, 2])
    #expect(try find(store, "in_stock", .flag(false)) == [1])
    let unknown = FilterField(name: "size", kind: .text)
    #expect(try store.items(matching: FilterComparison(unknown, .text("7"))).count == 0)
  }

  @Test func leavesLongTextsAndCountlessWordsToSearch() throws {
    let long = String(repeating: "word ", count: 40)
    let lines = (0..<300).map {
      #"{"id": "i\#($0)", "title": "t", "description": "\#(long)\#($0)", "note": "\#($0.isMultiple(of: 20) ? long : "n")"}"#
    }
    let (_, store) = try store(lines)
    #expect(try store.filterFields().fields.map(\.name) == ["note"])
    var collector = FacetCollector(
      roles: FieldRoles(id: "id", title: "title", text: ["title"], brand: "brand"))
    for ordinal in 0..<UInt32(100_020) {
      let fields = ["word": "w\(ordinal)", "brand": "b\(ordinal)", "number": "\(ordinal)"]
      try collector.add(CatalogueRecord(facets: fields), ordinal: ordinal)
    }
    #expect(collector.facets().map(\.field.name).sorted() == ["brand", "number"])
  }

  @Test(arguments: [
    ("12", 12.0), ("-3.5", -3.5), ("1,299.50 EUR", 1299.5), ("1.299,50 €", 1299.5), ("£12", 12),
    ("12,50", 12.5),
    ("12,500", 12_500), ("1 299,00 kr", 1299), ("CHF 1'299.00", 1299), ("1.234.567", 1_234_567), ("$.99", 99),
    ("9.999", 9.999), ("EUR -5", -5),
  ])
  func readsPricesAsTheyAreWritten(text: String, value: Double) {
    #expect(FieldText.amount(text) == value)
  }

  @Test(arguments: ["", "free", "1-2", "0x10", "nan", "inf", "12 cm", "--1", "1e999", "."])
  func takesNothingElseForANumber(text: String) {
    #expect(FieldText.number(text) == nil)
  }

  /// Random catalogues: every comparison of every field against a look at each item.
  @Test func agreesWithALookAtEveryItem() throws {
    var random = SeededGenerator(seed: 41)
    let words = ["red", "Red", "RÉD", "blue", "blue ", "a > b", "b", "7", "7.0", "-1", "30", "30.5", "x"]
    let lines = (0..<400).map { item in
      let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      let number = Double(Int.random(in: -20...20, using: &random)) / 4
      return #"{"id": "i\#(item)", "title": "t", "w": \#(values), "n": \#(number)}"#
    }
    let (_, store) = try store(lines)
    let all = try (0..<UInt32(400)).map { ordinal in try store.fields(of: ordinal) }
    for word in words + ["a", "c"] {
      let expected = all.indices.filter { item in
        all[item].contains { field in
          field.name == "w"
            && field.value.split(separator: ", ").contains {
              FieldText.keys(of: String($0)).contains(FilterCondition.key(of: word))
            }
        }
      }
      #expect(try find(store, "w", .text(word)).map(Int.init) == expected, "\(word)")
    }
    for bound in stride(from: -6.0, through: 6, by: 0.5) {
      for condition in [
        .below(bound), .atMost(bound), .above(bound), .atLeast(bound), .number(bound),
        .between(bound, bound + 1),
      ] as [FilterCondition] {
        let expected = all.indices.filter { item in
          all[item].contains { $0.name == "n" && Double($0.value).map { condition.holds(for: $0) } == true }
        }
        #expect(try find(store, "n", condition).map(Int.init) == expected, "\(condition)")
      }
    }
  }
}

extension CatalogueRecord {
  /// A record that has these fields besides an id.
  fileprivate init(facets: [String: String]) throws {
    let values = [("id", "i")] + facets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try self.init(
      RawRecord(line: 1, values: values.map { (name: $0.0, value: $0.1) }),
      roles: FieldRoles(id: "id", title: "id", text: ["id"]), path: "test")
  }
}
