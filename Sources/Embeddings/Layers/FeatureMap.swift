/// A grid of feature vectors inside a border of zeros one position wide, which is the padding of a 3×3
/// convolution.
package struct FeatureMap: Hashable, Sendable {
  /// Positions down, without the border.
  package let rows: Int
  /// Positions across, without the border.
  package let columns: Int
  /// Features of one position.
  package let channels: Int
  /// `(rows + 2) × (columns + 2) × channels` values, row-major, channels innermost.
  package internal(set) var values: [Float]

  /// Makes a map of zeros.
  package init(rows: Int, columns: Int, channels: Int) {
    self.rows = rows
    self.columns = columns
    self.channels = channels
    self.values = [Float](repeating: 0, count: (rows + 2) * (columns + 2) * channels)
  }

  /// Where the features of a position begin in `values`; `row` and `column` don't count the border.
  package func offset(row: Int, column: Int) -> Int {
    ((row + 1) * (columns + 2) + column + 1) * channels
  }

  /// The features of one position.
  package subscript(row row: Int, column column: Int, channel channel: Int) -> Float {
    get { values[offset(row: row, column: column) + channel] }
    set { values[offset(row: row, column: column) + channel] = newValue }
  }

  /// The mean of each channel over all positions.
  package var channelMeans: [Float] {
    folded(from: 0, +).map { $0 / Float(rows * columns) }
  }

  /// The largest value of each channel.
  package var channelMaxima: [Float] {
    folded(from: -.infinity, max)
  }

  private func folded(from start: Float, _ combine: (Float, Float) -> Float) -> [Float] {
    var result = [Float](repeating: start, count: channels)
    for row in 0..<rows {
      let first = offset(row: row, column: 0)
      for position in stride(from: first, to: first + columns * channels, by: channels) {
        for channel in 0..<channels {
          result[channel] = combine(result[channel], values[position + channel])
        }
      }
    }
    return result
  }
}
