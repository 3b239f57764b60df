import Embeddings

/// What the length of any blend of an item's two vectors depends on, for every declared prefix.
///
/// With `x = a · text + b · picture`, `|x|² = a² |text|² + b² |picture|² + 2ab (text · picture)`, so that three
/// numbers for each item and prefix give the length for every share.
struct PrefixNorms: Sendable {
  /// The weights of an item's two vectors.
  struct Blend: Hashable, Sendable {
    /// The weight of the text vector.
    let text: Double
    /// The weight of the picture vector.
    let picture: Double
  }

  /// `stops × items` squared lengths of text prefixes.
  private let textSquares: [Double]
  /// `stops × items` squared lengths of picture prefixes.
  private let pictureSquares: [Double]
  /// `stops × items` inner products of text and picture prefixes.
  private let crosses: [Double]
  private let items: Int

  /// Measures every prefix of every item.
  /// - Complexity: O(items × row length).
  init(text: EmbeddingMatrix, picture: EmbeddingMatrix, stops: [Int]) {
    items = text.count
    textSquares = Self.prefixProducts(text, text, stops: stops)
    pictureSquares = Self.prefixProducts(picture, picture, stops: stops)
    crosses = Self.prefixProducts(text, picture, stops: stops)
  }

  /// The weights of an item's vectors under a text share: the share itself when it has both, else all weight on
  /// the one it has.
  func blend(of item: Int, textShare: Double) -> Blend {
    let last = textSquares.count - items
    if pictureSquares[last + item] == 0 { return Blend(text: 1, picture: 0) }
    if textSquares[last + item] == 0 { return Blend(text: 0, picture: 1) }
    return Blend(text: textShare, picture: 1 - textShare)
  }

  /// The length of an item's blended prefix; 0 when it has no direction (no vector, or two that cancel out).
  func norm(of item: Int, stop: Int, blend: Blend) -> Double {
    let index = stop * items + item
    let square =
      blend.text * blend.text * textSquares[index] + blend.picture * blend.picture * pictureSquares[index]
      + 2 * blend.text * blend.picture * crosses[index]
    // Below this, what is left of two unit vectors is the rounding of their components.
    return square > 1e-12 ? square.squareRoot() : 0
  }

  private static func prefixProducts(
    _ left: EmbeddingMatrix, _ right: EmbeddingMatrix, stops: [Int]
  ) -> [Double] {
    var products = [Double](repeating: 0, count: stops.count * left.count)
    left.values.withUnsafeBufferPointer { left in
      right.values.withUnsafeBufferPointer { right in
        let width = stops[stops.count - 1]
        let rows = left.count / width
        for row in 0..<rows {
          var sum = 0.0
          var component = row * width
          for (position, stop) in stops.enumerated() {
            while component < row * width + stop {
              sum += Double(left[component]) * Double(right[component])
              component += 1
            }
            products[position * rows + row] = sum
          }
        }
      }
    }
    return products
  }
}
