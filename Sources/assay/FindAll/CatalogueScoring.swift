internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage

/// Scores a whole catalogue for one query, and finds the items that the scores are about.
struct CatalogueScoring {
  private let workspace: Workspace
  private let subject: FindAllSubject
  private let search: SearchQuery

  /// Resolves a query; throws as `Workspace.resolve` does.
  init(_ subject: FindAllSubject, in workspace: Workspace) throws {
    self.init(subject, search: try workspace.resolve(subject.query, plan: subject.plan), in: workspace)
  }

  /// Takes a query that is resolved.
  init(_ subject: FindAllSubject, search: SearchQuery, in workspace: Workspace) {
    self.workspace = workspace
    self.subject = subject
    self.search = search
  }

  /// Whether an immediate answer differs from the certain one.
  var hasQuickAnswer: Bool { subject.plan.lexical == nil && subject.plan.dense?.precision == .float32 }

  /// Scores every item, draws the sample, and looks up what belongs to it.
  func scored(
    judged: [DocumentID], seed: UInt64 = FindAllRequest.seed, isQuick: Bool = false
  ) throws -> ScoredCatalogue {
    let start = ContinuousClock.now
    let searcher = workspace.side(subject.plan.dense?.model ?? 0).searcher
    let items = searcher.scoreAll(subject.plan, query: search, isQuick: isQuick)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let sample = BandSample(
      RankBands(scored: items.scores.count, unscored: items.unscored),
      numbers: PermanentNumbers(seed: seed, query: subject.query.id)
    ) { items.ordinals[$0] }
    return ScoredCatalogue(
      items: items, sample: sample, gaps: items.widestGaps(ScoredCatalogue.mostGaps),
      cards: try cards(of: sample.draws.joined().map { items.ordinals[$0] }),
      judged: try placed(judged, among: items), isPreliminary: isQuick, seconds: seconds)
  }

  private func cards(of ordinals: [UInt32]) throws(StorageError) -> [UInt32: ItemCard] {
    try workspace.cardsByOrdinal(ordinals)
  }

  private func placed(_ ids: [DocumentID], among items: ScoredItems) throws(StorageError) -> PlacedItems {
    try workspace.placed(ids, among: items)
  }
}

extension Workspace {
  /// What to show of items, by ordinal.
  func cardsByOrdinal(_ ordinals: [UInt32]) throws(StorageError) -> [UInt32: ItemCard] {
    Dictionary(zip(ordinals, try cards(of: ordinals)), uniquingKeysWith: { first, _ in first })
  }

  /// Where items stand in a ranking.
  /// - Complexity: O(items of the ranking), whatever is looked for.
  func placed(_ ids: [DocumentID], among items: ScoredItems) throws(StorageError) -> PlacedItems {
    var names: [UInt32: DocumentID] = [:]
    for id in ids {
      if let ordinal = try ordinal(of: id) { names[ordinal] = id }
    }
    var places: [DocumentID: Int] = [:]
    if !names.isEmpty {
      let wanted = ItemSet(names.keys, universe: archive.manifest.itemCount)
      for (place, ordinal) in items.ordinals.enumerated() where wanted.contains(ordinal) {
        if let id = names[ordinal] { places[id] = place }
      }
    }
    return PlacedItems(places: places, absent: Set(ids.filter { places[$0] == nil }))
  }
}
