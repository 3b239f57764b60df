internal import Retrieval

/// Why the filters of a column can't be applied.
struct ColumnFilterError: Error, CustomStringConvertible {
  /// The filters as written.
  let filter: String
  /// What is wrong, and where among them.
  let fault: QueryError

  var description: String { "the filter '\(filter)' of a column can't be read: \(fault)" }
}
