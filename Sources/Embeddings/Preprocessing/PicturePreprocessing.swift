/// Turns decoded pictures into what a model's image side takes: resized, cut or filled to one size, scaled and
/// normalised.
///
/// Gives what the image processors of transformers (with Pillow) and the transforms of open_clip give, resizing
/// included. Pictures must be upright already, as decoding makes them. A value that may be used from any thread.
package struct PicturePreprocessing: Hashable, Sendable {
  /// The pixels across and down that every picture is brought to.
  package let size: Size
  /// How pixels between pixels are made.
  package let filter: ResizeFilter
  let scaling: PictureScaling
  let placement: PicturePlacement
  /// What fills the model's rectangle where the picture does not reach: red, green, blue.
  let fill: [UInt8]
  /// What a byte is multiplied by.
  let factor: Double
  /// Per channel what is subtracted after that.
  let mean: [Float]
  /// Per channel what is divided by in the end.
  let deviation: [Float]

  /// An extent in pixels.
  package struct Size: Hashable, Sendable {
    /// Pixels across.
    package let width: Int
    /// Pixels down.
    package let height: Int
  }

  /// What a picture goes through, in one line for a model's card.
  package var summary: String {
    let resized =
      switch scaling {
      case .none: "as it is"
      case .exact: "squashed"
      case .shortestEdge(let edge): "shorter side to \(edge)"
      case .proportional(_, _, let fitting): fitting ? "fitted in" : "made to cover"
      }
    let values = givesLevels ? "levels 0…255" : "mean \(mean), deviation \(deviation)"
    return "\(size.width)×\(size.height), \(resized), \(filter), \(values)"
  }

  /// Whether values are the levels 0…255 of the pixels as they are.
  private var givesLevels: Bool {
    factor == 1 && mean.allSatisfy { $0 == 0 } && deviation.allSatisfy { $0 == 1 }
  }

  /// The same picture in levels 0…255, as models take it that do the rest themselves.
  package var inLevels: PicturePreprocessing {
    PicturePreprocessing(
      size: size, filter: filter, scaling: scaling, placement: placement, fill: fill, factor: 1,
      mean: [0, 0, 0], deviation: [1, 1, 1])
  }

  /// Squashed to a size and handed over in levels 0…255: what quantised image models are made for where no file says
  /// otherwise.
  ///
  /// Source: `label_image` of TensorFlow Lite, which resizes to the input's extent bilinearly.
  package static func levels(width: Int, height: Int) -> PicturePreprocessing {
    PicturePreprocessing(
      size: Size(width: width, height: height), filter: .bilinear,
      scaling: .exact(width: width, height: height), placement: .centredDown, fill: [0, 0, 0], factor: 1,
      mean: [0, 0, 0], deviation: [1, 1, 1])
  }

  /// A picture as the model takes it.
  /// - Parameter picture: any picture, upright.
  /// - Returns: three planes, red, green and blue, each `size.height` rows of `size.width` values.
  /// - Complexity: O(pixels of the picture + values).
  package func tensor(of picture: PixelImage) -> [Float] {
    let image = rectangle(of: picture)
    let plane = size.width * size.height
    return [Float](unsafeUninitializedCapacity: plane * 3) { result, count in
      image.withUnsafeBufferPointer { pixels in
        for channel in 0..<3 {
          let values = values(ofChannel: channel)
          values.withUnsafeBufferPointer { values in
            for index in 0..<plane {
              result[channel * plane + index] = values[Int(pixels[index * 3 + channel])]
            }
          }
        }
      }
      count = plane * 3
    }
  }

  /// What each of the 256 bytes becomes; rounded to float32 after every step, as NumPy does.
  private func values(ofChannel channel: Int) -> [Float] {
    (0..<256).map { (Float(Double($0) * factor) - mean[channel]) / deviation[channel] }
  }

  /// The bytes of the model's rectangle of a picture, RGB.
  func rectangle(of picture: PixelImage) -> [UInt8] {
    let scaled = scaling.extent(of: picture)
    let left = placement.offset(of: size.width, in: scaled.width)
    let top = placement.offset(of: size.height, in: scaled.height)
    let columns = max(0, left)..<min(scaled.width, left + size.width)
    let rows = max(0, top)..<min(scaled.height, top + size.height)
    let part = picture.resizedAsPillow(to: scaled, columns: columns, rows: rows, filter: filter)
    if part.width == size.width, part.height == size.height { return part.pixels }
    var result: [UInt8] = []
    result.reserveCapacity(size.width * size.height * 3)
    for row in top..<top + size.height {
      for column in left..<left + size.width {
        guard columns.contains(column), rows.contains(row) else {
          result.append(contentsOf: fill)
          continue
        }
        let at = ((row - rows.lowerBound) * part.width + column - columns.lowerBound) * 3
        result.append(contentsOf: part.pixels[at..<at + 3])
      }
    }
    return result
  }
}
