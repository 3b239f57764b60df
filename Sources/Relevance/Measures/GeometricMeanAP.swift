import Foundation

/// The geometric mean of average precision: `gm_map` of trec_eval.
///
/// A query's score is the logarithm of its average precision, no smaller than that of 0.00001; the summary is the
/// exponential of their mean.
package struct GeometricMeanAP: Measure, Hashable {
  private static let smallest = 0.000_01

  /// Makes the measure.
  package init() {}

  package var name: String { "gm_map" }
  package var definition: String {
    "the geometric mean over queries of average precision, at least 0.00001 each"
  }
  package var summary: MeasureSummary { .geometricMean }

  package func score(_ topic: JudgedRanking) -> Double {
    log(max(AveragePrecision().score(topic), Self.smallest))
  }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    trecName: "gm_map", about: "the geometric mean of average precision"
  ) { _ throws(MeasureNameError) in GeometricMeanAP() }
}
