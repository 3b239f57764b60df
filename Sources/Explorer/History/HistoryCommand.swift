/// What keys do with the queries that were asked before.
package enum HistoryCommand: Hashable, Sendable {
  /// The query before the one that the line shows.
  case earlier
  /// The query after it, in the end the line as it was; from there on to the results.
  case later
  /// Begins to search, or goes on to an older query that fits.
  case search
  /// Goes back to a newer query that fits.
  case searchBack
}
