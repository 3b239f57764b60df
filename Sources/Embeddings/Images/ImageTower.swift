/// From pictures to the shared space: seven convolutions, pooled at three depths, an embedding and a head.
package struct ImageTower: Sendable {
  /// The shapes of the convolutions, in order.
  static let shapes: [(inputs: Int, outputs: Int, stride: Int, addsInput: Bool)] = [
    (3, 24, 2, false), (24, 40, 2, false), (40, 40, 1, true), (40, 80, 2, false), (80, 80, 1, true),
    (80, 128, 2, false), (128, 128, 1, true),
  ]
  /// Pixels on each side of the tower's input.
  static let size = 96
  /// The convolutions whose means are pooled, from 0: the last at each resolution.
  private static let pooledLayers = [2, 4, 6]
  /// Components of the pooled features: three means and the last layer's maxima.
  static let pooledCount = 40 + 80 + 128 + 128

  /// What makes the input of the first convolution.
  package let letterbox: Letterbox
  let convolutions: [Convolution]
  let embed: LinearLayer
  let head: ResidualHead

  /// The unit vector of a picture.
  func vector(of picture: PixelImage) -> [Float] {
    let maps = maps(of: picture)
    return vector(ofEmbedding: embedding(ofPooled: Self.pooled(maps)))
  }

  /// The output of every convolution, in order.
  package func maps(of picture: PixelImage) -> [FeatureMap] {
    var maps: [FeatureMap] = []
    var input = letterbox(picture)
    for convolution in convolutions {
      input = convolution(input)
      maps.append(input)
    }
    return maps
  }

  /// The means of each resolution's last map and the maxima of the last of all.
  package static func pooled(_ maps: [FeatureMap]) -> [Float] {
    pooledLayers.flatMap { maps[$0].channelMeans } + maps[maps.count - 1].channelMaxima
  }

  /// The picture's features as the head takes them.
  package func embedding(ofPooled pooled: [Float]) -> [Float] {
    embed(pooled)
  }

  private func vector(ofEmbedding embedding: [Float]) -> [Float] {
    head(embedding).scaledToUnitLength()
  }
}
