internal import Relevance
internal import Retrieval
internal import Storage

/// The filters of queries and of columns.
extension QueryResolver {
  /// Checks the filters of a plan without applying them.
  ///
  /// Throws `CommandFailure` that says what can't be read, or that there is text among them.
  func check(filter: String) throws(CommandFailure) {
    do { _ = try read(filter: filter) } catch { throw .usage("\(error)") }
  }

  /// Reads the filters of a column; throws `ColumnFilterError` also for text among them.
  func read(filter: String) throws(ColumnFilterError) -> QueryTree {
    do throws(QueryError) {
      let parsed = try parse(filter)
      guard parsed.tree.parts.isEmpty else {
        throw QueryError(
          range: parsed.range(ofPart: 0),
          message:
            "it is not only filters: text belongs into the query, and fields are those of the catalogue, as in price:<50"
        )
      }
      return parsed.tree
    } catch {
      throw ColumnFilterError(filter: filter, fault: error)
    }
  }

  /// Which filter lets nothing through, of a query and of its column; `nil` when each lets something through.
  ///
  /// What can't be read is passed over, like what is still being typed.
  func emptyFilter(in query: Query, narrowedBy filter: String, isTyping: Bool = false) throws(StorageError)
    -> EmptyFilter?
  {
    let trees = [try? parse(query.text, isTyping: isTyping).tree, try? read(filter: filter)].compactMap(
      \.self)
    let all = trees.flatMap(\.filters)
    for filter in all where try filters.items(passing: filter.expression).isEmpty { return .one(filter) }
    guard let expression = all.count > 1 ? FilterExpression.all(all.map(\.expression)) : nil,
      try filters.items(passing: expression).isEmpty
    else { return nil }
    return .together(all)
  }
}
