internal import CKernels

/// From texts to the shared space: a weighted sum of learned rows, one for each hashed feature, and a head.
struct TextTower: Sendable {
  /// Components of a row of the table.
  static let width = 96

  /// Float16 bit patterns, `FeatureHash.buckets × width`.
  let table: [UInt16]
  /// The weights of words, grams and bigrams.
  let kindWeights: [Float]
  /// The weights of an item's title, brand, category and other text.
  let roleWeights: [Float]
  /// From `width` to the full length.
  let head: ResidualHead

  /// The unit vector of a query, or zeros when it has no word.
  func vector(of query: String) -> [Float] {
    var sums = [Double](repeating: 0, count: Self.width)
    add(query, weight: 1, to: &sums)
    return vector(ofSums: sums)
  }

  /// The unit vector of an item's texts, or zeros when none has a word.
  func vector(of item: ItemText) -> [Float] {
    let texts = [item.title, item.brand, item.category, item.text.joined(separator: "\n")]
    var sums = [Double](repeating: 0, count: Self.width)
    for (text, weight) in zip(texts, roleWeights) {
      add(text, weight: weight, to: &sums)
    }
    return vector(ofSums: sums)
  }

  /// Adds one text's rows, scaled by one over the root of its word count, so that length alone adds nothing.
  private func add(_ text: String, weight: Float, to sums: inout [Double]) {
    let features = TextFeatures(text)
    guard !features.words.isEmpty else { return }
    let scale = weight / Float(features.words.count).squareRoot()
    for row in features.words {
      addRow(row, scaledBy: scale * kindWeights[0], to: &sums)
    }
    for grams in features.grams {
      let factor = scale * kindWeights[1] / Float(grams.count).squareRoot()
      for row in grams { addRow(row, scaledBy: factor, to: &sums) }
    }
    for row in features.bigrams {
      addRow(row, scaledBy: scale * kindWeights[2], to: &sums)
    }
  }

  private func addRow(_ row: Int, scaledBy factor: Float, to sums: inout [Double]) {
    table.withUnsafeBufferPointer { table in
      let values = UnsafeBufferPointer(rebasing: table[row * Self.width..<(row + 1) * Self.width])
      assay_add_scaled_f16(&sums, values.baseAddress, Self.width, factor)
    }
  }

  private func vector(ofSums sums: [Double]) -> [Float] {
    let direction = sums.map(Float.init).scaledToUnitLength()
    guard direction.contains(where: { $0 != 0 }) else {
      return [Float](repeating: 0, count: head.linear.outputs)
    }
    let scale = Float(Self.width).squareRoot()
    return head(direction.map { $0 * scale }).scaledToUnitLength()
  }
}
