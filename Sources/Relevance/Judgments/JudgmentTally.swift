/// How much was decided: the lines there are, and what stands after them.
package struct JudgmentTally: Hashable, Sendable {
  /// Decisions of every kind, also those that later ones replaced.
  package private(set) var decisions = 0
  /// Items with a grade that counts, once for each assessor and query.
  package private(set) var graded = 0
  /// Items that were passed over, without a grade.
  package private(set) var skipped = 0
  /// Items about which the assessor could not say.
  package private(set) var cannotTell = 0
  /// Items marked for later.
  package private(set) var flagged = 0
  /// Items with a note.
  package private(set) var noted = 0

  /// Makes an empty tally.
  package init() {}

  /// Tallies of all decisions by something that each of them has, such as its assessor.
  ///
  /// What stands is counted where the decision that settled it belongs, implicit judgments included.
  ///
  /// `standing` is what stands of all of them, for whoever wants several tallies.
  package static func tallies<Name: Hashable>(
    of judgments: [Judgment], standing: StandingJudgments? = nil, by name: (Judgment) -> Name?
  ) -> [Name: JudgmentTally] {
    let standing = standing ?? StandingJudgments(judgments, choosing: .all)
    var tallies: [Name: JudgmentTally] = [:]
    // Who first said something about what has only flags and notes.
    let unsettled = Set(standing.all.lazy.filter { $0.entry.settled == nil }.map { $0.subject })
    var first: [JudgmentSubject: Name] = [:]
    for judgment in judgments {
      guard let name = name(judgment) else { continue }
      tallies[name, default: JudgmentTally()].decisions += 1
      guard !unsettled.isEmpty, !judgment.decision.settlesGrade else { continue }
      let subject = JudgmentSubject(judgment)
      if unsettled.contains(subject), first[subject] == nil { first[subject] = name }
    }
    for (subject, entry) in standing.all {
      guard let name = entry.settled.map(name) ?? first[subject] else { continue }
      tallies[name, default: JudgmentTally()].add(entry)
    }
    return tallies
  }

  private mutating func add(_ entry: StandingJudgments.Entry) {
    switch entry.settled?.decision {
    case .grade: graded += 1
    case .skipped: skipped += 1
    case .cannotTell: cannotTell += 1
    default: break
    }
    if entry.isFlagged { flagged += 1 }
    if entry.note != nil { noted += 1 }
  }
}
