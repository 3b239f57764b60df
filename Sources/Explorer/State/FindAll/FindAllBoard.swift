internal import Relevance
internal import Retrieval

/// What is known of a catalogue that is cut by a threshold, and how the Find-all view shows it.
package struct FindAllBoard: Hashable, Sendable {
  /// What stands under the histogram.
  package enum Page: Hashable, Sendable {
    /// Every item with a score, best first, with the cut among them.
    case list
    /// The random sample, to be graded without looking at scores.
    case sample
  }

  /// What stands under the histogram.
  package internal(set) var page = Page.list
  /// The smallest grade that counts as relevant; `nil` stands for the second lowest of the scale.
  var level: Int?
  /// How many rounds of the sample were asked for.
  package internal(set) var rounds = 1
  /// Where one stands in the list, as a place.
  package internal(set) var cursor = 0
  /// The first line of the list that shows; the cut is a line too.
  var scroll = 0
  /// Where one stands in the sample.
  package internal(set) var sampleCursor = 0
  var sampleScroll = 0
  /// The widest gap that was gone to last, as an index.
  var gap: Int?

  /// What was asked last.
  package private(set) var subject: FindAllSubject?
  private(set) var generation: Int?
  /// Whether an answer is due.
  package private(set) var isWaiting = false
  /// Whether the scoring was stopped before there was an answer.
  package private(set) var isStopped = false
  /// Why there is no answer.
  package private(set) var failure: String?
  /// How much of the vectors that are compared is derived, 0…1; `nil` while nothing has to be.
  private(set) var derivation: Double?

  /// The catalogue as it is scored; `nil` until it is.
  package private(set) var found: ScoredCatalogue?
  /// The lowest score above the cut.
  package private(set) var threshold: Float = 0
  /// How many items lie above the cut.
  package private(set) var cut = 0
  /// What to show of items, by ordinal.
  private(set) var cards: [UInt32: ItemCard] = [:]
  /// Where items stand whose place was asked for, or that were shown.
  private(set) var places: [DocumentID: Int] = [:]
  /// Judged items that are not among those that may answer.
  private(set) var absent: Set<DocumentID> = []
  /// What was asked to be shown and placed; `nil` when nothing is under way.
  private(set) var placing: PlaceItemsRequest?
  /// What could not be looked up the last time; the same is not asked for again at once.
  private var unplaced: PlaceItemsRequest?
  /// The thresholds that were chosen for what was looked at before.
  private var thresholds: [FindAllSubject: Float] = [:]
  /// The threshold that the session before ended with: for what is looked at first.
  var formerThreshold: Float?

  /// What judgments say about the cut; brought up to date after everything that happens.
  package internal(set) var assessment: FoundAssessment?

  /// How many items lie above the cut at first, so far as there are that many.
  static let firstCut = 25
  /// How many cards are kept; beyond, those far from the cursor are forgotten.
  private static let mostCards = 4096

  /// Notes that something else is being scored.
  mutating func ask(_ request: FindAllRequest) {
    if request.subject != subject {
      (cursor, scroll, sampleCursor, sampleScroll, gap) = (0, 0, 0, 0, nil)
      rounds = 1
    }
    subject = request.subject
    generation = request.generation
    isWaiting = true
    isStopped = false
    failure = nil
    derivation = nil
    found = nil
    assessment = nil
    cards = [:]
    places = [:]
    absent = []
    placing = nil
    unplaced = nil
  }

  /// Leaves off; what is known stays.
  mutating func stop() {
    isWaiting = false
    isStopped = found == nil
    if isStopped { generation = nil }
    derivation = nil
  }

  /// Forgets what came from another build of the index.
  mutating func forget() {
    let (page, level) = (page, level)
    self = FindAllBoard()
    (self.page, self.level) = (page, level)
  }

  /// Forgets what nothing is asked about any more.
  mutating func clear() {
    if subject != nil { forget() }
  }

  /// Takes a part unless it is stale.
  mutating func take(_ reply: FindAllReply) {
    guard reply.generation == generation else { return }
    // Whoever stopped waiting for what is certain keeps what is there.
    guard isWaiting else { return }
    switch reply.part {
    case .deriving(let share): derivation = share
    case .failed(let message):
      failure = message
      isWaiting = false
      derivation = nil
    case .scored(let catalogue): take(catalogue)
    }
  }

  private mutating func take(_ catalogue: ScoredCatalogue) {
    found = catalogue
    derivation = nil
    isWaiting = catalogue.isPreliminary
    cards.merge(catalogue.cards) { $1 }
    places = catalogue.judged.places
    absent = catalogue.judged.absent
    placing = nil
    note(catalogue.cards)
    if let threshold = formerThreshold ?? chosenThreshold {
      formerThreshold = nil
      return move(to: threshold)
    }
    let scored = catalogue.items.scores.count
    let first = catalogue.items.cuts(around: min(Self.firstCut, scored)).after
    threshold = catalogue.items.threshold(at: first)
    cut = first
  }

  /// Takes what is to be shown of items, and where others stand.
  mutating func take(_ reply: PlaceItemsReply) {
    guard reply.generation == generation, found != nil else { return }
    switch reply.outcome {
    case .failed: unplaced = placing
    case .placed(let cards, let placed):
      unplaced = nil
      if self.cards.count > Self.mostCards { self.cards = found?.cards ?? [:] }
      self.cards.merge(cards) { $1 }
      places.merge(placed.places) { $1 }
      absent.formUnion(placed.absent)
    }
    placing = nil
  }

  /// Notes that items are being looked up.
  mutating func place(_ request: PlaceItemsRequest) { placing = request }

  /// Whether just that could not be looked up the last time.
  func hasFailed(_ request: PlaceItemsRequest) -> Bool {
    unplaced.map { $0.ordinals == request.ordinals && $0.ids == request.ids } ?? false
  }

  private mutating func note(_ cards: [UInt32: ItemCard]) {
    guard let found else { return }
    for place in found.sample.draws.joined() {
      if let card = cards[found.items.ordinals[place]] { places[card.id] = place }
    }
  }

  /// Notes where the item stands that commands go to, because it is being judged.
  mutating func notePlace() {
    if let place, let card = card(at: place) { places[card.id] = place }
  }

  /// The threshold that was chosen for what is looked at; `nil` where none was.
  var chosenThreshold: Float? { subject.flatMap { thresholds[$0] } ?? formerThreshold }

  /// Cuts at a score.
  mutating func move(to threshold: Float) {
    guard let found else { return }
    self.threshold = threshold
    cut = found.items.count(atLeast: threshold)
    if let subject { thresholds[subject] = threshold }
  }

  /// Cuts behind so many items.
  /// - Precondition: a threshold can cut there.
  mutating func cut(after count: Int) {
    guard let found else { return }
    move(to: found.items.threshold(at: count))
  }

  /// What to show of the item at a place; `nil` while that is not known.
  func card(at place: Int) -> ItemCard? {
    guard let found, found.items.ordinals.indices.contains(place) else { return nil }
    return cards[found.items.ordinals[place]]
  }

  /// The places of the rounds of the sample that were asked for, in the order in which they are to be graded.
  package var sampled: [Int] { found?.sample.places(ofRounds: rounds) ?? [] }

  /// The place that commands go to; `nil` when there is none.
  package var place: Int? {
    guard let found else { return nil }
    switch page {
    case .list: return cursor < found.items.scores.count ? cursor : nil
    case .sample:
      let sampled = sampled
      return sampled.indices.contains(sampleCursor) ? sampled[sampleCursor] : nil
    }
  }
}
