internal import TerminalUI

/// A walk through the queries that were asked before, from the line as it was.
struct HistoryWalk: Hashable, Sendable {
  /// The line as it was.
  let before: TextField
  /// The place of the query that the line shows.
  var place: Int
}
