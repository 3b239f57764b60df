internal import Explorer
internal import Relevance
internal import Retrieval

/// A list that a threshold cuts out of a catalogue, on its way into a file.
struct FoundList {
  /// One item as JSON.
  struct Line: Encodable {
    /// From 1; `nil` for an item without a score.
    let rank: Int?
    let id: String
    let score: Float?
    /// `above` or `below` the cut.
    let side: String
    let grade: Int?
    /// The round of the sample that it was drawn in, from 1.
    let round: Int?
  }

  let query: Query
  let items: ScoredItems
  /// How many items lie above the cut.
  let cut: Int
  /// The grade of each judged place.
  let grades: [Int: Int]
  /// The round of the sample that each sampled place was drawn in, from 1.
  let rounds: [Int: Int]

  init(query: Query, items: ScoredItems, cut: Int, grades: [Int: Int], rounds: [Int: Int]) {
    self.query = query
    self.items = items
    self.cut = cut
    self.grades = grades
    self.rounds = rounds
  }

  init(_ request: ExportListRequest) {
    self.init(
      query: request.query, items: request.items, cut: request.cut, grades: request.grades,
      rounds: request.rounds)
  }

  /// The items above the cut and, of those below, the ones that are judged.
  var customaryPlaces: [Int] { Array(0..<cut) + grades.keys.filter { $0 >= cut }.sorted() }

  /// The items at some places as a text; a run has those above the cut alone.
  ///
  /// `ids` says what items are called, in their order; what it throws is passed on, and a `TRECWriteError` for an id
  /// that a run can't hold.
  func text(
    as format: ListFormat, _ places: [Int], ids: ([UInt32]) throws -> [DocumentID]
  ) throws -> String {
    let names = try ids(places.map { items.ordinals[$0] })
    switch format {
    case .csv:
      return zip(places, names).reduce(into: CSVText.line(["rank", "id", "score", "side", "grade", "round"]))
      {
        $0 += csv(line($1.0, $1.1))
      }
    case .json:
      return try zip(places, names).reduce(into: "") { $0 += try line($1.0, $1.1).jsonLine() + "\n" }
    case .trec:
      var run = Relevance.Run(tag: "assay")
      run[query.id] = zip(places, names).filter { $0.0 < cut }.map {
        RunEntry(document: $1, score: Double(items.scores[$0]))
      }
      return try run.trec()
    }
  }

  private func line(_ place: Int, _ id: DocumentID) -> Line {
    let isScored = place < items.scores.count
    return Line(
      rank: isScored ? place + 1 : nil, id: id.text, score: isScored ? items.scores[place] : nil,
      side: place < cut ? "above" : "below", grade: grades[place], round: rounds[place])
  }

  private func csv(_ line: Line) -> String {
    CSVText.line([
      line.rank.map(String.init) ?? "", line.id, line.score.map { "\($0)" } ?? "", line.side,
      line.grade.map(String.init) ?? "", line.round.map(String.init) ?? "",
    ])
  }
}
