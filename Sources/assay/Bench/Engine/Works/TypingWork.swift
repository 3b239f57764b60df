internal import Retrieval

/// BM25F after every letter of a query typed, the last word standing for all it begins.
struct TypingWork: EngineWork {
  let name = "typing"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    let plan = subject.lexicalPlan
    let texts = subject.queries.prefix(Self.queryCount).flatMap { query in
      query.text.indices.map { String(query.text[...$0]) }
    }
    let times = texts.map { text in
      Stopwatch.milliseconds {
        subject.searcher.search(plan, query: SearchQuery(text: text, vector: nil, isTyping: true))
      }.time
    }
    return [EngineRow("BM25F top 100 after each letter typed", times)]
  }

  /// Enough for some hundred letters.
  private static let queryCount = 40
}
