internal import Relevance

/// The queries that a comparison is about: those that are judged, in a query set when there is one, and chosen.
struct ComparedQueries: Sendable {
  /// The queries by the bytes of their ids; without a query set they have no text.
  let queries: [Query]
  /// The grades of these queries and no others.
  let qrels: Qrels
  /// How many judged queries the query set lacks.
  let outsideSet: Int
  /// How many queries of the set are not judged.
  let unjudged: Int
  /// How many judged queries of the set were not chosen.
  let notChosen: Int
  private let places: [QueryID: Int]

  /// Chooses queries.
  ///
  /// - Parameters:
  ///   - qrels: all judgments.
  ///   - set: the query set, or `nil` when every judged query counts.
  ///   - choices: values that a query has to have, such as the split `test`.
  init(qrels: Qrels, set: QuerySet?, choices: [(column: QueryColumn, value: String)]) {
    let judged = Evaluation.queries(of: qrels)
    let known = judged.compactMap { id in set.map { $0[id: id] } ?? Query(id: id, text: "") }
    queries = known.filter { query in choices.allSatisfy { $0.column.value(of: query) == $0.value } }
    self.qrels = Qrels(
      queries.reduce(into: [:]) { grades, query in grades[query.id] = qrels[query.id] })
    outsideSet = judged.count - known.count
    unjudged = (set?.queries.count ?? known.count) - known.count
    notChosen = known.count - queries.count
    places = Dictionary(uniqueKeysWithValues: queries.enumerated().map { ($1.id, $0) })
  }

  /// What was left out, in words; `nil` when nothing was.
  var omissions: String? {
    let parts = [
      (outsideSet, "judged but not in the query set"), (unjudged, "in the query set but not judged"),
      (notChosen, "not chosen by --only"),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "queries left out: " + parts.joined(separator: ", ")
  }

  /// Refuses to go on without a query, and says why there is none.
  func refuseNone(qrels path: String, queries set: String?) throws(CommandFailure) {
    guard queries.isEmpty else { return }
    if notChosen > 0 { throw .data("none of the \(notChosen) judged queries is chosen by --only") }
    if outsideSet > 0 {
      throw .data("\(set ?? "the query set") has none of the \(outsideSet) queries that \(path) judges")
    }
    throw .data("\(path) judges nothing")
  }

  /// The query with an id, or one without a text.
  func query(_ id: QueryID) -> Query {
    places[id].map { queries[$0] } ?? Query(id: id, text: "")
  }
}
