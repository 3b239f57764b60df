internal import Relevance

/// A run and judgments made from a seed: every ranking of one length, its order unrelated to the grades.
struct SyntheticEvaluation {
  let run: Relevance.Run
  let qrels: Qrels

  /// The share of the documents of a query that are judged.
  private static let judgedShare = 0.25
  /// How many documents a query has for each that is retrieved.
  private static let poolFactor = 1.5

  /// Makes `queries` rankings of `results` documents, in no order, with grades of 0…3.
  init(queries: Int, results: Int, seed: UInt64) {
    var run = Relevance.Run(tag: "synthetic")
    var grades: [QueryID: [DocumentID: Int]] = [:]
    for number in 1...queries {
      var generator = SeededRandom(seed: seed, stream: 0, number: UInt64(number))
      var (entries, judged) = ([RunEntry](), [DocumentID: Int]())
      for item in 0..<Int(Double(results) * Self.poolFactor) {
        let document = DocumentID("product-\(generator.next() % 1_000_000)-\(item)")
        // Exact as a 32-bit float, and now and then tied.
        if item < results {
          entries.append(RunEntry(document: document, score: Double(generator.next() % 100_000)))
        }
        if generator.unit() < Self.judgedShare { judged[document] = Int(generator.next() % 4) }
      }
      run[QueryID("q\(number)")] = entries
      grades[QueryID("q\(number)")] = judged
    }
    self.run = run
    qrels = Qrels(grades)
  }
}
