internal import Retrieval

/// The lengths and number formats that a sweep is about, in the order of its rows: formats from fine to coarse, lengths
/// descending within each, and first of all the full length in float32, which the others are held against.
struct SweepSelection {
  /// The length of whole vectors.
  let full: Int
  let lengths: [Int]
  let precisions: [VectorPrecision]
  let textShare: Double

  /// The lengths and formats, each pair once.
  var stages: [(dimensions: Int, precision: VectorPrecision)] {
    var stages: [(dimensions: Int, precision: VectorPrecision)] = [(full, .float32)]
    for precision in VectorPrecision.allCases where precisions.contains(precision) {
      for length in Set(lengths).sorted(by: >) where (length, precision) != (full, .float32) {
        stages.append((length, precision))
      }
    }
    return stages
  }

  /// Every mode with each of them, and with each coarse stage before the full length in float32.
  func configurations(modes: [RankingMode], coarse: [CoarseStage]) -> [SweepConfiguration] {
    let single = stages.map {
      DenseLane(dimensions: $0.dimensions, precision: $0.precision, textShare: textShare)
    }
    let staged = coarse.map { DenseLane(dimensions: full, textShare: textShare, coarse: $0) }
    return RankingMode.allCases.filter(modes.contains).flatMap { mode in
      mode == .lexical ? [.lexical] : (single + staged).map { SweepConfiguration(mode, $0) }
    }
  }
}
