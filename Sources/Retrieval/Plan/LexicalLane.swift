/// The parameters of BM25F: saturation, length normalisation and the weight of each text field.
package struct LexicalLane: Hashable, Sendable {
  /// Term-frequency saturation, at least 0.
  package var k1: Double
  /// Length normalisation, 0 (none) … 1 (full).
  package var b: Double
  /// Weights by field name; a field that is not named has weight 1.
  package var fieldWeights: [String: Double]

  /// Makes a lexical lane; 1.2 and 0.75 are the customary values (Robertson and Zaragoza 2009).
  package init(k1: Double = 1.2, b: Double = 0.75, fieldWeights: [String: Double] = [:]) {
    self.k1 = k1
    self.b = b
    self.fieldWeights = fieldWeights
  }
}
