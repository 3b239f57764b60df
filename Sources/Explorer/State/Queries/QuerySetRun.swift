package import Relevance
package import Retrieval

/// What one column returns for the queries of the set, as far as is known.
package struct QuerySetRun: Hashable, Sendable {
  /// What is known of one query.
  package enum Answer: Hashable, Sendable {
    /// Not ranked yet.
    case missing
    /// The first items, best first.
    case ranked([DocumentID])
    /// The query can't be read, or its picture is not there: it has no ranking, and so no score.
    case failed

    /// The first items; `nil` while they are not known, and when there are none to know.
    var ranking: [DocumentID]? {
      if case .ranked(let items) = self { items } else { nil }
    }
  }

  /// What was executed.
  package let plan: SearchPlan
  private(set) var answers: [Answer]
  /// How many queries are ranked or failed.
  package private(set) var done = 0

  /// Makes a run of which nothing is known yet.
  init(plan: SearchPlan, count: Int) {
    self.plan = plan
    answers = Array(repeating: .missing, count: count)
  }

  /// Whether nothing is missing.
  package var isComplete: Bool { done == answers.count }

  /// The places in the set of what is missing, ascending.
  var missing: [Int] { answers.indices.filter { answers[$0] == .missing } }

  /// How many queries return nothing because they can't be answered.
  var failures: Int { answers.count { $0 == .failed } }

  /// What the query at a place in the set returned; `nil` while that is not known, and when it failed.
  func ranking(at place: Int) -> [DocumentID]? {
    answers[place].ranking
  }

  /// Takes an answer.
  mutating func take(_ items: [DocumentID]?, at place: Int) {
    guard answers.indices.contains(place) else { return }
    if answers[place] == .missing { done += 1 }
    answers[place] = items.map(Answer.ranked) ?? .failed
  }
}
