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
/// count every term, stop words included.
///
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6.
/// The idf is Lucene's, which adds 1 inside the logarithm so that no term counts against an item.
struct BM25F: Sendable {
  /// Saturation.
  let k1: Double
  /// Length normalisation.
  let b: Double
  /// Weights by field position.
  let weights: [Double]
  /// `fields × items`: weight over length norm, the factor of an occurrence.
  private let factors: [Double]
  private let items: Int

  /// Prepares the formula for an index.
  /// - Complexity: O(fields × items).
  init(_ lane: LexicalLane, fields: [LexicalField]) {
    k1 = lane.k1
    b = lane.b
    weights = fields.map { lane.fieldWeights[$0.name] ?? 1 }
    items = fields.first?.lengths.count ?? 0
    var factors: [Double] = []
    factors.reserveCapacity(fields.count * items)
    for (field, weight) in zip(fields, weights) {
      let average = field.averageLength
      for length in field.lengths {
        let norm = average > 0 ? 1 - lane.b + lane.b * Double(length) / average : 1
        factors.append(weight == 0 || norm == 0 ? 0 : weight / norm)
      }
    }
    self.factors = factors
  }

  /// What `occurrences` in one field add to an item's term frequency.
  @inline(__always)
  func frequency(of occurrences: UInt16, field: UInt8, item: UInt32) -> Double {
    Double(occurrences) * factors[Int(field) * items + Int(item)]
  }

  /// `tf / (k1 + tf)`, between 0 and 1.
  @inline(__always)
  func saturated(_ frequency: Double) -> Double {
    frequency > 0 ? frequency / (k1 + frequency) : 0
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
