/// Why a query can't be answered as it is written.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: characters (grapheme clusters) of the query, from 0; empty where something is missing.
  package let range: Range<Int>
  /// What happened and what to write instead.
  package let message: String

  /// Makes an error.
  package init(range: Range<Int>, message: String) {
    self.range = range
    self.message = message
  }

  package var description: String { message }

  /// The message under the query with the place marked: three lines.
  ///
  /// Marks stand under the right characters wherever a character is one column wide.
  package func report(on query: String) -> String {
    let marks = String(repeating: "^", count: max(1, range.count))
    return "\(message)\n  \(query)\n  \(String(repeating: " ", count: range.lowerBound))\(marks)"
  }
}

/// Something about a query that was read in one way and may have been meant in another; never an error.
package struct QueryHint: Hashable, Sendable, CustomStringConvertible {
  /// What it is about, in characters of the query.
  package let range: Range<Int>
  /// How it was read, and what to write for the other reading.
  package let message: String

  /// Makes a hint.
  package init(range: Range<Int>, message: String) {
    self.range = range
    self.message = message
  }

  package var description: String { message }
}
