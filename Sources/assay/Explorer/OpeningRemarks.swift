internal import Relevance

/// What of a journal a session does not show, said before the first grade: it may be replaced, or be missed.
struct OpeningRemarks {
  /// One sentence each; the weightiest first.
  let sentences: [String]

  /// Looks at a journal.
  /// - Parameters:
  ///   - judgments: all decisions, in order.
  ///   - assessor: who grades now.
  ///   - scale: on which scale.
  ///   - showsOthers: whether others' grades are shown.
  init(_ judgments: [Judgment], assessor: String, scale: Scale, showsOthers: Bool) {
    let isOwn = { (judgment: Judgment) in judgment.assessor.utf8.elementsEqual(assessor.utf8) }
    let isOnScale = { (judgment: Judgment) in judgment.scale.utf8.elementsEqual(scale.id.utf8) }
    let grades = StandingJudgments(judgments).grades
    sentences = [
      Self.replaceable(grades.filter { isOwn($0) && !isOnScale($0) }, scale: scale),
      showsOthers ? nil : Self.hidden(grades.filter { !isOwn($0) && isOnScale($0) }),
    ].compactMap(\.self)
  }

  private static func replaceable(_ grades: [Judgment], scale: Scale) -> String? {
    guard !grades.isEmpty else { return nil }
    let names = list(grades.map(\.scale))
    return grades.count == 1
      ? "1 grade on \(names) is hidden; grading that item on \(scale.id) replaces it"
      : "\(grades.count) grades on \(names) are hidden; grading those items on \(scale.id) replaces them"
  }

  private static func hidden(_ grades: [Judgment]) -> String? {
    guard !grades.isEmpty else { return nil }
    let subject = grades.count == 1 ? "1 grade is by another" : "\(grades.count) grades are by others"
    return "\(subject) (\(list(grades.map(\.assessor)))) and not shown; --show-others shows them"
  }

  /// Names, each once, by their bytes; many are cut short.
  private static func list(_ names: [String]) -> String {
    let names = Set(names.map { OpaqueName($0) }).sorted().map(\.text)
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}
