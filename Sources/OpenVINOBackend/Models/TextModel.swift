package import Embeddings
internal import Synchronization

/// A text encoder that runs on this machine: token ids in, vectors out.
///
/// Safe for use from several threads, which take turns. Calls wait for the result and keep their thread, so they
/// belong on threads of the program's own, never on Swift's cooperative ones. In single precision the same tokens give
/// the same bits, alone or among others, on however many threads.
package final class TextModel: Sendable {
  /// Components of a vector.
  package let dimensions: Int
  /// Most tokens of a text, special ones included.
  package let limit: Int
  /// What the model is made of.
  package let description: ModelDescription
  private let tower: Tower
  private let inputs: TextInputs
  private let reading: OutputReading
  private let rows: Int
  private let warmth = Mutex(false)

  /// Makes a model; `rows` is how many texts it takes at once, at most.
  init(_ parts: TowerParts, inputs: TextInputs, rows: Int = .max) {
    (tower, reading, description, dimensions) = (
      parts.tower, parts.reading, parts.description, parts.dimensions
    )
    self.inputs = inputs
    self.rows = rows
    limit = inputs.length.limit
  }

  /// Whether a short query is answered without compiling anything.
  package var isWarm: Bool { warmth.withLock { $0 } }

  /// Compiles the model for queries and runs it on the lengths that queries usually have, some hundred milliseconds of
  /// work that can be done while nobody waits.
  package func warm() throws(EncoderError) {
    var columns = Set<Int>()
    for count in [8, 16, 24, 32] where columns.insert(BatchPlan.columns(for: count, inputs.length)).inserted {
      _ = try vector(of: [Int32](repeating: 0, count: min(count, limit)))
    }
    warmth.withLock { $0 = true }
  }

  /// The vector of one text, by the model that is compiled for queries.
  /// - Parameter tokens: ids with the special tokens that the tokenizer adds; none give all zeros.
  /// - Returns: `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when there are more than `limit`.
  package func vector(of tokens: [Int32]) throws(EncoderError) -> [Float] {
    try vectors(of: [tokens], for: .query)[0]
  }

  /// The vectors of many texts, in their order, by the model that is compiled for many.
  ///
  /// Texts of similar length are put together; the more there are at once (some hundreds), the less is wasted. To stop
  /// between batches, hand over fewer at once.
  /// - Parameter texts: for each text its ids with the special tokens that the tokenizer adds; none give all zeros.
  /// - Returns: for each text `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when one has more than `limit`.
  package func vectors(of texts: [[Int32]]) throws(EncoderError) -> [[Float]] {
    try vectors(of: texts, for: .bulk)
  }

  private func vectors(of texts: [[Int32]], for use: Tower.Use) throws(EncoderError) -> [[Float]] {
    if let long = texts.first(where: { $0.count > limit }) {
      throw .unencodable(reason: "a text has \(long.count) tokens; the model takes \(limit)")
    }
    let present = texts.indices.filter { !texts[$0].isEmpty }
    var vectors = [[Float]](repeating: [Float](repeating: 0, count: dimensions), count: texts.count)
    let plan = BatchPlan(counts: present.map { texts[$0].count }, length: inputs.length, rows: rows)
    for batch in plan.batches {
      let members = batch.texts.map { present[$0] }
      let rows = members.map { texts[$0] }
      let output = try tower.run(
        inputs.tensors(for: rows, columns: batch.columns), output: reading.output, for: use)
      let found = try reading.vectors(in: output, counts: rows.map(\.count), dimensions: dimensions)
      for (member, vector) in zip(members, found) { vectors[member] = vector }
    }
    return vectors
  }
}
