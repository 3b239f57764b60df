/// Two rankings of one query, what is known about their items, and what is not: the left one is measured against the
/// right one, and every item that either returned and nobody judged may still get any grade.
///
/// So may other items that are named: neither ranking returned them, so that they change a score only where its
/// measure looks at everything that is judged, as the ideal of nDCG does. What nobody names counts as not relevant.
package struct Contest: Sendable {
  /// The ranking whose score is taken, best first.
  package let left: [DocumentID]
  /// The ranking whose score is subtracted, best first.
  package let right: [DocumentID]
  /// Every judged document of the query.
  package let grades: [DocumentID: Int]
  /// The grades an item may get, ascending, each once; never empty.
  package let possible: [Int]
  /// What either ranking returned and nobody judged, in the order of a pool, then what else may be judged.
  package let unjudged: [DocumentID]

  /// Makes a contest; of `others`, those that a ranking returned or that are judged add nothing.
  /// - Precondition: `possible` is not empty.
  package init(
    left: [DocumentID], right: [DocumentID], grades: [DocumentID: Int], possible: some Sequence<Int>,
    others: [DocumentID] = []
  ) {
    self.left = left
    self.right = right
    self.grades = grades
    self.possible = Set(possible).sorted()
    precondition(!self.possible.isEmpty, "an item needs at least one grade to get")
    let returned = Pool(of: [left, right], depth: max(left.count, right.count))
      .unjudged(by: grades).map(\.item)
    var known = Set(returned)
    unjudged = returned + others.filter { grades[$0] == nil && known.insert($0).inserted }
  }

  /// The measured difference, left minus right, with these grades beside the known ones.
  package func difference(_ measure: any Measure, assigning assigned: [DocumentID: Int] = [:]) -> Double {
    let all = grades.merging(assigned) { known, _ in known }
    return measure.score(ranking: left, grades: all) - measure.score(ranking: right, grades: all)
  }
}
