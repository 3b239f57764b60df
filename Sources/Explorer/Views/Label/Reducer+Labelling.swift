internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Performs a command in the Label view; `nil` leaves it to what is common to all views.
  mutating func label(_ command: Command) -> [Effect]? {
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp: moveInQueue(command)
    case .detailDown: scrollTask(by: 1)
    case .detailUp: scrollTask(by: -1)
    case .nextQuery: return walkToLabel(by: 1)
    case .previousQuery: return walkToLabel(by: -1)
    case .switchPair: switchPair()
    case .back where labelling.isBeingMade: return stopMakingQueue()
    case .label(let command): setUp(command)
    default: return nil
    }
    return []
  }

  private mutating func setUp(_ command: LabelCommand) {
    switch command {
    case .switchOrder:
      let orders = LabellingOrder.allCases
      let place = orders.firstIndex(of: labelling.order) ?? 0
      labelling.order = orders[(place + 1) % orders.count]
    case .switchScope:
      guard !bench.queries.isEmpty else {
        notice = Notice("no query set is open")
        return
      }
      labelling.isWholeSet.toggle()
    case .toggleBlind: labelling.isBlind.toggle()
    case .shallower: labelling.depth = Labelling.depths.last { $0 < labelling.depth } ?? labelling.depth
    case .deeper: labelling.depth = Labelling.depths.first { $0 > labelling.depth } ?? labelling.depth
    }
  }

  private mutating func moveInQueue(_ command: Command) {
    guard let queue = labelling.queue, !labelling.isWaiting else { return }
    labelling.go(
      to: command.position(from: labelling.position, page: 10, last: max(0, queue.tasks.count - 1)))
  }

  /// The wheel scrolls a text that is longer than its room; elsewhere it goes from item to item.
  mutating func turnWheelInLabel(_ command: Command, at event: MouseEvent) {
    let layout = LabelLayout(self)
    if layout.text.contains(event), layout.page(of: self)?.lastScroll ?? 0 > 0 {
      scrollTask(by: command == .up ? -Self.wheelRows : Self.wheelRows)
    } else {
      moveInQueue(command)
    }
  }

  private mutating func scrollTask(by lines: Int) {
    let last = LabelLayout(self).page(of: self)?.lastScroll ?? 0
    labelling.textScroll = min(last, max(0, labelling.textScroll + lines))
  }

  /// Goes to the next query: of the set, or of those in the queue.
  private mutating func walkToLabel(by step: Int) -> [Effect] {
    guard isLabellingTheSet, let queue = labelling.queue else { return walk(by: step) }
    let tasks = queue.tasks
    let here = min(labelling.position, tasks.count - 1)
    guard here >= 0 else { return [] }
    let id = tasks[here].query.id
    let places = step > 0 ? Array(here..<tasks.count) : Array((0...here).reversed())
    guard let other = places.first(where: { tasks[$0].query.id != id }) else {
      notice = Notice(
        step > 0 ? "this is the last query of the queue" : "this is the first query of the queue")
      return []
    }
    // Backwards, the first item of the query is where its judging begins.
    let first = step > 0 ? other : tasks.firstIndex { $0.query.id == tasks[other].query.id } ?? other
    labelling.go(to: first)
    return []
  }

  /// Goes on to the next item that nothing was decided about, after the last one from the front.
  mutating func advanceInQueue() {
    guard let queue = labelling.queue, !labelling.isWaiting else { return }
    let places = Array(queue.tasks.indices)
    let later = places.dropFirst(labelling.position + 1) + places.prefix(labelling.position + 1)
    labelling.go(to: later.first { !isDecided(queue.tasks[$0]) } ?? queue.tasks.count)
  }

  /// Shows an item of the queue, or makes a queue that has it.
  mutating func revealTask(_ item: DocumentID, for query: Query) -> [Effect] {
    if let queue = labelling.queue, !labelling.isWaiting,
      let place = queue.tasks.firstIndex(where: { $0.query.id == query.id && $0.card.id == item })
    {
      labelling.go(to: place)
      return []
    }
    var effects: [Effect] = []
    if !isLabellingTheSet, query != self.query { effects = ask(query) }
    return effects + requestQueue(wanting: item)
  }

  /// Whether anything was decided about an item's grade, be it to skip it.
  func isDecided(_ task: LabelTask) -> Bool { book.isDecided(task) }

  /// Whether the queue is about all queries of the set, because somebody wants that or none was typed.
  var isLabellingTheSet: Bool { (labelling.isWholeSet || isBrowsing) && !bench.queries.isEmpty }

  /// What the queue has to be made of; `nil` while there is no query.
  private var queueScope: QueueScope? {
    let queries = isLabellingTheSet ? bench.queries : isBrowsing ? [] : [query]
    guard !queries.isEmpty else { return nil }
    // As deep as any measure looks, so that the stopping point is that of the Queries view.
    let depth = max(labelling.depth, Self.boardDepth)
    return QueueScope(
      queries: queries,
      columns: columns.map { QueueColumn(name: $0.settings.name, plan: $0.settings.plan(depth: depth)) },
      depth: labelling.depth, order: labelling.order, measure: board.measure, pair: comparedPair)
  }

  /// Asks for the queue anew when it is about something else than what shows, and for the next pictures.
  mutating func settleLabelling() -> [Effect] {
    let isStale = queueScope != labelling.request?.scope
    if isStale, queueScope == nil { labelling.reset() }
    return (isStale ? requestQueue() : []) + prefetch()
  }

  /// Leaves off making the queue that somebody waits for.
  private mutating func stopMakingQueue() -> [Effect] {
    labelling.stop()
    notice = Notice("stopped; \(resumingKey) goes on")
    return [.stopQueue]
  }

  /// Goes on with what was stopped when it is looked at again.
  mutating func resumeQueue() -> [Effect] {
    labelling.isStopped ? requestQueue() : []
  }

  mutating func requestQueue(wanting item: DocumentID? = nil) -> [Effect] {
    guard let scope = queueScope else { return [] }
    generation += 1
    var opinions: [QueryID: [DocumentID: Opinion]] = [:]
    for query in scope.queries { opinions[query.id] = book.opinions(for: query.id) }
    let request = QueueRequest(
      generation: generation, scope: scope, opinions: opinions, grades: book.grades, scale: bench.scale,
      hidesBrand: bench.hidesBrand, wanted: item)
    labelling.ask(request)
    return [.queue(request)]
  }

  /// How many of the pictures to come are got ready.
  private static let prefetched = 2

  /// Asks for the pictures of the items that come next.
  private mutating func prefetch() -> [Effect] {
    guard let queue = labelling.queue, !labelling.isWaiting, let frame = LabelLayout(self).picture else {
      return []
    }
    let next = queue.tasks.dropFirst(labelling.position + 1).filter { !isDecided($0) }
    let wanted = next.prefix(Self.prefetched).compactMap(\.card.picture)
      .map { PicturePlacement(picture: $0, frame: frame) }
    guard wanted != labelling.prefetched else { return [] }
    labelling.prefetched = wanted
    return [.prefetch(wanted)]
  }
}

extension GradeBook {
  /// Whether anything was decided about an item's grade, be it to skip it.
  func isDecided(_ task: LabelTask) -> Bool {
    !opinion(of: task.card.id, for: task.query.id).isOpen
  }
}
