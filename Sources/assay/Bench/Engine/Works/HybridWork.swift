internal import Retrieval

/// Both lanes and their fusion.
struct HybridWork: EngineWork {
  let name = "hybrid"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let plan = subject.hybridPlan
    let times = time(subject) { query in
      _ = subject.searcher.search(plan, query: SearchQuery(text: query.text, vector: query.vector))
    }
    return [EngineRow("hybrid top 100 at \(subject.length)", times)]
  }
}
