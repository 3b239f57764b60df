internal import Relevance
internal import Storage

/// Turns derived grades into decisions of a journal.
struct Derivation {
  /// The name of the derivation, which is also the assessor's.
  let name: String
  /// When it is made.
  let time: String
  /// The days that were counted, in words; empty without dates.
  let window: String
  let naming: QueryNaming
  /// The catalogue; `nil` when none was named.
  let items: CatalogueItems?

  private var source: JudgmentSource { .implicit(name) }

  /// One decision for each grade that is new or another one, and a withdrawal of each that was derived before under this
  /// name and is not any more.
  func decisions(_ grades: ImplicitGrades, replacing existing: [Judgment]) -> [Judgment] {
    let former = StandingJudgments(existing.filter { $0.source == source }, choosing: .all)
    let derived = grades.entries.map { entry in
      judgment(
        query: entry.tally.queryID, item: entry.tally.item, scale: grades.bins.scale.id, .grade(entry.grade),
        note: note(entry))
    }
    let subjects = Set(derived.map(JudgmentSubject.init))
    let gone = former.grades.filter { !subjects.contains(JudgmentSubject($0)) }.map {
      judgment(query: $0.queryID, item: $0.item, scale: $0.scale, .withdrawn, note: nil)
    }
    let changed = derived.filter { judgment in
      let entry = former[JudgmentSubject(judgment)]
      return entry?.grade != judgment.grade || entry?.settled?.scale != judgment.scale
        || entry?.note != judgment.note
    }
    return gone + changed
  }

  /// What the grade rests on, so that it can be checked.
  private func note(_ entry: ImplicitGrades.Entry) -> String {
    let acts = "\(entry.tally.acts.fixed(1)) acts, \(entry.expected.fixed(1)) expected"
    return "\(entry.ratio.fixed(3)) = \(acts), \(entry.tally.impressions) impressions"
      + (window.isEmpty ? "" : ", \(window)")
  }

  private func judgment(
    query: QueryID, item: DocumentID, scale: String, _ decision: Decision, note: String?
  ) -> Judgment {
    Judgment(
      time: time, assessor: name, queryID: query, query: naming.text(of: query), item: item, scale: scale,
      decision: decision, note: note, itemHash: items?.contentHash(of: item) ?? "", source: source)
  }
}
