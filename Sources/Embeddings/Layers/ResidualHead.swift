/// The last layers of a tower: a linear map plus a correction by one hidden layer, `A·x + a + C·relu(B·x + b)`.
struct ResidualHead: Sendable {
  /// `A` and `a`.
  let linear: LinearLayer
  /// `B` and `b`.
  let hidden: LinearLayer
  /// `C`, without bias.
  let output: LinearLayer

  /// Maps a tower's features to the shared space, not yet scaled to unit length.
  func callAsFunction(_ input: [Float]) -> [Float] {
    let correction = output(hidden(input).map { max($0, 0) })
    return zip(linear(input), correction).map { $0 + $1 }
  }
}
