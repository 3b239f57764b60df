import CKernels
import Embeddings

/// One query's inner products with every text and picture vector, at every declared prefix length.
struct QueryDots: Sendable {
  /// `stops × items`: the inner product with item `i`'s text up to stop `s` is at `s · items + i`.
  let text: [Float]
  /// The same for pictures.
  let picture: [Float]

  /// Scans both matrices once.
  init(query: [Float], text: EmbeddingMatrix, picture: EmbeddingMatrix, stops: [Int]) {
    self.text = Self.scan(text, query: query, stops: stops)
    self.picture = Self.scan(picture, query: query, stops: stops)
  }

  private static func scan(_ matrix: EmbeddingMatrix, query: [Float], stops: [Int]) -> [Float] {
    let rows = matrix.count
    return [Float](unsafeUninitializedCapacity: stops.count * rows) { dots, initialized in
      matrix.values.withUnsafeBufferPointer { values in
        guard rows > 0 else { return }
        assay_prefix_dots_f32(
          values.baseAddress, rows, matrix.dimensions, query, stops, stops.count, dots.baseAddress)
      }
      initialized = stops.count * rows
    }
  }
}
