internal import Embeddings
internal import Synchronization

/// A model with a compiled form for each use, compiled when it is first used so.
final class Tower: Sendable {
  /// Which form is meant.
  enum Use: Sendable {
    /// Answers one query as fast as possible.
    case query
    /// Takes one batch at a time, with all threads.
    case bulk
    /// Takes a batch for each thread at a time: the best for small batches, since no thread waits for another.
    case batches
  }

  let network: Network
  private let runtime: OpenVINORuntime
  private let settings: ModelSettings
  private let path: String
  private let query = Mutex<CompiledNetwork?>(nil)
  private let bulk = Mutex<CompiledNetwork?>(nil)
  private let batches = Mutex<CompiledNetwork?>(nil)

  /// Makes a tower of a network that was read from `path`.
  init(_ network: Network, path: String, settings: ModelSettings, runtime: OpenVINORuntime) {
    (self.network, self.path, self.settings, self.runtime) = (network, path, settings, runtime)
  }

  /// Runs the model once and waits for it.
  func run(_ inputs: [Tensor], output: Int, for use: Use) throws(EncoderError) -> Tensor {
    let model = try compiled(for: use)
    do {
      return try model.run(inputs, output: output)
    } catch {
      throw .malformedModel(path: path, reason: "the model can't be run: \(error.reason)")
    }
  }

  /// The compiled form, compiled now if it is not yet.
  func compiled(for use: Use) throws(EncoderError) -> CompiledNetwork {
    switch use {
    case .query: try compiled(in: query, threads: settings.queryThreads)
    case .bulk: try compiled(in: bulk, threads: settings.bulkThreads)
    case .batches: try compiled(in: batches, threads: batchThreads, streams: batchThreads)
    }
  }

  /// How many batches are taken at a time.
  var batchThreads: Int { max(1, settings.bulkThreads) }

  private func compiled(
    in slot: borrowing Mutex<CompiledNetwork?>, threads: Int, streams: Int = 1
  ) throws(EncoderError) -> CompiledNetwork {
    try slot.withLock { model throws(EncoderError) in
      if let model { return model }
      let compiled = try compile(threads: max(1, threads), streams: streams)
      model = compiled
      return compiled
    }
  }

  private func compile(threads: Int, streams: Int) throws(EncoderError) -> CompiledNetwork {
    var properties = [
      "INFERENCE_PRECISION_HINT": settings.precision.hint, "INFERENCE_NUM_THREADS": String(threads),
      "PERFORMANCE_HINT": streams > 1 ? "THROUGHPUT" : "LATENCY", "NUM_STREAMS": String(streams),
      "ENABLE_CPU_PINNING": "NO",
    ]
    let entry = settings.cache?.preparedEntry(
      for: settings.precision, threads: threads, streams: streams, runtime: runtime.version)
    if let entry { properties["CACHE_DIR"] = entry }
    do {
      let network = self.network
      let model = try StandardErrorRedirection.during(to: runtime.log) { () throws(OpenVINOFailure) in
        try network.compiled(properties, streams: streams)
      }
      if let entry { settings.cache?.trim(keeping: entry) }
      return model
    } catch {
      throw .malformedModel(path: path, reason: "the model can't be compiled: \(error.reason)")
    }
  }
}
