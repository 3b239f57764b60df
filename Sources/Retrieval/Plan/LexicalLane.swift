/// The parameters of BM25F: saturation, length normalisation and the weight of each text field.
package struct LexicalLane: Hashable, Sendable {
  /// Term-frequency saturation, at least 0.
  package var k1: Double
  /// Length normalisation, 0 (none) … 1 (full).
  package var b: Double
  /// Weights by field name, at least 0; a field that is not named has weight 1, one of weight 0 is not searched.
  package var fieldWeights: [String: Double]

  /// The customary weight of the title: a word there says far more about a product than one in the description.
  ///
  /// With it and the brand's, nDCG@10 on the 150 queries of ESCI is 0.728 instead of 0.702 (all fields alike);
  /// between 3 and 5 for the title the measure hardly moves.
  package static let titleWeight = 5.0
  /// The same for the maker.
  package static let brandWeight = 2.0
  /// Both by the fields' common names.
  package static let customaryWeights = ["title": titleWeight, "name": titleWeight, "brand": brandWeight]

  /// Makes a lexical lane; 1.2 and 0.75 are the customary values (Robertson and Zaragoza 2009).
  /// - Precondition: `k1` and all weights are finite and not negative; `b` lies in 0…1.
  package init(
    k1: Double = 1.2, b: Double = 0.75, fieldWeights: [String: Double] = Self.customaryWeights
  ) {
    precondition(k1 >= 0 && k1.isFinite, "k1 must be at least 0, not \(k1)")
    precondition((0...1).contains(b), "b must lie in 0…1, not \(b)")
    for (field, weight) in fieldWeights {
      precondition(weight >= 0 && weight.isFinite, "the weight of \(field) must be at least 0, not \(weight)")
    }
    self.k1 = k1
    self.b = b
    self.fieldWeights = fieldWeights
  }
}
