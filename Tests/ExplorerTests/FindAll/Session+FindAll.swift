import Explorer
import Relevance
import Retrieval
import Testing

/// A session in the Find-all view, and what it shows.
extension Session {
  /// Everything for a query, scored by the first column.
  static func findingAll(
    _ columns: Int = 120, _ rows: Int = 36, bench: Workbench = Bench.workbench(qrels: Qrels()),
    query: String = "steel tumbler"
  ) -> Session {
    var session = Session(columns, rows, bench: bench)
    session.press(query + "<enter>a")
    return session
  }

  var findAll: FindAllBoard { state.findAll }

  /// What is known about the cut; the test ends where nothing is.
  func estimate() throws -> FoundEstimate {
    let assessment = try #require(findAll.assessment)
    return assessment.estimate
  }

  /// How many items above the cut are known to be relevant, and how many not.
  var relevantAbove: [Int]? {
    findAll.assessment.map { [$0.estimate.above.relevant, $0.estimate.above.irrelevant] }
  }

  var basis: FoundEstimate.Basis? { findAll.assessment?.estimate.basis }
}

extension FindAllReply {
  var items: ScoredItems? {
    if case .scored(let catalogue) = part { catalogue.items } else { nil }
  }
}
