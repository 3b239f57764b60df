internal import ArgumentParser
internal import Foundation
internal import Relevance

/// `assay bench measures`: how fast a run is measured.
struct MeasuresBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Measure how fast a run is measured.",
    discussion: """
      Makes rankings and judgments from a seed and times sorting them and computing every measure that trec_eval \
      names, at all its cutoffs, for every query. Exit code 1: the median is above its bar of a second. \
      Assets/Tools/bench/measures.sh compares with pytrec_eval on the same files.
      """)

  @Option(help: "How many queries.")
  var queries: Int = 1000

  @Option(help: "How many results each query has.")
  var results: Int = 1000

  @Option(help: "How many rounds are timed.")
  var rounds: Int = 5

  @Option(help: "Where the random numbers start.")
  var seed: UInt64 = 1

  @Option(help: "A folder that gets what is measured, as synthetic.run and synthetic.qrels.")
  var export: String?

  @Option(help: "table or json.")
  var format: ExploreBenchCommand.Format = .table

  private static let limit = 1000.0

  func validate() throws {
    for (name, value) in [("queries", queries), ("results", results), ("rounds", rounds)] where value < 1 {
      throw ValidationError("--\(name) must be at least 1, not \(value)")
    }
  }

  func run() throws {
    let data = SyntheticEvaluation(queries: queries, results: results, seed: seed)
    if let export {
      var sorted = data.run
      sorted.sortByScore()
      try TextOutput.write(Self.lines(sorted), to: export + "/synthetic.run")
      try TextOutput.write(try data.qrels.trec(), to: export + "/synthetic.qrels")
    }
    let report = try measure(data)
    switch format {
    case .table: TextOutput.text(report.table)
    case .json: TextOutput.line(try report.jsonLine())
    }
    guard report.bar.passed else {
      throw CommandFailure("above the bar: \(report.bar.name)", code: .negative)
    }
  }

  private func measure(_ data: SyntheticEvaluation) throws -> MeasuresBenchReport {
    let measures = try MeasureCatalogue().measures(named: "all")
    var evaluation = Evaluation(run: data.run, qrels: data.qrels, measures: [])
    let clock = ContinuousClock()
    let times = (0..<rounds).map { _ in
      let elapsed = clock.measure {
        var run = data.run
        run.sortByScore()
        evaluation = Evaluation(run: run, qrels: data.qrels, measures: measures)
      }
      return Double(elapsed.components.seconds) * 1000 + Double(elapsed.components.attoseconds) / 1e15
    }
    let median = Percentiles(times).median ?? 0
    return MeasuresBenchReport(
      queries: queries, results: results, measures: measures.count, evaluate: times, median: median,
      bar: BenchBar("sort and measure", median, atMost: Self.limit, "ms"),
      means: measures.indices.reduce(into: [:]) { $0[measures[$1].name] = evaluation.summary(at: $1) },
      load: EngineReport.currentLoad)
  }

  /// The run with its scores as they are, ties included, which `Run.trec()` would break.
  private static func lines(_ run: Relevance.Run) -> String {
    run.queries.map { query in
      run[query].enumerated().map { "\(query) Q0 \($1.document) \($0 + 1) \(Int($1.score)) \(run.tag)\n" }
        .joined()
    }.joined()
  }
}
