@testable import Retrieval

/// Records with fields of every kind, and filters over them, from a seeded generator.
struct RandomFilters<Generator: RandomNumberGenerator> {
  /// The values that one item has in each field; several, one or none.
  struct Record {
    var texts: [String] = []
    var numbers: [Double] = []
    var flags: [Bool] = []
  }

  static var brand: FilterField { FilterField(name: "brand", kind: .text) }
  static var price: FilterField { FilterField(name: "price", kind: .number) }
  static var stock: FilterField { FilterField(name: "in_stock", kind: .flag) }
  static var fields: FilterFields { FilterFields([brand, price, stock]) }
  static var brands: [String] { ["Acme", "acme corp", "ZÉNITH", "5\" gadgets", "a,b", "<x>", "-", "5*"] }

  var generator: Generator

  mutating func record() -> Record {
    Record(
      texts: (0..<Int.random(in: 0...2, using: &generator)).map { _ in text() },
      numbers: (0..<Int.random(in: 0...2, using: &generator)).map { _ in number() },
      flags: (0..<Int.random(in: 0...1, using: &generator)).map { _ in Bool.random(using: &generator) })
  }

  mutating func comparison() -> FilterComparison {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: FilterComparison(Self.brand, Bool.random(using: &generator) ? .text(text()) : .prefix(prefix()))
    case 1: FilterComparison(Self.stock, .flag(Bool.random(using: &generator)))
    default: FilterComparison(Self.price, range())
    }
  }

  /// Any tree of at most the given depth, empty ones included.
  mutating func expression(depth: Int) -> FilterExpression {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<4, using: &generator)
    switch kind {
    case 0: return .comparison(comparison())
    case 1: return .not(expression(depth: depth - 1))
    default:
      var parts: [FilterExpression] = []
      for _ in 0..<Int.random(in: 0...3, using: &generator) { parts.append(expression(depth: depth - 1)) }
      return kind == 2 ? .all(parts) : .any(parts)
    }
  }

  mutating func text() -> String { Self.brands.randomElement(using: &generator) ?? "" }

  mutating func prefix() -> String { String(text().prefix(Int.random(in: 1...4, using: &generator))) }

  mutating func number() -> Double { [-3, 0, 0.5, 7, 10, 49.99, 50].randomElement(using: &generator) ?? 0 }

  mutating func range() -> FilterCondition {
    let number = number()
    return switch Int.random(in: 0..<6, using: &generator) {
    case 0: .number(number)
    case 1: .below(number)
    case 2: .atMost(number)
    case 3: .above(number)
    case 4: .atLeast(number)
    default: .between(number, number + 5)
    }
  }
}

extension FilterExpression {
  /// Whether a record passes: the slow definition that sets of items are compared with.
  func passes<Generator>(_ record: RandomFilters<Generator>.Record) -> Bool {
    switch self {
    case .comparison(let comparison):
      switch comparison.field.kind {
      case .text: record.texts.contains { comparison.condition.holds(for: $0) }
      case .number: record.numbers.contains { comparison.condition.holds(for: $0) }
      case .flag: record.flags.contains { comparison.condition.holds(for: $0) }
      }
    case .all(let parts): parts.allSatisfy { $0.passes(record) }
    case .any(let parts): parts.contains { $0.passes(record) }
    case .not(let part): !part.passes(record)
    }
  }
}
