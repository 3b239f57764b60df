internal import Embeddings
internal import Foundation
internal import Synchronization

/// Makes several requests at once, each on a thread of its own, since a request holds its thread while it waits.
struct RequestLanes: Sendable {
  /// How many at once, at most.
  let count: Int

  /// The results for all inputs, in their order; after an error no further request is begun.
  func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) throws(EncoderError) -> Output
  ) throws(EncoderError) -> [Output] {
    guard count > 1, inputs.count > 1 else {
      return try inputs.map { input throws(EncoderError) in try transform(input) }
    }
    let work = SharedWork(inputs: inputs, transform: transform)
    let lanes = min(count, inputs.count)
    let done = DispatchSemaphore(value: 0)
    for _ in 1..<lanes {
      Thread.detachNewThread {
        work.run()
        done.signal()
      }
    }
    work.run()
    for _ in 1..<lanes { done.wait() }
    return try work.outputs()
  }
}

/// Inputs that several threads take one by one.
private final class SharedWork<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var outputs: [Output?]
    var failure: (index: Int, error: EncoderError)?
  }

  private let inputs: [Input]
  private let transform: @Sendable (Input) throws(EncoderError) -> Output
  private let state: Mutex<State>

  init(inputs: [Input], transform: @escaping @Sendable (Input) throws(EncoderError) -> Output) {
    self.inputs = inputs
    self.transform = transform
    state = Mutex(State(outputs: [Output?](repeating: nil, count: inputs.count)))
  }

  func run() {
    while let index = takeNext() {
      do throws(EncoderError) {
        let output = try transform(inputs[index])
        state.withLock { $0.outputs[index] = output }
      } catch {
        state.withLock { state in
          if index < state.failure?.index ?? .max { state.failure = (index, error) }
        }
      }
    }
  }

  /// All outputs, or the error of the first input that has one.
  func outputs() throws(EncoderError) -> [Output] {
    let (outputs, failure) = state.withLock { ($0.outputs, $0.failure) }
    if let failure { throw failure.error }
    return outputs.compactMap(\.self)
  }

  private func takeNext() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < inputs.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }
}
