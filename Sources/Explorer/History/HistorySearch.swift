package import TerminalUI

/// The search for a query that was asked before, by a part of it; what is found stands in the query line at once.
package struct HistorySearch: Hashable, Sendable {
  /// The part that was typed.
  package var pattern = TextField()
  /// The line as it was.
  let before: TextField
  /// The place of what was found last.
  var place: Int?
  /// Whether nothing more was found.
  package var isFailing = false

  /// The characters of a query that are the part that was typed.
  func match(in query: String) -> Range<Int>? {
    let wanted = pattern.text.map { $0.lowercased() }
    let characters = query.map { $0.lowercased() }
    guard !wanted.isEmpty, characters.count >= wanted.count else { return nil }
    let start = (0...characters.count - wanted.count).first {
      characters[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return start.map { $0..<$0 + wanted.count }
  }
}
