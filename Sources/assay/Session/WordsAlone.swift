internal import Retrieval

/// Why a plan that compares words alone has no answer to a query that has none.
struct WordsAlone: Error, CustomStringConvertible {
  var description: String {
    "lexical search compares words, and this query has only a picture or an item as its example: dense and hybrid "
      + "columns compare those"
  }

  /// - Throws: `WordsAlone` when the query asks for nothing that the plan compares.
  static func check(_ query: SearchQuery, for plan: SearchPlan) throws(WordsAlone) {
    if plan.dense == nil, query.lacksVectors { throw WordsAlone() }
  }
}
