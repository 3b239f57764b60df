internal import Dispatch
internal import Embeddings
internal import RemoteEncoder
internal import Synchronization

/// Asks an encoder on a server about queries that somebody types: nobody waits for it, and only the newest is asked.
///
/// A query is asked once nothing newer came for a moment, and given up when something newer comes, so that few requests
/// leave this machine and none holds the next one up. May be used from any thread.
final class ServedQueries: Sendable {
  /// What became of a request.
  enum News: Hashable, Sendable {
    /// The vector is there.
    case answered(name: String, seconds: Double)
    /// There is none, for a reason.
    case failed(name: String, reason: String)
  }

  private struct State {
    /// What a vector is wanted of, until it is there or can't be had.
    var wanted: QueryVectors.Source?
    /// Ends the request that is under way.
    var request: Cancellation?
    /// What can't be had, since when, and why.
    var failure: (source: QueryVectors.Source, time: ContinuousClock.Instant, reason: String)?
    var listeners: [@Sendable (News) -> Void] = []
  }

  /// How long typing has to rest, in seconds.
  private let pause: Double
  /// How long a failure is not tried again by itself.
  private let patience: Duration
  private let encoder: ServedEncoder
  private let found: @Sendable (QueryVectors.Source, [Float]) -> Void
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "assay.served", qos: .userInitiated)

  /// Makes a lane for an encoder; `found` takes the vectors that come.
  init(
    _ encoder: ServedEncoder, pause: Double = 0.15, patience: Duration = .seconds(5),
    found: @escaping @Sendable (QueryVectors.Source, [Float]) -> Void
  ) {
    self.encoder = encoder
    self.pause = pause
    self.patience = patience
    self.found = found
  }

  /// Calls `listener` whenever something became of a request, on another thread.
  func onNews(_ listener: @escaping @Sendable (News) -> Void) {
    state.withLock { $0.listeners.append(listener) }
  }

  /// Asks for a vector, in place of whatever was asked for before; `encode` asks the encoder that it is given.
  /// - Returns: why it is not there: `AwaitedVector`, or `EncoderError.unavailable` when the server lately gave none.
  func ask(
    _ source: QueryVectors.Source,
    encode: @escaping @Sendable (ServedEncoder) throws(EncoderError) -> [Float]
  ) -> any Error {
    let (former, failure): (Cancellation?, String?) = state.withLock { state in
      if let failure = state.failure, failure.source == source, ContinuousClock.now - failure.time < patience
      {
        return (nil, failure.reason)
      }
      guard state.wanted != source else { return (nil, nil) }
      let (former, request) = (state.request, Cancellation())
      (state.wanted, state.request, state.failure) = (source, request, nil)
      queue.async { [self] in answer(source, request, encode: encode) }
      return (former, nil)
    }
    former?.cancel()
    if let failure { return EncoderError.unavailable(reason: failure) }
    return AwaitedVector(name: encoder.name)
  }

  private func answer(
    _ source: QueryVectors.Source, _ request: Cancellation,
    encode: (ServedEncoder) throws(EncoderError) -> [Float]
  ) {
    guard request.wait(seconds: pause) else { return }
    let begun = ContinuousClock.now
    let news: News
    do throws(EncoderError) {
      found(source, try encode(encoder.cancellable(by: request)))
      news = .answered(name: encoder.name, seconds: (ContinuousClock.now - begun) / .seconds(1))
    } catch {
      news = .failed(name: encoder.name, reason: error.description)
    }
    let listeners = state.withLock { state -> [@Sendable (News) -> Void] in
      // Something newer was asked meanwhile; what that comes to is told then.
      guard state.request === request else { return [] }
      (state.wanted, state.request) = (nil, nil)
      if case .failed(_, let reason) = news { state.failure = (source, ContinuousClock.now, reason) }
      return state.listeners
    }
    for listener in listeners { listener(news) }
  }
}

/// A vector that is not there yet: a server is being asked for it.
struct AwaitedVector: Error, Hashable, CustomStringConvertible {
  /// The model's name in the store.
  let name: String

  var description: String { "\(name) is being asked; lexical search answers meanwhile" }
}

extension ServedQueries.News {
  /// Whether there is no vector.
  var isFailure: Bool {
    if case .failed = self { true } else { false }
  }

  /// The news for the status line.
  var text: String {
    switch self {
    case .answered(let name, let seconds): "\(name) answered in \(Int((seconds * 1000).rounded())) ms"
    case .failed(let name, let reason): "\(name) does not answer, lexical search does: \(reason)"
    }
  }
}
