/// One kind of work that the engine bench times.
protocol EngineWork: Sendable {
  /// What `--work` calls it.
  var name: String { get }
  /// Measures it on every query, warm; a row for each figure. Nothing when the index lacks what it needs.
  func measure(_ subject: EngineSubject) throws -> [EngineRow]
}

/// All works in the order of the table.
enum EngineWorks {
  static let all: [any EngineWork] = [
    QueryVectorWork(), DenseTopWork(), FilteredTopWork(), DimensionMoveWork(), FindAllWork(),
    LexicalTopWork(), TypingWork(), HybridWork(), FirstAnswerWork(),
  ]
}

extension EngineWork {
  /// Times `body` for every query, in milliseconds, after a few that are not counted.
  func time(_ subject: EngineSubject, _ body: (EngineSubject.Prepared) throws -> Void) rethrows -> [Double] {
    for query in subject.queries.suffix(Self.warmUp) { try body(query) }
    return try subject.queries.map { query in try Stopwatch.milliseconds { try body(query) }.time }
  }

  private static var warmUp: Int { 5 }
}

/// Times one call.
enum Stopwatch {
  /// How long `body` took, in milliseconds, and what it returned.
  static func milliseconds<Result>(_ body: () throws -> Result) rethrows -> (time: Double, result: Result) {
    let start = ContinuousClock.now
    let result = try body()
    return ((ContinuousClock.now - start).milliseconds, result)
  }
}
