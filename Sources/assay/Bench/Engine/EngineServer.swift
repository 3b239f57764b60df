internal import Retrieval

/// Answers searches of prepared queries line by line, each with the milliseconds that the search alone took: what a
/// comparison with other engines in another process needs.
///
/// `dense QUERY DIMENSIONS DEPTH` and `lexical QUERY DEPTH`, where `QUERY` is a position in the query set from 0, are
/// answered by `MILLISECONDS ORDINAL ORDINAL …`.
struct EngineServer {
  let subject: EngineSubject

  /// Answers standard input until it ends, after the line `ready ITEMS QUERIES`.
  /// - Throws: `CommandFailure` at a line that asks for nothing.
  func run() throws {
    TextOutput.line("ready \(subject.itemCount) \(subject.queries.count)")
    while let line = readLine() { TextOutput.line(try reply(to: line)) }
  }

  /// Searches as a line asks for.
  func reply(to line: String) throws(CommandFailure) -> String {
    guard let request = request(line) else { throw CommandFailure.usage("no request: \(line)") }
    let (time, outcome) = Stopwatch.milliseconds {
      subject.searcher.search(request.plan, query: request.query)
    }
    return ([time.fixed(5)] + outcome.items.map { "\($0.ordinal)" }).joined(separator: " ")
  }

  private func request(_ line: String) -> (plan: SearchPlan, query: SearchQuery)? {
    let words = line.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard let number = numbers.first, subject.queries.indices.contains(number), let depth = numbers.last,
      depth > 0
    else { return nil }
    let query = subject.queries[number]
    switch (words[0], numbers.count) {
    case ("dense", 3) where subject.workspace.dimensions.contains(numbers[1]):
      return (
        subject.densePlan(numbers[1], depth: depth), SearchQuery(text: query.text, vector: query.vector)
      )
    case ("lexical", 2):
      var plan = subject.lexicalPlan
      plan.depth = depth
      return (plan, SearchQuery(text: query.text, vector: nil))
    default: return nil
    }
  }
}
