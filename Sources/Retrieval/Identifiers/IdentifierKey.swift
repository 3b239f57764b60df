/// The catalogue's exact names (ids, SKUs), so that typing one finds its item whatever the ranking.
package struct IdentifierTable: Hashable, Sendable {
  private let ordinals: [String: [UInt32]]

  /// Makes a table of identifiers and the items they name; blank identifiers are ignored.
  package init(_ pairs: [(identifier: String, ordinal: UInt32)] = []) {
    var table: [String: Set<UInt32>] = [:]
    for (identifier, ordinal) in pairs {
      let key = Self.key(identifier)
      if !key.isEmpty { table[key, default: []].insert(ordinal) }
    }
    ordinals = table.mapValues { $0.sorted() }
  }

  /// The items that `text` names, ascending; empty when it is not an identifier.
  ///
  /// Case and surrounding white space do not matter; everything between does.
  package func ordinals(named text: String) -> [UInt32] {
    ordinals[Self.key(text)] ?? []
  }

  /// Whether every item named lies below `count`.
  func isWithin(_ count: Int) -> Bool {
    ordinals.values.allSatisfy { $0.allSatisfy { Int($0) < count } }
  }

  /// The spelling under which identifiers are compared; empty for a blank one.
  package static func key(_ text: String) -> String {
    let tail = text.drop(while: \.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return tail[...last].lowercased()
  }
}
