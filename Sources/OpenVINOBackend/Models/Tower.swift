internal import Embeddings
internal import Synchronization

/// A model with two compiled forms, each compiled when it is first used.
///
/// One answers a query as fast as possible, one is for many inputs.
final class Tower: Sendable {
  /// Which form is meant.
  enum Use: Sendable {
    case query, bulk
  }

  let network: Network
  private let runtime: OpenVINORuntime
  private let settings: ModelSettings
  private let path: String
  private let query = Mutex<CompiledNetwork?>(nil)
  private let bulk = Mutex<CompiledNetwork?>(nil)

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
    }
  }

  private func compiled(
    in slot: borrowing Mutex<CompiledNetwork?>, threads: Int
  ) throws(EncoderError) -> CompiledNetwork {
    try slot.withLock { model throws(EncoderError) in
      if let model { return model }
      let compiled = try compile(threads: max(1, threads))
      model = compiled
      return compiled
    }
  }

  private func compile(threads: Int) throws(EncoderError) -> CompiledNetwork {
    var properties = [
      "INFERENCE_PRECISION_HINT": settings.precision.hint, "INFERENCE_NUM_THREADS": String(threads),
      "PERFORMANCE_HINT": "LATENCY", "NUM_STREAMS": "1", "ENABLE_CPU_PINNING": "NO",
    ]
    let entry = settings.cache?.preparedEntry(
      for: settings.precision, threads: threads, runtime: runtime.version)
    if let entry { properties["CACHE_DIR"] = entry }
    do {
      let network = self.network
      let model = try StandardErrorRedirection.during(to: runtime.log) { () throws(OpenVINOFailure) in
        try network.compiled(properties)
      }
      if let entry { settings.cache?.trim(keeping: entry) }
      return model
    } catch {
      throw .malformedModel(path: path, reason: "the model can't be compiled: \(error.reason)")
    }
  }
}
