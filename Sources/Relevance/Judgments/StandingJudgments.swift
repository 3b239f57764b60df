/// What counts after a sequence of decisions: for each assessor, query and item the last grade, flag and note.
package struct StandingJudgments: Sendable {
  /// What one assessor has said about one item for one query.
  package struct Entry: Hashable, Sendable {
    /// The last decision that settles the grade; `nil` when there are only flags and notes.
    package fileprivate(set) var settled: Judgment?
    /// Whether the item is marked for later.
    package fileprivate(set) var isFlagged = false
    /// The note; `nil` when there is none.
    package fileprivate(set) var note: String?
    /// Where `settled` stands in the sequence, from 0.
    fileprivate var position = 0

    /// The grade that counts; `nil` when there is none.
    package var grade: Int? { settled?.grade }
  }

  /// Who has said something about what, in the order of the first decision about it.
  package private(set) var subjects: [JudgmentSubject] = []
  /// What stands about the subject at the same place.
  private var entries: [Entry] = []
  private var places: [JudgmentSubject: Int] = [:]

  /// Replays decisions in their order; those outside the selection play no part.
  package init(
    _ judgments: some Sequence<Judgment>, choosing selection: JudgmentSelection = JudgmentSelection()
  ) {
    places.reserveCapacity(judgments.underestimatedCount)
    for (position, judgment) in judgments.enumerated() where selection.contains(judgment) {
      add(judgment, at: position)
    }
  }

  private mutating func add(_ judgment: Judgment, at position: Int) {
    let subject = JudgmentSubject(judgment)
    if let place = places[subject] { return entries[place].add(judgment, at: position) }
    places[subject] = entries.count
    subjects.append(subject)
    var entry = Entry()
    entry.add(judgment, at: position)
    entries.append(entry)
  }

  /// What stands about a subject; `nil` when nothing was ever decided.
  package subscript(subject: JudgmentSubject) -> Entry? { places[subject].map { entries[$0] } }

  /// Subjects and what stands about them, in the order of the first decision about each.
  package var all: some Sequence<(subject: JudgmentSubject, entry: Entry)> {
    zip(subjects, entries).lazy.map { (subject: $0, entry: $1) }
  }

  /// Every decision that gives a grade which counts, in the order of the sequence.
  package var grades: [Judgment] {
    // Sorted by place: entries are large.
    let order = entries.indices.filter { entries[$0].grade != nil }
      .sorted { entries[$0].position < entries[$1].position }
    return order.compactMap { entries[$0].settled }
  }
}

extension StandingJudgments.Entry {
  fileprivate mutating func add(_ judgment: Judgment, at position: Int) {
    if judgment.decision.settlesGrade {
      settled = judgment
      self.position = position
    }
    if case .flagged(let isFlagged) = judgment.decision { self.isFlagged = isFlagged }
    if let note = judgment.note { self.note = note.isEmpty ? nil : note }
  }
}
