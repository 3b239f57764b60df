import Explorer
import Relevance

/// A session with results to grade.
extension Session {
  /// The results of a query that is in the set.
  static func grading(answers: Bool = true) -> Session {
    var session = Session()
    session.press("red striped mug<enter>")
    session.answers = answers
    return session
  }

  /// The grade of an item for that query.
  func grade(of ordinal: Int) -> Int? { state.book.grades["q-001", Bench.id(ordinal)] }
}
