package import Relevance

/// The grades as they show, and what is needed to take them back: decisions under way, undo and redo.
///
/// A grade shows at once. Each decision has a token; when saving it fails, the grade before returns, but only if
/// the attempted one still shows.
package struct GradeBook: Hashable, Sendable {
  /// A decision that was made.
  package struct Decision: Hashable, Sendable {
    let token: Int
    /// The query judged for.
    package let query: Query
    /// The item judged.
    package let item: DocumentID
    let before: Int?
    /// The grade given; `nil` when one was withdrawn.
    package let after: Int?
    fileprivate let origin: Origin
  }

  fileprivate enum Origin: Hashable, Sendable {
    case given, undone, redone
  }

  /// Grades by query id, unsaved ones included.
  package private(set) var grades: Qrels
  private var unsaved: [Int: Decision] = [:]
  private var undoable: [Decision] = []
  private var redoable: [Decision] = []
  private var lastToken = 0

  /// Starts from the grades in the journal.
  package init(_ grades: Qrels) {
    self.grades = grades
  }

  /// Whether decisions are on their way to the disk.
  package var isSaving: Bool { !unsaved.isEmpty }

  /// Gives (or with `nil` withdraws) a grade; returns what to save, or `nil` when that grade shows already.
  package mutating func give(_ grade: Int?, to item: DocumentID, for query: Query) -> JudgmentDraft? {
    let before = grades[query.id, item]
    guard grade != before else { return nil }
    let decision = decide(query, item, before: before, after: grade, origin: .given)
    undoable.append(decision)
    redoable = []
    return draft(decision)
  }

  /// Takes the latest decision back by a new one; `nil` when there is none.
  package mutating func undo() -> (decision: Decision, draft: JudgmentDraft)? {
    guard let last = undoable.popLast() else { return nil }
    let decision = decide(last.query, last.item, before: last.after, after: last.before, origin: .undone)
    redoable.append(decision)
    return (decision, draft(decision))
  }

  /// Repeats the decision that was taken back last; `nil` when there is none.
  package mutating func redo() -> (decision: Decision, draft: JudgmentDraft)? {
    guard let last = redoable.popLast() else { return nil }
    let decision = decide(last.query, last.item, before: last.after, after: last.before, origin: .redone)
    undoable.append(decision)
    return (decision, draft(decision))
  }

  /// Notes that a decision is on disk; says whether the token was known.
  package mutating func saved(token: Int) -> Bool {
    unsaved.removeValue(forKey: token) != nil
  }

  /// Notes that a decision could not be saved, and restores what showed before it where it still shows.
  package mutating func failed(token: Int) -> Decision? {
    guard let decision = unsaved.removeValue(forKey: token) else { return nil }
    forget(decision)
    let later = (Array(unsaved.values) + undoable + redoable)
      .filter { $0.isSamePair(as: decision) && $0.token > token }.map(\.token).min()
    if let later {
      // The next decision about this item now begins where the failed one began.
      let restart = { (each: Decision) in each.token == later ? each.starting(at: decision.before) : each }
      unsaved = unsaved.mapValues(restart)
      undoable = undoable.map(restart)
      redoable = redoable.map(restart)
    } else if grades[decision.query.id, decision.item] == decision.after {
      grades[decision.query.id, decision.item] = decision.before
    }
    return decision
  }

  private mutating func decide(
    _ query: Query, _ item: DocumentID, before: Int?, after: Int?, origin: Origin
  ) -> Decision {
    lastToken += 1
    let decision = Decision(
      token: lastToken, query: query, item: item, before: before, after: after, origin: origin)
    grades[query.id, item] = after
    unsaved[lastToken] = decision
    return decision
  }

  /// A decision that did not happen can't be taken back, and one that was to be taken back still stands.
  private mutating func forget(_ decision: Decision) {
    undoable.removeAll { $0.token == decision.token }
    redoable.removeAll { $0.token == decision.token }
    switch decision.origin {
    case .given: break
    case .undone: undoable.append(decision.reversed)
    case .redone: redoable.append(decision.reversed)
    }
  }

  private func draft(_ decision: Decision) -> JudgmentDraft {
    JudgmentDraft(
      token: decision.token, query: decision.query, item: decision.item,
      decision: decision.after.map { .grade($0) } ?? .withdrawn, previous: decision.before)
  }
}

extension GradeBook.Decision {
  fileprivate func isSamePair(as other: GradeBook.Decision) -> Bool {
    query.id == other.query.id && item == other.item
  }

  fileprivate func starting(at before: Int?) -> GradeBook.Decision {
    GradeBook.Decision(
      token: token, query: query, item: item, before: before, after: after, origin: origin)
  }

  fileprivate var reversed: GradeBook.Decision {
    GradeBook.Decision(
      token: token, query: query, item: item, before: after, after: before, origin: origin)
  }
}
