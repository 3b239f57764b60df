import Embeddings

extension FeatureMap {
  /// The values without the border, channels first, as the training tool lays them out.
  var channelsFirst: [Float] {
    var result: [Float] = []
    for channel in 0..<channels {
      for row in 0..<rows {
        for column in 0..<columns { result.append(self[row: row, column: column, channel: channel]) }
      }
    }
    return result
  }
}
