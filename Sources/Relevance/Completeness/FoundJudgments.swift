/// What is known about the items of one query, as counting what was found needs it.
package struct FoundJudgments: Hashable, Sendable {
  /// The grade of each judged item.
  package let grades: [DocumentID: Int]
  /// The items without a grade about which somebody could not tell.
  package let unclear: Set<DocumentID>

  /// Puts what was said here before what a reference says.
  /// - Parameters:
  ///   - own: the grades given here.
  ///   - reference: the grades of a reference.
  ///   - unclear: the items about which somebody could not tell; those with a grade are passed over.
  package init(
    own: [DocumentID: Int], reference: [DocumentID: Int], unclear: some Sequence<DocumentID>
  ) {
    let grades = reference.merging(own) { $1 }
    self.grades = grades
    self.unclear = Set(unclear.lazy.filter { grades[$0] == nil })
  }

  /// Every item that something is known about.
  package var items: [DocumentID] { Set(grades.keys).union(unclear).sorted() }

  /// The verdict on each place, when items count as relevant from a grade on.
  package func verdicts(at places: [DocumentID: Int], level: Int) -> [Int: Verdict] {
    let unclear = unclear.lazy.map { ($0, Verdict.unclear) }
    let graded = grades.lazy.map { ($0.key, Verdict(grade: $0.value, level: level)) }
    return Self.move(Array(unclear) + Array(graded), to: places)
  }

  /// The grade of each place that has one.
  package func grades(at places: [DocumentID: Int]) -> [Int: Int] {
    Self.move(grades.map { ($0.key, $0.value) }, to: places)
  }

  private static func move<Value>(
    _ known: [(DocumentID, Value)], to places: [DocumentID: Int]
  ) -> [Int: Value] {
    known.reduce(into: [:]) { moved, entry in
      if let place = places[entry.0] { moved[place] = entry.1 }
    }
  }
}

extension FoundJudgments {
  /// Reads the judgments for one query: what an assessor said, or everybody, comes before the reference.
  /// - Parameters:
  ///   - query: the query judged for.
  ///   - judgments: those of a journal, on the scale.
  ///   - assessor: whose judgments count; everybody's when `nil`.
  ///   - reference: TREC qrels.
  package init(of query: QueryID, _ judgments: [Judgment], assessor: String?, reference: Qrels) {
    let chosen = judgments.filter { judgment in
      assessor.map { judgment.assessor.utf8.elementsEqual($0.utf8) } ?? true
    }
    let unclear = StandingJudgments(chosen).all.filter { subject, entry in
      subject.queryID == query && entry.settled?.decision == .cannotTell
    }
    self.init(
      own: Qrels(judgments: chosen)[query], reference: reference[query],
      unclear: unclear.map { $0.subject.item })
  }
}
