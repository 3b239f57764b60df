/// What pictures must look like when they are handed to a model.
package struct PictureInput: Hashable, Sendable {
  /// What a number means.
  package enum Values: Hashable, Sendable {
    /// Scaled, and freed from mean and deviation, as the model's preprocessing says.
    case normalised
    /// A pixel's level as it is, 0…255; the model's file is quantised and takes bytes.
    case levels
  }

  /// How the model itself wants the numbers; callers always hand them over channels first.
  enum Layout: Hashable, Sendable {
    case channelsFirst, channelsLast
  }

  /// Columns of a picture.
  package let width: Int
  /// Rows of a picture.
  package let height: Int
  /// What a number means.
  package let values: Values
  let layout: Layout

  init(width: Int, height: Int, layout: Layout, values: Values) {
    (self.width, self.height, self.layout, self.values) = (width, height, layout, values)
  }

  /// How many numbers a picture has: 3 · height · width.
  package var count: Int { 3 * width * height }

  /// The tensor for pictures that are each channels first.
  func tensor(for pictures: [[Float]]) -> Tensor {
    let ordered = layout == .channelsFirst ? pictures.flatMap { $0 } : pictures.flatMap(channelsLast)
    let shape =
      layout == .channelsFirst ? [pictures.count, 3, height, width] : [pictures.count, height, width, 3]
    switch values {
    case .normalised: return Tensor(values: .f32(ordered), shape: shape)
    case .levels:
      // Rounding is to the nearest level; what is outside of 0…255 becomes the nearest end, NaN the lowest.
      return Tensor(
        values: .u8(ordered.map { UInt8(max(0, min(255, $0.isNaN ? 0 : $0)).rounded()) }), shape: shape)
    }
  }

  private func channelsLast(_ picture: [Float]) -> [Float] {
    let area = width * height
    return (0..<area).flatMap { [picture[$0], picture[area + $0], picture[2 * area + $0]] }
  }
}
