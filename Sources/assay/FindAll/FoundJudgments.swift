internal import Explorer
internal import Relevance
internal import Storage

/// What is known about the items of one query, from the journal and from a reference.
struct FoundJudgments {
  /// The grade of each judged item.
  let grades: [DocumentID: Int]
  /// The items about which somebody could not tell.
  let unclear: Set<DocumentID>

  /// Every item that something is known about.
  var items: [DocumentID] { Set(grades.keys).union(unclear).sorted() }

  /// Reads judgments as the explorer does: what the assessor said, or everybody, comes before the reference.
  /// - Parameters:
  ///   - query: the query judged for.
  ///   - judgments: those of the journal, on the scale.
  ///   - assessor: whose judgments count; everybody's when `nil`.
  ///   - reference: TREC qrels.
  init(of query: QueryID, _ judgments: [Judgment], assessor: String?, reference: Qrels) {
    let chosen = judgments.filter { judgment in
      assessor.map { judgment.assessor.utf8.elementsEqual($0.utf8) } ?? true
    }
    let own = Qrels(judgments: chosen)[query]
    grades = reference[query].merging(own) { $1 }
    var unclear: Set<DocumentID> = []
    for (subject, entry) in StandingJudgments(chosen).all
    where subject.queryID == query && entry.settled?.decision == .cannotTell && own[subject.item] == nil {
      if reference[query, subject.item] == nil { unclear.insert(subject.item) }
    }
    self.unclear = unclear
  }

  /// The verdict on each place, when items count as relevant from a grade on.
  func verdicts(at places: [DocumentID: Int], level: Int) -> [Int: Verdict] {
    var verdicts: [Int: Verdict] = [:]
    for (id, place) in places {
      if let grade = grades[id] {
        verdicts[place] = Verdict(grade: grade, level: level)
      } else if unclear.contains(id) {
        verdicts[place] = .unclear
      }
    }
    return verdicts
  }

  /// The grade of each place that has one.
  func grades(at places: [DocumentID: Int]) -> [Int: Int] {
    var graded: [Int: Int] = [:]
    for (id, place) in places { graded[place] = grades[id] }
    return graded
  }
}
