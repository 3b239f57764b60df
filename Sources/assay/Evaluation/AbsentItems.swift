internal import Relevance
internal import Storage
internal import TerminalUI

/// Items graded above 0 that an index has not: nothing can return them, and they count in ideals and recalls all the same.
struct AbsentItems: CustomStringConvertible {
  /// How many there are, each counted once, of how many graded above 0.
  let count: Int
  let graded: Int
  /// One of them, and a query that it is judged for: the first by their ids.
  let example: (item: DocumentID, query: QueryID)

  /// Looks for them; `nil` when the index has all.
  /// - Complexity: a look-up for each item graded above 0.
  init?(_ qrels: Qrels, in workspace: Workspace) throws(StorageError) {
    var queries: [DocumentID: QueryID] = [:]
    for (query, grades) in qrels.grades {
      for (item, grade) in grades where grade > 0 { queries[item] = min(queries[item] ?? query, query) }
    }
    var absent: [DocumentID] = []
    for item in queries.keys where try workspace.ordinal(of: item) == nil { absent.append(item) }
    guard let first = absent.min(), let query = queries[first] else { return nil }
    count = absent.count
    graded = queries.count
    example = (first, query)
  }

  var description: String {
    let (verb, pronoun) = count == 1 ? ("is", "it counts") : ("are", "they count")
    return
      "\(Numerals.grouped(count)) of \(Numerals.counted(graded, "item")) graded above 0 \(verb) not in the index, such as "
      + "'\(example.item)' for the query '\(example.query)': nothing returns what is not there, and \(pronoun) in "
      + "ideals and recalls all the same"
  }
}
