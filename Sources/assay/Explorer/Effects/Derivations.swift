internal import Dispatch
internal import Explorer
internal import Relevance
internal import Retrieval
internal import Synchronization

/// Holds searches back that need vectors in a format that is still to be derived, derives it, and lets them go.
///
/// Deriving takes seconds to minutes for a million items. It goes on as long as some column's latest search needs it,
/// whatever is typed meanwhile, and ends when none does any more. May be used from any thread.
final class Derivations: Sendable {
  private struct State {
    /// The latest search of each column, if it has to wait.
    var waiting: [Int: SearchRequest] = [:]
    var isWorking = false
    var lastTold = ContinuousClock.now
  }

  /// How often progress is told.
  private static let patience = Duration.milliseconds(150)

  private let queue = DispatchQueue(label: "assay.derive", qos: .utility)
  private let state = Mutex(State())
  private let workspace: OpenWorkspace
  private let tell: @Sendable (SearchRequest, _ share: Double) -> Void
  private let release: @Sendable (SearchRequest) -> Void

  /// Makes a holder.
  /// - Parameters:
  ///   - workspace: What is searched.
  ///   - tell: Takes a search that waits, and how much is done.
  ///   - release: Takes a search that need not wait any more.
  init(
    _ workspace: OpenWorkspace, tell: @escaping @Sendable (SearchRequest, _ share: Double) -> Void,
    release: @escaping @Sendable (SearchRequest) -> Void
  ) {
    self.workspace = workspace
    self.tell = tell
    self.release = release
  }

  /// Whether a search has to wait, in place of the one of its column that waited before; it is released when it can
  /// be answered.
  func holds(_ request: SearchRequest) -> Bool {
    // What lists the catalogue compares nothing.
    let mustWait = !request.query.text.isEmpty && !workspace.current.underived(request.plan).isEmpty
    let mustStart = state.withLock { state in
      state.waiting[request.column] = mustWait ? request : nil
      let start = mustWait && !state.isWorking
      if start { state.isWorking = true }
      return start
    }
    if mustStart { queue.async { self.work() } }
    return mustWait
  }

  /// Lets go, unanswered, what waits; whoever still wants it asks again.
  func forget() {
    state.withLock { $0.waiting = [:] }
  }

  private func work() {
    while let lane = next() {
      let workspace = workspace.current
      let watch = DerivationWatch(
        isEnded: { !self.isWanted(lane, workspace) }, tell: { self.progress($0, lane) })
      workspace.side(lane.model).searcher.dense?.derive(lane, watch: watch)
    }
  }

  /// Lets go what need not wait any more, and gives what is to be derived next.
  private func next() -> DenseLane? {
    let workspace = workspace.current
    let (ready, lane) = state.withLock { state in
      let ready = state.waiting.values.filter { workspace.underived($0.plan).isEmpty }
      for request in ready { state.waiting[request.column] = nil }
      let first = state.waiting.values.min { $0.generation < $1.generation }
      let lane = first.flatMap { workspace.underived($0.plan).first }
      state.isWorking = lane != nil
      return (ready, lane)
    }
    for request in ready.sorted(by: { $0.generation < $1.generation }) { release(request) }
    return lane
  }

  private func isWanted(_ lane: DenseLane, _ workspace: Workspace) -> Bool {
    state.withLock { state in
      state.waiting.values.contains { workspace.underived($0.plan).contains(lane) }
    }
  }

  private func progress(_ share: Double, _ lane: DenseLane) {
    let now = ContinuousClock.now
    let told = state.withLock { state -> [SearchRequest] in
      guard now - state.lastTold > Self.patience else { return [] }
      state.lastTold = now
      return Array(state.waiting.values)
    }
    for request in told { tell(request, share) }
  }
}
