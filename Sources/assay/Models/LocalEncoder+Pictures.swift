internal import Embeddings
internal import Storage

extension LocalEncoder {
  /// Pictures between two looks at whether to stop: a batch of the model's.
  private static let slice = 8

  func encode(picture: PixelImage) throws(EncoderError) -> [Float] {
    let side = try pictureSide(of: partsForQuery())
    return try checked(side.vector(of: picture))
  }

  func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    guard !pictures.isEmpty else { return [] }
    let side = try pictureSide(of: parts())
    var vectors: [[Float]] = []
    for start in stride(from: 0, to: pictures.count, by: Self.slice) {
      if shouldStop() { throw .interrupted }
      let slice = Array(pictures[start..<min(start + Self.slice, pictures.count)])
      let begun = ContinuousClock.now
      let found = try side.vectors(of: slice)
      let seconds = (ContinuousClock.now - begun) / .seconds(1)
      for vector in found { vectors.append(try checked(vector)) }
      tally.add {
        $0.pictures += slice.count
        $0.pictureSeconds += seconds
      }
    }
    return vectors
  }

  private func pictureSide(of parts: ModelParts) throws(EncoderError) -> PictureSide {
    guard let side = parts.pictures else {
      throw .unencodable(reason: "the model \(model.name) encodes texts only, not pictures")
    }
    return side
  }
}
