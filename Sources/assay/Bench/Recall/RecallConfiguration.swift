internal import Retrieval

/// A way to compare vectors whose loss is measured.
struct RecallConfiguration {
  let lane: DenseLane

  /// What it is called: `256 int8`, `64 binary → top 400, 768 float32`.
  var label: String {
    let own = "\(lane.dimensions) \(lane.precision.rawValue)"
    return lane.coarse.map { "\($0.summary), \(own)" } ?? own
  }

  /// Bytes that one vector takes, in both stages where there are two.
  var bytes: Int { lane.bytes }

  /// Every precision at every length asked for, then coarse stages before the full length in float32.
  static func all(declared: [Int], lengths: [Int], shortlists: [Int], textShare: Double)
    -> [RecallConfiguration]
  {
    let full = declared[declared.count - 1]
    let single = lengths.flatMap { length in
      VectorPrecision.allCases.map { DenseLane(dimensions: length, precision: $0, textShare: textShare) }
    }
    let staged = lengths.flatMap { length in
      VectorPrecision.allCases.flatMap { precision in
        shortlists.map { shortlist in
          DenseLane(
            dimensions: full, textShare: textShare,
            coarse: CoarseStage(dimensions: length, precision: precision, shortlist: shortlist))
        }
      }
    }
    // A first stage that is the second one loses nothing but time.
    let telling = staged.filter { $0.coarse?.dimensions != full || $0.coarse?.precision != .float32 }
    return (single + telling).map(RecallConfiguration.init)
  }
}
