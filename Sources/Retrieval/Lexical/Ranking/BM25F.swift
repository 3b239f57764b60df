import Foundation

/// The scoring formula of the lexical lane, with its parameters.
///
/// For a term `t`, an item `d` and fields `f` with weights `w`:
///
///     tf(t, d)    = Σ_f  w_f · occurrences(t, d, f) / (1 − b + b · length(d, f) / average(f))
///     idf(t)      = ln(1 + (N − df(t) + 0.5) / (df(t) + 0.5))
///     score(q, d) = Σ_t  count(t, q) · idf(t) · tf(t, d) / (k1 + tf(t, d))
///
/// Fields are combined before saturation: five occurrences in the title and five in the description saturate once.
/// `df` counts items with the term in any field; `average(f)` is over the items whose field is not empty; lengths
/// count every term, stop words included. A phrase is a term: it occurs where its words follow each other.
///
/// Everything after the idf is float32, in an order that `assay_bm25.h` fixes, so that a score does not depend on
/// what else is scored.
///
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6.
/// The idf is Lucene's, which adds 1 inside the logarithm so that no term counts against an item.
struct BM25F: Sendable {
  /// Saturation.
  let k1: Float
  /// Weights over length norms.
  let factors: FieldFactors
  /// How many items there are.
  let items: Int

  /// The range that parameters are brought into before they become float32; what lies beyond changes no ranking.
  static let magnitudes = 1e-15...1e15

  /// Joins saturation and factors.
  init(k1: Double, factors: FieldFactors, items: Int) {
    self.k1 = Float(min(k1, Self.magnitudes.upperBound))
    self.factors = factors
    self.items = items
  }

  /// The parameters of a lane's factors.
  static func parameters(_ lane: LexicalLane, fields: [LexicalField]) -> FieldFactors.Parameters {
    FieldFactors.Parameters(
      b: lane.b,
      weights: fields.map {
        let weight = lane.fieldWeights[$0.name] ?? 1
        return weight == 0 ? 0 : min(max(weight, magnitudes.lowerBound), magnitudes.upperBound)
      })
  }

  /// Whether every occurrence in a field that counts gives a score above 0, as it does but for the oddest parameters.
  var isOrdinary: Bool {
    factors.leastWeight >= Self.ordinary.lowerBound && k1 <= Self.ordinary.upperBound
  }

  /// Within these no product or quotient of the formula becomes too small for float32.
  private static let ordinary: ClosedRange<Float> = 1e-9...1e9

  /// What the occurrences of a term in an item add up to, in the order of operations of the kernels.
  func frequency(_ occurrences: [(field: Int, occurrences: UInt32)], item: UInt32) -> Float {
    var sums = [Float](repeating: 0, count: (occurrences.last?.field ?? 0) / 4 + 1)
    for group in sums.indices {
      var parts: [Float] = [0, 0, 0, 0]
      for entry in occurrences where entry.field / 4 == group {
        parts[entry.field % 4] = Float(entry.occurrences) * factors.factor(field: entry.field, item: item)
      }
      sums[group] = (parts[0] + parts[1]) + (parts[2] + parts[3])
    }
    return sums.reduce(0, +)
  }

  /// `weight · tf / (k1 + tf)`, 0 where nothing occurs.
  func score(_ frequency: Float, weight: Float) -> Float {
    weight * (frequency / (frequency + k1 + Float.leastNormalMagnitude))
  }

  /// The weight of a term that occurs in `df` of the items.
  func idf(df: Int) -> Double {
    Self.idf(df: df, items: items)
  }

  /// The weight of a term that occurs in `df` of `items`.
  static func idf(df: Int, items: Int) -> Double {
    log1p((Double(items - df) + 0.5) / (Double(df) + 0.5))
  }
}
