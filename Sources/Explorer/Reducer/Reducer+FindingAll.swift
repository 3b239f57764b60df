internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// The smallest grade that counts as relevant: above the lowest of the scale, unless it was set otherwise.
  package var relevantLevel: Int {
    min(bench.scale.highest, max(bench.scale.lowest, findAll.level ?? bench.scale.lowest + 1))
  }

  /// What is known of a query's items: what was said here and, where nothing was, what the reference says.
  private func foundJudgments(of query: Query) -> FoundJudgments {
    let unclear = book.opinions(for: query.id).filter { $0.value.answer == .cannotTell }
    return FoundJudgments(own: book.grades[query.id], reference: bench.qrels[query.id], unclear: unclear.keys)
  }

  /// What the view is about now; `nil` while nothing is asked for or the query can't be read.
  private var findAllSubject: FindAllSubject? {
    guard !isBrowsing, queryFailure == nil else { return nil }
    return FindAllSubject(query: query, plan: columns[focusedColumn].settings.plan(depth: 1))
  }

  /// Asks for scores when what they are about has changed, and for what has to be shown of them; works out what the
  /// judgments say about the cut.
  mutating func settleFindAll() -> [Effect] {
    guard let subject = findAllSubject else {
      findAll.clear()
      return []
    }
    var effects = subject == findAll.subject ? [] : requestScores(subject)
    keepFindAllInSight()
    assessCut()
    effects += requestPlaces()
    return effects
  }

  /// Goes on with what was stopped when it is looked at again.
  mutating func resumeFindingAll() -> [Effect] {
    guard findAll.isStopped, let subject = findAllSubject, subject == findAll.subject else { return [] }
    return requestScores(subject)
  }

  private mutating func requestScores(_ subject: FindAllSubject) -> [Effect] {
    generation += 1
    let request = FindAllRequest(
      generation: generation, subject: subject, judged: foundJudgments(of: subject.query).items)
    findAll.ask(request)
    return [.findAll(request)]
  }

  mutating func stopFindingAll() -> [Effect] {
    findAll.stop()
    notice = Notice(
      findAll.isStopped
        ? "stopped; \(resumingKey) goes on" : "stopped; these are the scores of byte vectors")
    return [.stopFindingAll]
  }

  private mutating func keepFindAllInSight() {
    guard let items = findAll.found?.items else { return }
    let rows = max(1, FindAllLayout(self).list.rows)
    findAll.cursor = min(findAll.cursor, max(0, items.scores.count - 1))
    let line = findAll.line(of: findAll.cursor)
    findAll.scroll = min(max(findAll.scroll, line - rows + 1), line)
    // Whoever stands on the first item below sees the cut too, and whoever stands on the last one above.
    if findAll.cursor == findAll.cut, rows > 1 { findAll.scroll = min(findAll.scroll, line - 1) }
    if findAll.cursor + 1 == findAll.cut, rows > 1 {
      findAll.scroll = max(findAll.scroll, line + 2 - rows)
    }
    findAll.scroll = max(0, min(findAll.scroll, items.scores.count + 1 - rows))
    let sampled = findAll.sampled.count
    findAll.sampleCursor = min(findAll.sampleCursor, max(0, sampled - 1))
    findAll.sampleScroll = min(
      max(findAll.sampleScroll, findAll.sampleCursor - rows + 1), findAll.sampleCursor)
    findAll.sampleScroll = max(0, min(findAll.sampleScroll, sampled - rows))
  }

  private mutating func assessCut() {
    guard let found = findAll.found, let subject = findAll.subject else {
      findAll.assessment = nil
      return
    }
    let verdicts = foundJudgments(of: subject.query).verdicts(at: findAll.places, level: relevantLevel)
    findAll.assessment = FoundAssessment(
      found, cut: findAll.cut, asked: findAll.sampled, verdicts: verdicts, absent: findAll.absent.count)
  }

  /// Whether a grade was given to the item at a place, or it was said that none can be.
  func isDecided(at place: Int) -> Bool {
    guard let card = findAll.card(at: place), let query = findAll.subject?.query else { return false }
    return bench.qrels[query.id][card.id] != nil || book.grades[query.id][card.id] != nil
      || book.opinion(of: card.id, for: query.id).answer == .cannotTell
  }

  /// How many screens of the list above and below the one that shows are got ready.
  private static let readyScreens = 2

  /// Asks for what is to be shown of items in sight, and where items stand that were judged elsewhere.
  private mutating func requestPlaces() -> [Effect] {
    guard let found = findAll.found, let generation = findAll.generation, findAll.placing == nil,
      let query = findAll.subject?.query
    else { return [] }
    let rows = max(1, FindAllLayout(self).list.rows)
    func ordinals(_ first: Int, _ last: Int) -> [UInt32] {
      let shown = max(0, first)..<max(0, first, min(found.items.scores.count, last))
      return found.items.ordinals[shown].filter { findAll.cards[$0] == nil }
    }
    let missing = ordinals(findAll.scroll - 1, findAll.scroll + rows)
    let ids = foundJudgments(of: query).items.filter { !findAll.isPlaced($0) }
    guard !missing.isEmpty || !ids.isEmpty else { return [] }
    let around = ordinals(
      findAll.scroll - Self.readyScreens * rows, findAll.scroll + (Self.readyScreens + 1) * rows)
    let request = PlaceItemsRequest(
      generation: generation, ordinals: around, ids: ids, items: found.items)
    guard !findAll.hasFailed(request) else { return [] }
    findAll.place(request)
    return [.placeItems(request)]
  }

  /// Takes what is to be shown of items; what can't be shown is said, and asked for again once others are in sight.
  mutating func take(_ reply: PlaceItemsReply) {
    findAll.take(reply)
    guard case .failed(let message) = reply.outcome else { return }
    notice = Notice("items can't be shown: \(message)", isWarning: true)
  }

  /// Writes the list into a file.
  mutating func exportList(_ format: ListFormat) -> [Effect] {
    guard let found = findAll.found, !findAll.isWaiting, let query = findAll.subject?.query else {
      notice = Notice(findAll.isWaiting ? "not every item is scored yet" : "there is no list to export")
      return []
    }
    guard format != .trec || findAll.cut > 0 else {
      notice = Notice("nothing is above the cut; a run of nothing is no run", isWarning: true)
      return []
    }
    notice = Notice("exporting")
    return [
      .exportList(
        ExportListRequest(
          format: format, catalogue: bench.catalogue, query: query, items: found.items, cut: findAll.cut,
          grades: foundJudgments(of: query).grades(at: findAll.places),
          rounds: found.sample.rounds(ofPlacesIn: findAll.assessment?.rounds ?? 0)))
    ]
  }
}

extension FindAllBoard {
  /// Whether it is known where an item stands, or that it stands nowhere.
  func isPlaced(_ id: DocumentID) -> Bool { places[id] != nil || absent.contains(id) }

  /// The line of the list that shows a place: the cut is a line too.
  func line(of place: Int) -> Int { place < cut ? place : place + 1 }
}
