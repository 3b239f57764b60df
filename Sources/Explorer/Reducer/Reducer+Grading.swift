internal import Relevance
internal import TerminalUI

extension ExplorerState {
  /// Gives the grade a digit names to the item under the cursor, and advances.
  mutating func grade(_ key: Key) -> [Effect] {
    guard case .character(let digit) = key, let grade = digit.wholeNumberValue else { return [] }
    guard bench.scale.grades.contains(grade) else {
      let scale = bench.scale.grades
      notice = Notice("\(grade) is not on the scale \(scale.lowerBound)-\(scale.upperBound)", isWarning: true)
      return []
    }
    return give(grade, advancing: true)
  }

  /// Gives or withdraws the grade of the item under the cursor.
  mutating func give(_ grade: Int?, advancing: Bool = false) -> [Effect] {
    guard !isBrowsing else {
      notice = Notice("a grade belongs to a query: type one first (/)", isWarning: true)
      return []
    }
    guard queryFailure == nil else {
      notice = Notice("the query can't be read; these are the results of the one before", isWarning: true)
      return []
    }
    // What is on the glass while an answer is due belongs to the query before.
    guard let ranking, let current, ranking.query == query else { return [] }
    let draft = book.give(grade, to: current.card.id, for: ranking.query)
    if advancing { advance() }
    guard let draft else { return [] }
    measureColumns()
    return [.append(draft)]
  }

  /// Shows what undo or redo did, and moves to the item where it is listed.
  mutating func takeBack(
    _ step: (decision: GradeBook.Decision, draft: JudgmentDraft)?, nothing: String, verb: String
  ) -> [Effect] {
    guard let step else {
      notice = Notice(nothing)
      return []
    }
    let (decision, draft) = step
    let row = ranking?.cards.firstIndex { $0.id == decision.item }
    if decision.query == query, let row {
      cursor = row
      detailScroll = 0
    }
    let grade = decision.after.map { "grade \($0)" } ?? "no grade"
    notice = Notice("\(verb): \(decision.item) has \(grade) for “\(decision.query.text)”")
    measureColumns()
    return [.append(draft)]
  }

  mutating func judgmentFailed(_ token: Int, _ message: String) {
    guard let decision = book.failed(token: token) else { return }
    failedSaves += 1
    let grade = decision.after.map { "grade \($0)" } ?? "withdrawal"
    notice = Notice("\(grade) of \(decision.item) not saved: \(message)", isWarning: true)
    measureColumns()
  }
}
