/// Filters of a column that are being asked for.
struct TriedFilter: Hashable, Sendable {
  /// The line they were written in.
  let prompt: ColumnPrompt
  /// The filters before.
  let former: String
  /// The filters as the column has them now.
  let filter: String
}
