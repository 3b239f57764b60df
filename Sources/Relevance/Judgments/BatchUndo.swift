/// What has to be decided so that a batch of decisions no longer counts.
///
/// Nothing is erased: for each subject of the batch whose decision still stands, a new decision restores the one before
/// it, or withdraws when there was none. What somebody decided since then stays. An undo is a batch itself and can be
/// undone in the same way.
package struct BatchUndo: Hashable, Sendable {
  /// The decisions to append, in the order of the batch's subjects.
  package private(set) var decisions: [Judgment] = []
  /// How many of them bring an earlier decision back.
  package private(set) var restored = 0
  /// How many of them withdraw.
  package private(set) var withdrawn = 0
  /// How many subjects of the batch stay as they are, because of a later decision.
  package private(set) var kept = 0

  /// Plans the undoing of `batch`; `nil` when no decision belongs to it.
  /// - Parameters:
  ///   - batch: the name of the batch.
  ///   - judgments: the whole journal, in order.
  ///   - time: when the undoing is decided.
  package init?(of batch: String, in judgments: [Judgment], at time: String) {
    let touched = Set(judgments.lazy.filter { $0.belongs(to: batch) }.map(JudgmentSubject.init))
    guard !touched.isEmpty else { return nil }
    var histories: [JudgmentSubject: [Judgment]] = [:]
    for judgment in judgments {
      let subject = JudgmentSubject(judgment)
      if touched.contains(subject) { histories[subject, default: []].append(judgment) }
    }
    var seen: Set<JudgmentSubject> = []
    for judgment in judgments where judgment.belongs(to: batch) {
      let subject = JudgmentSubject(judgment)
      guard seen.insert(subject).inserted, let history = histories[subject] else { continue }
      undo(batch, history: history, subject: subject, time: time)
    }
  }

  private mutating func undo(_ batch: String, history: [Judgment], subject: JudgmentSubject, time: String) {
    let first = history.firstIndex { $0.belongs(to: batch) } ?? history.endIndex
    let before = StandingJudgments(history[..<first], choosing: .all)[subject]
    func isLast(_ concerns: (Judgment) -> Bool) -> Bool {
      history.last(where: concerns)?.belongs(to: batch) == true
    }
    let note = isLast { $0.note != nil } ? before?.note ?? "" : nil
    let size = decisions.count
    if isLast(\.decision.settlesGrade), let replaced = history.last(where: \.decision.settlesGrade) {
      let earlier = before?.settled
      decisions.append((earlier ?? replaced).again(earlier?.decision ?? .withdrawn, note: note, at: time))
      if earlier?.grade == nil { withdrawn += 1 } else { restored += 1 }
    } else if let note, let noted = history.last {
      decisions.append(noted.again(.noted, note: note, at: time))
      restored += 1
    }
    if isLast(\.decision.isFlag), let flagged = history.last(where: \.decision.isFlag) {
      decisions.append(flagged.again(.flagged(before?.isFlagged ?? false), note: nil, at: time))
      restored += 1
    }
    if decisions.count == size { kept += 1 }
  }
}

extension Decision {
  fileprivate var isFlag: Bool {
    if case .flagged = self { true } else { false }
  }
}

extension Judgment {
  /// The same about the same item, decided anew.
  fileprivate func again(_ decision: Decision, note: String?, at time: String) -> Judgment {
    Judgment(
      time: time, assessor: assessor, queryID: queryID, query: query, item: item, scale: scale,
      decision: decision, note: note, itemHash: itemHash, seen: seen, isBlind: isBlind,
      milliseconds: milliseconds, source: source)
  }
}
