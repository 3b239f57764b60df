internal import Dispatch
package import Embeddings
internal import Synchronization

/// A text encoder that runs on this machine: token ids in, vectors out.
///
/// Safe for use from several threads, which wait for one another where need be. Calls wait for the result and keep their thread, so they
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
    for count in stride(from: 4, through: 32, by: 4)
    where columns.insert(BatchPlan.columns(for: count, inputs.length)).inserted {
      _ = try vector(of: [Int32](repeating: 0, count: min(count, limit)))
    }
    warmth.withLock { $0 = true }
  }

  /// The vector of one text, by the model that is compiled for queries.
  /// - Parameter tokens: ids with the special tokens that the tokenizer adds; none give all zeros.
  /// - Returns: `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when there are more than `limit`.
  package func vector(of tokens: [Int32]) throws(EncoderError) -> [Float] {
    if tokens.count > limit { throw tooLong(tokens.count) }
    return tokens.isEmpty ? zeros : try vectors(of: [tokens], for: .query)[0]
  }

  /// The vectors of many texts, in their order, by the model that is compiled for many, as many batches at a time as it
  /// has threads.
  ///
  /// Texts of similar length are put together; the more there are at once (some hundreds), the less is wasted.
  /// - Parameters:
  ///   - texts: for each text its ids with the special tokens that the tokenizer adds; none give all zeros.
  ///   - shouldStop: asked before each batch, from several threads.
  /// - Returns: for each text `dimensions` components.
  /// - Throws: `EncoderError.unencodable` when one has more than `limit`, `interrupted` when asked to stop.
  package func vectors(
    of texts: [[Int32]], shouldStop: @Sendable () -> Bool = { false }
  ) throws(EncoderError) -> [[Float]] {
    if let long = texts.first(where: { $0.count > limit }) { throw tooLong(long.count) }
    let present = texts.indices.filter { !texts[$0].isEmpty }
    let plan = BatchPlan(counts: present.map { texts[$0].count }, length: inputs.length, rows: rows)
    let progress = Mutex(
      Progress(waiting: plan.batches[...], vectors: [[Float]](repeating: zeros, count: texts.count)))
    DispatchQueue.concurrentPerform(iterations: min(tower.batchThreads, plan.batches.count)) { _ in
      while let batch = progress.withLock({ $0.next() }) {
        let members = batch.texts.map { present[$0] }
        let found = Result { () throws(EncoderError) in
          if shouldStop() { throw .interrupted }
          return try vectors(of: members.map { texts[$0] }, for: .batches)
        }
        progress.withLock { $0.take(found, for: members) }
      }
    }
    let done = progress.withLock { $0 }
    if let failure = done.failure { throw failure }
    return done.vectors
  }

  /// How far the batches of one call are.
  private struct Progress {
    /// The batches that nobody works on yet.
    var waiting: ArraySlice<BatchPlan.Batch>
    var vectors: [[Float]]
    /// What stopped the work.
    var failure: EncoderError?

    mutating func next() -> BatchPlan.Batch? { failure == nil ? waiting.popFirst() : nil }

    mutating func take(_ found: Result<[[Float]], EncoderError>, for members: [Int]) {
      switch found {
      case .success(let found): for (member, vector) in zip(members, found) { vectors[member] = vector }
      case .failure(let error): failure = failure ?? error
      }
    }
  }

  /// Runs the model on texts whose rows are of one length.
  private func vectors(of texts: [[Int32]], for use: Tower.Use) throws(EncoderError) -> [[Float]] {
    let counts = texts.map(\.count)
    let columns = BatchPlan.columns(for: counts.max() ?? 0, inputs.length)
    let output = try tower.run(
      inputs.tensors(for: texts, columns: columns), output: reading.output, for: use)
    return try reading.vectors(in: output, counts: counts, dimensions: dimensions)
  }

  private var zeros: [Float] { [Float](repeating: 0, count: dimensions) }

  private func tooLong(_ count: Int) -> EncoderError {
    .unencodable(reason: "a text has \(count) tokens; the model takes \(limit)")
  }
}
