internal import Explorer
internal import Retrieval

/// Why the filters of a column can't be applied.
struct ColumnFilterError: Error, CustomStringConvertible {
  /// The filters as written.
  let filter: String
  /// What is wrong, and where among them.
  let fault: QueryError

  var description: String { "the filter '\(filter)' of a column can't be read: \(fault)" }
}

extension SearchFailure {
  /// Says that it is a filter which can't be read, unless that shows.
  init(_ error: ColumnFilterError) {
    self.init("\(error)", brief: error.fault.message, range: error.fault.range, isInFilter: true)
  }
}
