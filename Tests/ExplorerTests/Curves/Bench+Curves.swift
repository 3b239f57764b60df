import Explorer
import Foundation
import Relevance
import Retrieval
import TestSupport

extension Bench {
  /// Curves that rise with the length, lower for coarser formats, over as many queries as are asked for.
  static func curves(_ request: MeasureCurvesRequest) -> SweepResult {
    let count = request.subject.queries.count
    let measures = MeasureChoice.allCases.map(\.title)
    let samples = request.subject.configurations.map { configuration in
      SweepSample(
        configuration: configuration,
        values: measures.indices.map { values(of: configuration, measure: $0, count: count) },
        coverage: Array(repeating: 0.8, count: count),
        milliseconds: configuration.mode == .lexical ? 0.31 : 0.004 * Double(configuration.dimensions ?? 0))
    }
    return SweepResult(
      measures: measures, queryCount: count, coverageCutoff: 10, samples: samples,
      bootstrap: Bootstrap(resamples: 200, seed: 1))
  }

  private static func values(of configuration: SweepConfiguration, measure: Int, count: Int) -> [Double] {
    var generator = SeededGenerator(seed: UInt64(measure + 1))
    let loss: Double =
      switch configuration.precision {
      case .binary: 0.22
      case .int8: 0.02
      default: 0
      }
    let reach = configuration.dimensions.map { 1 - exp(-Double($0) / 40) } ?? 0.75
    let bonus = configuration.mode == .hybrid ? 0.05 : 0
    return (0..<count).map { _ in
      min(
        1,
        max(0, (0.5 + Double.random(in: 0...0.4, using: &generator)) * reach - loss * (1.2 - reach) + bonus))
    }
  }

  /// A funnel whose coarse stages scatter the relevant items more the shorter and the coarser they are.
  static func funnel(_ request: MeasureCurvesRequest) -> FunnelAnswer {
    let stages = request.subject.stages.map { stage in
      var generator = SeededGenerator(seed: 5)
      let spread = (stage.precision == .binary ? 6 : 1) * 2000 / stage.dimensions
      let places = request.subject.queries.flatMap { query in
        (0..<6).map { ordinal in
          let full = 1 + ordinal * 7
          let scatter = Int.random(in: 0...spread, using: &generator)
          return FunnelPlace(
            query: query.id, document: id(ordinal), grade: 1 + ordinal % 3, fullRank: full,
            coarseRank: ordinal == 5 && query.id == "q-003" ? nil : full + scatter)
        }
      }
      return FunnelStage(dimensions: stage.dimensions, precision: stage.precision, places: places)
    }
    let funnel = Funnel(
      fullDimensions: 256, level: 1, shortlists: CurveSubject.shortlists, stages: stages,
      bootstrap: Bootstrap(resamples: 50, seed: 1))
    return FunnelAnswer(
      funnel, titles: Dictionary(uniqueKeysWithValues: (0..<5).map { (id($0), titles[$0].0) }))
  }
}
