package import Relevance

/// What was said about items as it shows, and what is needed to take it back: changes under way, undo and redo.
///
/// A change shows at once. Each has a token; when saving it fails, what was said before returns, but only if the
/// attempted statement still shows.
package struct GradeBook: Hashable, Sendable {
  /// A statement that replaced another one.
  package struct Change: Hashable, Sendable {
    let token: Int
    /// The query judged for.
    package let query: Query
    /// The item judged.
    package let item: DocumentID
    let before: Statement
    /// What is said now.
    package let after: Statement
    fileprivate let origin: Origin
  }

  fileprivate enum Origin: Hashable, Sendable {
    case given, undone, redone
  }

  /// The grades that count by query id, unsaved ones included.
  package private(set) var grades: Qrels
  /// What the assessor said by query id and item, unsaved statements included.
  private var opinions: [QueryID: [DocumentID: Opinion]]
  private let others: Qrels
  /// Whether others' grades count where the assessor gave none, or an earlier one.
  package let showsOthers: Bool
  private var unsaved: [Int: Change] = [:]
  private var undoable: [Change] = []
  private var redoable: [Change] = []
  private var lastToken = 0

  /// Starts from what is in the journal.
  package init(_ known: KnownJudgments) {
    grades = known.grades
    others = known.others
    showsOthers = known.showsOthers
    opinions = known.opinions
  }

  /// Whether changes are on their way to the disk.
  package var isSaving: Bool { !unsaved.isEmpty }

  /// What the assessor has said about an item.
  package func opinion(of item: DocumentID, for query: QueryID) -> Opinion {
    opinions[query]?[item] ?? Opinion()
  }

  /// Whether the grade that counts for an item is somebody else's.
  func isOthers(_ item: DocumentID, for query: QueryID) -> Bool {
    guard showsOthers, let grade = grades[query, item] else { return false }
    return opinion(of: item, for: query).answer.grade != grade
  }

  /// Where measures that are not worked out on reference judgments get their grades from.
  var source: Standing.Source { showsOthers ? .everybody : .own }

  /// What the assessor has said about the items of a query.
  package func opinions(for query: QueryID) -> [DocumentID: Opinion] {
    opinions[query] ?? [:]
  }

  /// Says something about an item; returns what to save, or `nil` when that is what was said before.
  package mutating func say(
    _ statement: Statement, about item: DocumentID, for query: Query,
    under circumstances: Circumstances = Circumstances()
  ) -> JudgmentDraft? {
    let before = opinion(of: item, for: query.id).current(like: statement)
    guard statement != before else { return nil }
    let grade = grades[query.id, item]
    let change = make(query, item, before: before, after: statement, origin: .given)
    undoable.append(change)
    redoable = []
    return draft(change, replacing: grade, under: circumstances)
  }

  /// Takes the latest change back by a new one; `nil` when there is none.
  package mutating func undo() -> (change: Change, draft: JudgmentDraft)? {
    guard let last = undoable.popLast() else { return nil }
    let (change, draft) = reverse(last, as: .undone)
    redoable.append(change)
    return (change, draft)
  }

  /// Repeats the change that was taken back last; `nil` when there is none.
  package mutating func redo() -> (change: Change, draft: JudgmentDraft)? {
    guard let last = redoable.popLast() else { return nil }
    let (change, draft) = reverse(last, as: .redone)
    undoable.append(change)
    return (change, draft)
  }

  /// Notes that a change is on disk; says whether the token was known.
  package mutating func saved(token: Int) -> Bool {
    unsaved.removeValue(forKey: token) != nil
  }

  /// Notes that a change could not be saved, and restores what showed before it where it still shows.
  package mutating func failed(token: Int) -> Change? {
    guard let change = unsaved.removeValue(forKey: token) else { return nil }
    forget(change)
    let later = (Array(unsaved.values) + undoable + redoable)
      .filter { $0.isAboutSame(as: change) && $0.token > token }.map(\.token).min()
    if let later {
      // The next change of the same thing now begins where the failed one began.
      let restart = { (each: Change) in each.token == later ? each.starting(at: change.before) : each }
      unsaved = unsaved.mapValues(restart)
      undoable = undoable.map(restart)
      redoable = redoable.map(restart)
    } else if opinion(of: change.item, for: change.query.id).current(like: change.after) == change.after {
      show(change.before, about: change.item, for: change.query)
    }
    return change
  }

  private mutating func reverse(_ last: Change, as origin: Origin) -> (Change, JudgmentDraft) {
    let grade = grades[last.query.id, last.item]
    let change = make(last.query, last.item, before: last.after, after: last.before, origin: origin)
    return (change, draft(change, replacing: grade, under: Circumstances()))
  }

  private mutating func make(
    _ query: Query, _ item: DocumentID, before: Statement, after: Statement, origin: Origin
  ) -> Change {
    lastToken += 1
    let change = Change(
      token: lastToken, query: query, item: item, before: before, after: after, origin: origin)
    show(after, about: item, for: query)
    unsaved[lastToken] = change
    return change
  }

  private mutating func show(_ statement: Statement, about item: DocumentID, for query: Query) {
    opinions[query.id, default: [:]][item, default: Opinion()].take(statement)
    if case .answer(let decision) = statement {
      // Whoever gives no grade takes none from the others.
      grades[query.id, item] = decision.grade ?? others[query.id, item]
    }
  }

  /// A change that did not happen can't be taken back, and one that was to be taken back still stands.
  private mutating func forget(_ change: Change) {
    undoable.removeAll { $0.token == change.token }
    redoable.removeAll { $0.token == change.token }
    switch change.origin {
    case .given: break
    case .undone: undoable.append(change.reversed)
    case .redone: redoable.append(change.reversed)
    }
  }

  private func draft(
    _ change: Change, replacing grade: Int?, under circumstances: Circumstances
  ) -> JudgmentDraft {
    let (decision, note) = change.after.entry
    return JudgmentDraft(
      token: change.token, query: change.query, item: change.item, decision: decision, previous: grade,
      note: note, seen: circumstances.seen, isBlind: circumstances.isBlind,
      milliseconds: circumstances.milliseconds)
  }
}

extension GradeBook.Change {
  fileprivate func isAboutSame(as other: GradeBook.Change) -> Bool {
    query.id == other.query.id && item == other.item && after.isAboutSame(as: other.after)
  }

  fileprivate func starting(at before: Statement) -> GradeBook.Change {
    GradeBook.Change(
      token: token, query: query, item: item, before: before, after: after, origin: origin)
  }

  fileprivate var reversed: GradeBook.Change {
    GradeBook.Change(
      token: token, query: query, item: item, before: after, after: before, origin: origin)
  }
}
