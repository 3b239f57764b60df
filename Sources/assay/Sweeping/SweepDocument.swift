internal import Relevance
internal import Retrieval

/// A sweep as one JSON object.
struct SweepDocument: Encodable {
  struct Score: Encodable {
    let measure: String
    let mean: MeanEstimate
    let retention: MeanEstimate?
    let isBestAtBytes: Bool
    let isBestAtMilliseconds: Bool
  }

  struct Point: Encodable {
    let configuration: String
    let mode: String
    let dimensions: Int?
    let precision: String?
    let bytes: Int
    let milliseconds: Double?
    let coverage: Double
    let scores: [Score]
  }

  let index: String
  let items: Int
  let qrels: String
  let queries: Int
  let depth: Int
  let coverageCutoff: Int
  let bootstrap: Bootstrap
  let points: [Point]

  init(_ report: SweepReport) {
    let result = report.result
    index = report.index
    items = report.itemCount
    qrels = report.qrels
    queries = result.queryCount
    depth = report.depth
    coverageCutoff = result.coverageCutoff
    bootstrap = result.bootstrap
    points = result.points.map { point in
      Point(
        configuration: point.configuration.label, mode: point.configuration.mode.rawValue,
        dimensions: point.configuration.dimensions, precision: point.configuration.precision?.rawValue,
        bytes: point.configuration.bytes, milliseconds: point.milliseconds, coverage: point.coverage,
        scores: result.measures.indices.map { index in
          Score(
            measure: result.measures[index], mean: point.scores[index].mean,
            retention: point.scores[index].retention,
            isBestAtBytes: report.isBest(point, by: .bytes, measure: index),
            isBestAtMilliseconds: report.isBest(point, by: .milliseconds, measure: index))
        })
    }
  }
}
