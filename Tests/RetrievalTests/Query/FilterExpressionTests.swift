import TestSupport
import Testing

@testable import Retrieval

@Suite("Filters")
struct FilterExpressionTests {
  @Test("A tree lets through the items whose record passes", arguments: 0..<40)
  func equalsTheSlowDefinition(seed: UInt64) {
    var random = RandomFilters(generator: SeededGenerator(seed: seed))
    let records = (0..<Int.random(in: 0...150, using: &random.generator)).map { _ in random.record() }
    for _ in 0..<20 {
      let expression = random.expression(depth: 4)
      let set = expression.items(universe: records.count) { comparison in
        items(of: records) { FilterExpression.comparison(comparison).passes($0) }
      }
      #expect(set == items(of: records) { expression.passes($0) }, "\(expression)")
    }
  }

  private func items<Record>(of records: [Record], where passes: (Record) -> Bool) -> ItemSet {
    ItemSet(records.indices.filter { passes(records[$0]) }.map(UInt32.init), universe: records.count)
  }

  @Test("Numbers are compared with their bounds included or not")
  func numbers() {
    let values = [9.99, 10, 10.01]
    func passing(_ condition: FilterCondition) -> [Double] { values.filter { condition.holds(for: $0) } }
    #expect(passing(.number(10)) == [10])
    #expect(passing(.below(10)) == [9.99])
    #expect(passing(.atMost(10)) == [9.99, 10])
    #expect(passing(.above(10)) == [10.01])
    #expect(passing(.atLeast(10)) == [10, 10.01])
    #expect(passing(.between(9.995, 10)) == [10])
    #expect(passing(.text("10")) == [])
  }

  @Test("Texts are compared whole, by folded case, accents and blanks")
  func texts() {
    #expect(FilterCondition.text("nescafe  gold").holds(for: " NESCAFÉ Gold "))
    #expect(!FilterCondition.text("nescafe").holds(for: "Nescafé Gold"))
    #expect(!FilterCondition.number(10).holds(for: "10"))
    #expect(FilterCondition.prefix("NESC").holds(for: "Nescafé Gold"))
    #expect(!FilterCondition.prefix("gold").holds(for: "Nescafé Gold"))
    #expect(FilterCondition.flag(true).holds(for: true) && !FilterCondition.flag(true).holds(for: false))
  }

  @Test("A field is found by its name, its last component and its role, in any case")
  func names() {
    let fields = FilterFields(
      [
        FilterField(name: "manufacturer", kind: .text), FilterField(name: "attributes.color", kind: .text),
        FilterField(name: "size.eu", kind: .number), FilterField(name: "shoe.eu", kind: .number),
      ], roles: ["brand": "manufacturer", "price": "amount"])
    #expect(fields["Manufacturer"]?.name == "manufacturer")
    #expect(fields["brand"]?.name == "manufacturer")
    #expect(fields["COLOR"]?.name == "attributes.color")
    #expect(fields["eu"] == nil)
    #expect(fields["price"] == nil)
    #expect(fields["size.eu"]?.kind == .number)
    #expect(fields.nearest(to: "manufacture") == "manufacturer")
    #expect(fields.nearest(to: "colro") == "color")
    #expect(fields.nearest(to: "weight") == nil)
  }
}
