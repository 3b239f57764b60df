import Foundation
import GRDB
package import Retrieval

extension ItemStore {
  /// The fields that queries can filter by, with their roles.
  package func filterFields() throws(StorageError) -> FilterFields {
    let rows = try read { database in
      try Row.fetchAll(database, sql: "SELECT name, kind, role FROM facets ORDER BY field")
        .map {
          (
            name: try $0.decode(String.self, atIndex: 0), kind: try $0.decode(String.self, atIndex: 1),
            role: try $0.decode(String?.self, atIndex: 2)
          )
        }
    }
    let fields = rows.compactMap { row in
      FilterField.Kind(rawValue: row.kind).map { FilterField(name: row.name, kind: $0) }
    }
    let roles = rows.compactMap { row in row.role.map { ($0, row.name) } }
    return FilterFields(fields, roles: Dictionary(roles, uniquingKeysWith: { first, _ in first }))
  }

  /// The items of which a field's value, or one of its values, passes a comparison.
  ///
  /// A path such as `Clothing > Coats` also equals each of its parts; flags may be spelt `yes` and `no`; a price counts
  /// without its currency. A field that the catalogue lacks lets nothing through.
  ///
  /// - Parameter comparison: the field and what its value has to be.
  /// - Returns: the items, whatever else is true of them.
  /// - Throws: `StorageError` when the store can't be read.
  /// - Complexity: O(matches), after the first use of a field of numbers O(items that have one).
  package func items(matching comparison: FilterComparison) throws(StorageError) -> ItemSet {
    let field = comparison.field.name
    switch comparison.condition {
    case .text(let text): return try items(withKeys: [FilterCondition.key(of: text)], in: field)
    case .prefix(let start): return try items(withKeysFrom: FilterCondition.key(of: start), in: field)
    case .flag(let flag): return try items(withKeys: flag ? ["true", "yes"] : ["false", "no"], in: field)
    case .number, .below, .atMost, .above, .atLeast, .between:
      return try numbers(of: field).items(passing: comparison.condition, universe: count)
    }
  }

  private func items(withKeys keys: [String], in field: String) throws(StorageError) -> ItemSet {
    let blobs = try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT ordinals FROM facet_texts
          WHERE field = (SELECT field FROM facets WHERE name = ?) AND value = ?
          """)
      return try keys.compactMap { try Data.fetchOne(statement, arguments: [field, $0]) }
    }
    // What a damaged store says must not trap.
    return ItemSet(blobs.lazy.flatMap { $0.elements(of: UInt32.self) }.filter { $0 < count }, universe: count)
  }

  private func items(withKeysFrom start: String, in field: String) throws(StorageError) -> ItemSet {
    let blobs = try read { database in
      try Data.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT ordinals FROM facet_texts
            WHERE field = (SELECT field FROM facets WHERE name = ?) AND value >= ? AND value < ?
            """), arguments: [field, start, start + "\u{10ffff}"])
    }
    return ItemSet(blobs.lazy.flatMap { $0.elements(of: UInt32.self) }.filter { $0 < count }, universe: count)
  }

  /// The numbers of a field, read when they are first asked for.
  func numbers(of field: String) throws(StorageError) -> NumberColumn {
    if let column = columns[field] { return column }
    let row = try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT numbers, ordinals FROM facet_numbers
          WHERE field = (SELECT field FROM facets WHERE name = ?)
          """, arguments: [field]
      ).map {
        (numbers: try $0.decode(Data.self, atIndex: 0), ordinals: try $0.decode(Data.self, atIndex: 1))
      }
    }
    let column = NumberColumn(
      numbers: row?.numbers.elements(of: Double.self) ?? [],
      ordinals: row?.ordinals.elements(of: UInt32.self) ?? [])
    columns[field] = column
    return column
  }
}

/// The numbers of one field in ascending order, with the item of each.
struct NumberColumn: Sendable {
  let numbers: [Double]
  let ordinals: [UInt32]

  /// The items with a number that fulfils a condition; every such condition holds in one interval.
  /// - Complexity: O(log numbers + matches).
  func items(passing condition: FilterCondition, universe: Int) -> ItemSet {
    let range =
      switch condition {
      case .text, .prefix, .flag: 0..<0
      case .number(let wanted): from { $0 >= wanted }..<from { $0 > wanted }
      case .below(let bound): 0..<from { $0 >= bound }
      case .atMost(let bound): 0..<from { $0 > bound }
      case .above(let bound): from { $0 > bound }..<numbers.count
      case .atLeast(let bound): from { $0 >= bound }..<numbers.count
      case .between(let lower, let upper):
        from { $0 >= lower }..<max(from { $0 >= lower }, from { $0 > upper })
      }
    guard range.upperBound <= ordinals.count else { return ItemSet(universe: universe) }
    return ItemSet(ordinals[range].lazy.filter { $0 < universe }, universe: universe)
  }

  /// The position of the first number that is `reached`.
  private func from(_ reached: (Double) -> Bool) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if reached(numbers[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Data {
  /// The little-endian elements that the bytes hold; bytes that make no whole element at the end are left out.
  func elements<Element: BitwiseCopyable>(of type: Element.Type) -> [Element] {
    withUnsafeBytes { bytes in
      (0..<bytes.count / MemoryLayout<Element>.stride).map {
        bytes.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Element>.stride, as: type)
      }
    }
  }

  /// The elements as they lie in memory.
  init<Element: BitwiseCopyable>(elements: [Element]) {
    self = elements.withUnsafeBytes { Data($0) }
  }
}
