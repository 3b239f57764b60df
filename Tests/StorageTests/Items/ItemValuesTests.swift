import Foundation
import Relevance
import Retrieval
import TestSupport
import Testing

@testable import Storage

@Suite struct ItemValuesTests {
  private func store(_ lines: [String]) throws -> (SampleIndex, ItemStore) {
    let sample = try SampleIndex(lines: lines, settings: nil)
    try sample.build()
    return (sample, try IndexArchive(sample.path).items())
  }

  private let shop = [
    #"{"id": "a1", "title": "Mug", "brand": "Café Nord", "category": "Kitchen > Mugs", "price": "£12.50", "in_stock": true}"#,
    #"{"id": "a2", "title": "Cup", "brand": "CAFE NORD", "category": "Kitchen > Cups", "price": 9, "in_stock": false}"#,
    #"{"id": "b1", "title": "Coat", "brand": "Vela", "category": "Clothing", "price": "49.99 EUR", "in_stock": true}"#,
    #"{"id": "A3", "title": "Hat", "brand": "Calla", "price": "ask us", "in_stock": true}"#,
  ]

  private func values(_ store: ItemStore, _ name: String, from start: String, limit: Int = 10) throws
    -> [String]
  {
    let field = try #require(try store.filterFields()[name])
    return try store.values(of: field, from: start, limit: limit).values.map { "\($0.text) \($0.count)" }
  }

  @Test func countsTheItemsOfEachValueAsItIsSpelt() throws {
    let (_, store) = try store(shop)
    #expect(try values(store, "brand", from: "") == ["Café Nord 2", "Calla 1", "Vela 1"])
    #expect(try values(store, "brand", from: "CÁ") == ["Café Nord 2", "Calla 1"])
    #expect(try values(store, "brand", from: "x").isEmpty)
    #expect(
      try values(store, "category", from: "k") == ["Kitchen 2", "Kitchen > Cups 1", "Kitchen > Mugs 1"])
    #expect(try values(store, "in_stock", from: "") == ["true 3", "false 1"])
    #expect(try values(store, "price", from: "").isEmpty)
  }

  @Test func saysHowManyThereAreBeyondItsLimit() throws {
    let (_, store) = try store((0..<30).map { #"{"id": "i\#($0)", "title": "T", "brand": "b\#($0)"}"# })
    let found = try store.values(of: #require(try store.filterFields()["brand"]), from: "b", limit: 7)
    #expect(found.values.count == 7 && found.total == 30)
  }

  /// The counts are those of the items that the filter lets through.
  @Test func agreesWithWhatTheFilterFinds() throws {
    var generator = SeededGenerator(seed: 3)
    let brands = ["Nord", "nord", "Nörd", "Vela", "Vela Due", "", "x > y", "y"]
    let (_, store) = try store(
      (0..<200).map {
        #"{"id": "i\#($0)", "title": "T", "brand": "\#(brands.randomElement(using: &generator) ?? "")"}"#
      })
    let field = try #require(try store.filterFields()["brand"])
    let found = try store.values(of: field, from: "", limit: 100)
    #expect(found.total == found.values.count && found.values.count == 6)
    for value in found.values {
      let items = try store.items(matching: FilterComparison(field, .text(value.text)))
      #expect(items.ordinals.count == value.count, "\(value.text)")
    }
  }

  @Test func knowsTheRangeOfNumbers() throws {
    let (_, store) = try store(shop)
    let fields = try store.filterFields()
    #expect(try store.numberRange(of: #require(fields["price"])) == 9...49.99)
    #expect(try store.numberRange(of: #require(fields["brand"])) == nil)
  }

  @Test func listsIDsByTheirBeginning() throws {
    let (_, store) = try store(shop)
    #expect(try store.items(withIDsFrom: "a", limit: 9).map(\.id.text) == ["a1", "a2"])
    #expect(try store.items(withIDsFrom: "", limit: 3).map(\.title) == ["Hat", "Mug", "Cup"])
    #expect(try store.items(withIDsFrom: "%", limit: 3).isEmpty)
  }
}
