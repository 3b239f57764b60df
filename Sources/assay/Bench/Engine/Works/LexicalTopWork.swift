internal import Retrieval

/// The best hundred by BM25F, the query's analysis included.
struct LexicalTopWork: EngineWork {
  let name = "lexical"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let plan = subject.lexicalPlan
    var matched: [Double] = []
    let times = time(subject) { query in
      let answer = subject.searcher.search(plan, query: SearchQuery(text: query.text, vector: nil))
      matched.append(Double(answer.matched))
    }
    let note = "\(Int(Percentiles(matched).median ?? 0)) items matched at the median"
    return [EngineRow("BM25F top 100", times, bar: .of(subject, median: 1, p99: 8), note: note)]
  }
}
