internal import ArgumentParser
internal import Relevance
internal import Retrieval

/// How the text of queries is read; every command that takes queries has the same flag.
struct QueryOptions: ParsableArguments {
  /// The query language in a few lines, for help texts.
  static let language = """
    Queries: words and "quoted phrases"; image:PATH, like:ID and id:ID; parts joined by + and - between blanks, with \
    weights as in 2*"floral" or 0.5*like:123; filters such as brand:acme,zenith price:10..50 in_stock:true, negated as \
    in -brand:acme. A subtracted phrase is also excluded. An item that others are to be like is itself in the answer, \
    usually first. Quote the whole query for the shell: 'red dress + like:123 - "floral"'; -- goes before one that begins with a sign.
    """

  @Flag(help: "Take queries as plain words, without any syntax.")
  var plain = false

  /// Turns a query into what is searched for.
  ///
  /// `set` is the file that the query is from, or `nil` when it was typed.
  /// - Throws: `CommandFailure` that shows the place of what can't be read, found or decoded.
  func resolve(
    _ query: Query, plan: SearchPlan, in workspace: Workspace, set: String? = nil
  ) throws -> SearchQuery {
    do {
      return try workspace.resolve(query, plan: plan, isPlain: plain)
    } catch let error as ColumnFilterError {
      throw CommandFailure.usage("\(error)")
    } catch let error as QueryError {
      let report = error.range.upperBound == 0 ? error.message : error.report(on: query.text)
      guard let set else { throw CommandFailure.usage(report) }
      throw CommandFailure.data(
        "\(set): the query '\(query.id)' can't be run (--plain takes it as words): \(report)")
    }
  }
}
