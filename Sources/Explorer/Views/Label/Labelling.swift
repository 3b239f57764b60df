package import Relevance
internal import TerminalUI

/// What the Label view knows: the queue, and where the assessor is in it.
package struct Labelling: Hashable, Sendable {
  /// How many items of each column are looked at, on offer.
  static let depths = [5, 10, 20, 50, 100]

  /// In which order items come; shuffled unless asked otherwise.
  package internal(set) var order = LabellingOrder.random
  /// How many items of each column are looked at.
  package internal(set) var depth = 20
  /// Whether the queue is about every query of the set.
  package internal(set) var isWholeSet = false
  /// Whether ranks and columns are hidden.
  package internal(set) var isBlind = true

  /// The latest request; an answer to any other is stale.
  package private(set) var request: QueueRequest?
  /// The queue; it stays until the next one comes.
  package private(set) var queue: LabelQueue?
  /// Why there is no queue.
  package private(set) var failure: String?
  /// What `queue` is made of.
  private var scope: QueueScope?
  /// The place of the item before the assessor; behind the last one when all are decided.
  package internal(set) var position = 0
  /// How far the item's text is scrolled.
  package internal(set) var textScroll = 0
  /// How fast items were judged.
  package internal(set) var pace = Pace()
  /// Pictures that were asked to be got ready.
  var prefetched: [PicturePlacement] = []

  /// Nothing was asked for.
  init() {}

  /// How far the making of the latest queue has come; `nil` when nothing was heard of it.
  package private(set) var progress: QueueProgress?
  /// Whether the making of the latest queue was stopped before its end.
  package private(set) var isStopped = false

  /// Whether the queue that shows is of other items than those that were asked for, or there is none.
  package var isWaiting: Bool {
    guard let request, failure == nil else { return false }
    return !request.scope.asksAlike(scope)
  }

  /// Whether a queue is being made that somebody waits for.
  var isBeingMade: Bool { isWaiting && !isStopped }

  /// Whether what is said about the comparison is about another measure or other columns than are asked for.
  var isJudgedOtherwise: Bool { scope != request?.scope }

  /// The item before the assessor.
  package var task: LabelTask? {
    guard let queue, !isWaiting, queue.tasks.indices.contains(position) else { return nil }
    return queue.tasks[position]
  }

  /// Notes that a newer request is under way.
  mutating func ask(_ request: QueueRequest) {
    if request.scope != self.request?.scope { failure = nil }
    self.request = request
    progress = nil
    isStopped = false
  }

  /// Takes note of how far the queue has come, unless that is stale.
  mutating func take(_ progress: QueueProgress) {
    if request?.generation == progress.generation, !isStopped { self.progress = progress }
  }

  /// Leaves off: what comes of the latest request is dropped.
  mutating func stop() {
    isStopped = true
  }

  /// Takes a queue, unless it is stale; what was passed, decided or is being looked at stays where it is.
  mutating func take(_ new: LabelQueue, generation: Int, isDecided: (LabelTask) -> Bool) {
    guard let request, request.generation == generation, !isStopped else { return }
    failure = nil
    progress = nil
    defer { scope = request.scope }
    guard let old = queue, request.scope.asksAlike(scope), request.wanted == nil else {
      queue = new
      position = new.tasks.firstIndex { $0.card.id == request.wanted } ?? 0
      textScroll = 0
      return
    }
    let current = task
    let kept = old.tasks.enumerated().filter { $0.offset <= position || isDecided($0.element) }.map(\.element)
    let rest = new.tasks.filter { task in !isDecided(task) && !kept.contains { $0.isSamePair(as: task) } }
    queue = LabelQueue(tasks: kept + rest, settled: old.settled, stopping: new.stopping)
    position = current.flatMap { current in kept.firstIndex { $0.isSamePair(as: current) } } ?? kept.count
  }

  /// Takes a failure, unless it is stale.
  mutating func fail(generation: Int, _ message: String) {
    guard request?.generation == generation, !isStopped else { return }
    progress = nil
    queue = nil
    scope = nil
    failure = message
  }

  /// Forgets queue and request, because the items are others.
  mutating func reset() {
    request = nil
    queue = nil
    scope = nil
    failure = nil
    progress = nil
    isStopped = false
    position = 0
  }

  /// Puts the assessor before a task, or behind the last one.
  mutating func go(to place: Int) {
    position = min(max(0, place), queue?.tasks.count ?? 0)
    textScroll = 0
  }
}
