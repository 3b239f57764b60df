/// What a score is made of: Σ gain ÷ discount over the ranks, divided by a norm.
package struct MeasureTerms: Hashable, Sendable {
  /// What one rank adds.
  package struct Term: Hashable, Sendable {
    /// What the document at the rank is worth here.
    package let gain: Double
    /// What the gain is divided by for standing at this rank.
    package let discount: Double

    /// Makes a term.
    package init(gain: Double, discount: Double = 1) {
      self.gain = gain
      self.discount = discount
    }

    /// What the rank adds before the norm.
    package var value: Double { gain == 0 ? 0 : gain / discount }
  }

  /// What one rank of the ideal ranking adds to the norm.
  package struct IdealTerm: Hashable, Sendable {
    /// The grade of the document that ideally stands there.
    package let grade: Int
    /// What it adds.
    package let term: Term
  }

  /// The ranks that count, from the first.
  package let terms: [Term]
  /// What the sum is divided by; the score is 0 when this is.
  package let norm: Double
  /// The ideal ranking whose sum is the norm; empty where the norm is a number of documents.
  package let ideal: [IdealTerm]

  /// Makes the parts of a score.
  package init(_ terms: [Term], norm: Double, ideal: [IdealTerm] = []) {
    self.terms = terms
    self.norm = norm
    self.ideal = ideal
  }

  /// Makes the parts of a score to which some places (from 0) of a ranking add, and the others nothing.
  init(_ values: [(place: Int, value: Double)], count: Int, norm: Double) {
    var terms = [Term](repeating: Term(gain: 0), count: count)
    for (place, value) in values { terms[place] = Term(gain: value) }
    self.init(terms, norm: norm)
  }

  /// What all ranks add together.
  package var sum: Double { terms.reduce(0) { $0 + $1.value } }
  /// The sum divided by the norm.
  package var score: Double { norm == 0 ? 0 : sum / norm }
}
