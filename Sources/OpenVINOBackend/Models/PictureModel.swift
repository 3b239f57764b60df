package import Embeddings
internal import Synchronization

/// An image encoder that runs on this machine: pixels in, vectors out.
///
/// Safe for use from several threads, which take turns. Calls wait for the result and keep their thread, so they
/// belong on threads of the program's own, never on Swift's cooperative ones.
package final class PictureModel: Sendable {
  /// Pictures of a batch.
  static let batch = 8

  /// Components of a vector.
  package let dimensions: Int
  /// What pictures must look like.
  package let input: PictureInput
  /// What the model is made of.
  package let description: ModelDescription
  private let unused: UnusedInputs
  private let tower: Tower
  private let reading: OutputReading
  private let rows: Int
  private let warmth = Mutex(false)

  /// Makes a model.
  /// - Parameters:
  ///   - parts: graph and output.
  ///   - input: how pictures go in.
  ///   - unused: what else the graph takes.
  ///   - rows: how many pictures the model takes at once, at most.
  init(
    _ parts: TowerParts, input: PictureInput, unused: UnusedInputs = UnusedInputs(),
    rows: Int = PictureModel.batch
  ) {
    (tower, reading, description, dimensions) = (
      parts.tower, parts.reading, parts.description, parts.dimensions
    )
    self.input = input
    self.unused = unused
    self.rows = rows
  }

  /// Whether a single picture is answered without compiling anything.
  package var isWarm: Bool { warmth.withLock { $0 } }

  /// Compiles the model for single pictures and runs it once.
  package func warm() throws(EncoderError) {
    let grey = [Float](repeating: 0, count: input.count)
    _ = try tower.run(unused.completing([input.tensor(for: [grey])]), output: reading.output, for: .query)
    warmth.withLock { $0 = true }
  }

  /// The vector of one picture, by the model that is compiled for queries.
  /// - Parameter picture: `input.count` numbers, channels first, rows from the top.
  /// - Returns: `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when there are more or fewer numbers, or the model answers with none.
  package func vector(of picture: [Float]) throws(EncoderError) -> [Float] {
    try vectors(of: [picture], for: .query)[0]
  }

  /// The vectors of many pictures, in their order, by the model that is compiled for many.
  ///
  /// To stop between batches, hand over fewer at once; eight fill a batch.
  /// - Parameter pictures: each `input.count` numbers, channels first, rows from the top.
  /// - Returns: for each picture `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when one has more or fewer numbers, or the model answers with none.
  package func vectors(of pictures: [[Float]]) throws(EncoderError) -> [[Float]] {
    try vectors(of: pictures, for: .bulk)
  }

  private func vectors(of pictures: [[Float]], for use: Tower.Use) throws(EncoderError) -> [[Float]] {
    if let odd = pictures.first(where: { $0.count != input.count }) {
      throw .unencodable(
        reason: "a picture has \(odd.count) numbers; the model takes 3·\(input.height)·\(input.width)")
    }
    var vectors: [[Float]] = []
    while vectors.count < pictures.count {
      // Few different sizes of batch, since the first use of a shape costs time: eight, then one by one.
      let rest = pictures.count - vectors.count
      let group = Array(pictures[vectors.count..<vectors.count + (rest >= rows ? rows : 1)])
      let inputs = unused.completing([input.tensor(for: group)])
      let output = try tower.run(inputs, output: reading.output, for: use)
      vectors += try reading.vectors(
        in: output, counts: [Int](repeating: 1, count: group.count), dimensions: dimensions)
    }
    return vectors
  }
}
