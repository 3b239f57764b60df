package import Relevance

/// What was decided before: the grades that count, and what the one who judges now has said.
///
/// Whoever sees what others said agrees with them more than otherwise, so that by itself only the assessor's own grades
/// count.
package struct KnownJudgments: Hashable, Sendable {
  /// The grades that count: the assessor's own or, with others', the latest of each query and item.
  package let grades: Qrels
  /// The grades that would count without what this assessor said; none when others' are not shown.
  package let others: Qrels
  /// Whether others' grades count too.
  package let showsOthers: Bool
  /// What this assessor said, by query id and item.
  package let opinions: [QueryID: [DocumentID: Opinion]]

  /// Grades that all come from the one who judges.
  package init(_ grades: Qrels = Qrels()) {
    self.grades = grades
    others = Qrels()
    showsOthers = false
    opinions = grades.grades.mapValues { items in
      items.mapValues { grade in
        var opinion = Opinion()
        opinion.answer = .grade(grade)
        return opinion
      }
    }
  }

  /// What decisions leave, in the order in which they were made; those derived from clicks play no part.
  package init(_ judgments: [Judgment], assessor: String, showingOthers showsOthers: Bool = false) {
    // Ids are compared by bytes, as everywhere.
    let isOwn = { (judgment: Judgment) in judgment.assessor.utf8.elementsEqual(assessor.utf8) }
    let own = StandingJudgments(judgments.filter(isOwn))
    grades = showsOthers ? Qrels(judgments: judgments) : Qrels(standing: own)
    others = showsOthers ? Qrels(judgments: judgments.filter { !isOwn($0) }) : Qrels()
    self.showsOthers = showsOthers
    var opinions: [QueryID: [DocumentID: Opinion]] = [:]
    for (subject, entry) in own.all {
      var opinion = Opinion()
      opinion.answer = entry.settled?.decision ?? .withdrawn
      opinion.isFlagged = entry.isFlagged
      opinion.note = entry.note ?? ""
      opinions[subject.queryID, default: [:]][subject.item] = opinion
    }
    self.opinions = opinions
  }
}
