package import Relevance

/// What was decided before: the grades that count, and what the one who judges now has said.
package struct KnownJudgments: Hashable, Sendable {
  /// The grades that count, of all assessors: the latest of each query and item.
  package let grades: Qrels
  /// The grades that would count without what this assessor said.
  package let others: Qrels
  /// What this assessor said, by query id and item.
  package let opinions: [QueryID: [DocumentID: Opinion]]

  /// Grades that all come from the one who judges.
  package init(_ grades: Qrels = Qrels()) {
    self.grades = grades
    others = Qrels()
    opinions = grades.grades.mapValues { items in
      items.mapValues { grade in
        var opinion = Opinion()
        opinion.answer = .grade(grade)
        return opinion
      }
    }
  }

  /// What decisions leave, in the order in which they were made; those derived from clicks play no part.
  package init(_ judgments: [Judgment], assessor: String) {
    grades = Qrels(judgments: judgments)
    // Ids are compared by bytes, as everywhere.
    let isOwn = { (judgment: Judgment) in judgment.assessor.utf8.elementsEqual(assessor.utf8) }
    others = Qrels(judgments: judgments.filter { !isOwn($0) })
    var opinions: [QueryID: [DocumentID: Opinion]] = [:]
    for (subject, entry) in StandingJudgments(judgments.filter(isOwn)).all {
      var opinion = Opinion()
      opinion.answer = entry.settled?.decision ?? .withdrawn
      opinion.isFlagged = entry.isFlagged
      opinion.note = entry.note ?? ""
      opinions[subject.queryID, default: [:]][subject.item] = opinion
    }
    self.opinions = opinions
  }
}
