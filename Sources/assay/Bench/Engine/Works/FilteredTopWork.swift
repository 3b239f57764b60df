internal import Retrieval

/// The best hundred by cosine among a tenth of the items, filtered inside the scan.
struct FilteredTopWork: EngineWork {
  let name = "filtered"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let eligible = ItemSet(
      stride(from: UInt32(0), to: UInt32(subject.itemCount), by: 10), universe: subject.itemCount)
    let plan = subject.densePlan(subject.length)
    let times = time(subject) { query in
      _ = subject.searcher.search(
        plan, query: SearchQuery(text: query.text, vector: query.vector, eligible: eligible))
    }
    return [EngineRow("top 100 at \(subject.length), a tenth eligible", times)]
  }
}
