internal import Dispatch
internal import Embeddings
internal import Synchronization

/// A model that is being opened on a thread of its own, so that nobody has to wait who can do without it.
final class LoadedModel: Sendable {
  /// How far it is.
  enum State: Sendable {
    case loading
    case ready(ModelParts)
    case failed(EncoderError)
  }

  private let state = Mutex(State.loading)
  private let isDone = DispatchSemaphore(value: 0)
  private let waiters = Mutex<[@Sendable () -> Void]>([])

  /// Starts to open it.
  init(_ open: @escaping @Sendable () throws(EncoderError) -> ModelParts) {
    DispatchQueue(label: "assay.model", qos: .userInitiated).async { [self] in
      let result = Result { () throws(EncoderError) in try open() }
      let finished = waiters.withLock { waiters in
        state.withLock { state in
          switch result {
          case .success(let parts): state = .ready(parts)
          case .failure(let error): state = .failed(error)
          }
        }
        defer { waiters = [] }
        return waiters
      }
      isDone.signal()
      for waiter in finished { waiter() }
    }
  }

  /// How far it is now.
  var current: State { state.withLock { $0 } }

  /// The model, as soon as it is open.
  /// - Throws: what stood in the way of opening it.
  func wait() throws(EncoderError) -> ModelParts {
    isDone.wait()
    isDone.signal()
    switch current {
    case .ready(let parts): return parts
    case .failed(let error): throw error
    case .loading: throw .unavailable(reason: "the model was not opened")
    }
  }

  /// Calls `body` once opening came to an end, on another thread or, when it has already, at once.
  func whenDone(_ body: @escaping @Sendable () -> Void) {
    let isLate = waiters.withLock { waiters in
      guard case .loading = current else { return true }
      waiters.append(body)
      return false
    }
    if isLate { body() }
  }
}
