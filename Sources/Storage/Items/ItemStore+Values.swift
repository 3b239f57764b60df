import Foundation
import GRDB
package import Relevance
package import Retrieval

/// A value of a field and how many items have it.
package struct CountedValue: Hashable, Sendable {
  /// The value as an item that has it spells it, or its key when it is only a part of what the item says.
  package let text: String
  /// How many items have it.
  package let count: Int
}

extension ItemStore {
  /// The values of a field that begin with a text, whatever its case and accents, those that most items have first.
  ///
  /// - Parameters:
  ///   - field: A field of texts or flags; one of numbers has no such values.
  ///   - start: The beginning of the values; empty for all of them.
  ///   - limit: How many values are wanted.
  /// - Returns: at most `limit` values, and how many there are altogether.
  /// - Throws: `StorageError` when the store can't be read.
  /// - Complexity: O(values that begin so), without reading which items have them.
  package func values(
    of field: FilterField, from start: String, limit: Int
  ) throws(StorageError) -> (values: [CountedValue], total: Int) {
    let key = FilterCondition.key(of: start)
    let found = try read { database in
      let condition = """
        FROM facet_texts WHERE field = (SELECT field FROM facets WHERE name = ?) AND value >= ? AND value < ?
        """
      let arguments: StatementArguments = [field.name, key, key + "\u{10ffff}"]
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT value, length(ordinals) / 4, substr(ordinals, 1, 4) \(condition)
          ORDER BY length(ordinals) DESC, value LIMIT \(max(0, limit))
          """, arguments: arguments)
      let values = try rows.map { row in
        (
          key: try row.decode(String.self, atIndex: 0), count: try row.decode(Int.self, atIndex: 1),
          first: try row.decode(Data.self, atIndex: 2)
        )
      }
      let total = try Int.fetchOne(database, sql: "SELECT count(*) \(condition)", arguments: arguments)
      return (values: values, total: total ?? 0)
    }
    var values: [CountedValue] = []
    for value in found.values {
      let ordinal = value.first.elements(of: UInt32.self).first
      let spelt = try ordinal.flatMap { ordinal throws(StorageError) in
        try spelling(of: value.key, in: field.name, item: ordinal)
      }
      values.append(CountedValue(text: spelt ?? value.key, count: value.count))
    }
    return (values, found.total)
  }

  /// The smallest and the largest number of a field; `nil` for a field without numbers.
  package func numberRange(of field: FilterField) throws(StorageError) -> ClosedRange<Double>? {
    let column = try numbers(of: field.name)
    guard let least = column.numbers.first, let most = column.numbers.last, least <= most else { return nil }
    return least...most
  }

  /// The items whose ids begin with a text, in the order of their ids.
  ///
  /// - Complexity: O(`limit`) look-ups in a B-tree.
  package func items(
    withIDsFrom start: String, limit: Int
  ) throws(StorageError) -> [(id: DocumentID, title: String)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT id, title FROM items WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        arguments: [start, start + "\u{10ffff}", limit]
      ).map { (id: DocumentID(try $0.decode(atIndex: 0)), title: try $0.decode(atIndex: 1)) }
    }
  }

  /// How an item spells the value, or the part of a path, that has a key.
  private func spelling(of key: String, in field: String, item ordinal: UInt32) throws(StorageError)
    -> String?
  {
    let values = try fields(of: ordinal).filter { $0.name == field }.map(\.value)
    let parts = values.flatMap { $0.split(separator: ">").map(String.init) }
    return (values + parts).first { FilterCondition.key(of: $0) == key }.map(Self.withoutBlanksAtItsEnds)
  }

  private static func withoutBlanksAtItsEnds(_ text: String) -> String {
    let tail = text.drop(while: \.isWhitespace)
    return String(tail.reversed().drop(while: \.isWhitespace).reversed())
  }
}
