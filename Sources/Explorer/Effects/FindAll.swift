package import Relevance
package import Retrieval
internal import TerminalUI

/// What the Find-all view is about: whatever changes it makes scores and sample stale.
package struct FindAllSubject: Hashable, Sendable {
  /// The query.
  package let query: Query
  /// The plan whose scores are cut; its depth plays no part.
  package let plan: SearchPlan

  /// Makes a subject.
  package init(query: Query, plan: SearchPlan) {
    self.query = query
    self.plan = plan
  }
}

/// A wish to have every item of the catalogue scored.
package struct FindAllRequest: Hashable, Sendable {
  /// Where the sample's random sequence starts.
  package static let seed: UInt64 = 1

  /// A newer generation ends the work on an older one; answers of an older one are dropped.
  package let generation: Int
  /// What is to be scored.
  package let subject: FindAllSubject
  /// The judged items whose places are wanted.
  package let judged: [DocumentID]

  /// Makes a request.
  package init(generation: Int, subject: FindAllSubject, judged: [DocumentID]) {
    self.generation = generation
    self.subject = subject
    self.judged = judged
  }
}

/// A catalogue as a plan scores it for a query, with the sample that stands for it.
package struct ScoredCatalogue: Hashable, Sendable {
  /// Every item with its score.
  package let items: ScoredItems
  /// The stratified random sample.
  package let sample: BandSample
  /// The widest gaps between neighbouring scores, as places, the widest first.
  package let gaps: [Int]
  /// What to show of the items of the sample, by ordinal.
  package let cards: [UInt32: ItemCard]
  /// Where the judged items stand, and which are not among those that may answer.
  package let judged: PlacedItems
  /// Whether certain scores follow.
  package let isPreliminary: Bool
  /// Time spent scoring, in seconds.
  package let seconds: Double

  /// How many gaps are worth going to.
  package static let mostGaps = 10

  /// Puts a scored catalogue together.
  package init(
    items: ScoredItems, sample: BandSample, gaps: [Int], cards: [UInt32: ItemCard], judged: PlacedItems,
    isPreliminary: Bool, seconds: Double
  ) {
    self.items = items
    self.sample = sample
    self.gaps = gaps
    self.cards = cards
    self.judged = judged
    self.isPreliminary = isPreliminary
    self.seconds = seconds
  }
}

/// Where some items stand in a ranking.
package struct PlacedItems: Hashable, Sendable {
  /// Places from 0, by id.
  package let places: [DocumentID: Int]
  /// The items that are not in the ranking at all.
  package let absent: Set<DocumentID>

  /// Puts what was found and what was not beside each other.
  package init(places: [DocumentID: Int] = [:], absent: Set<DocumentID> = []) {
    self.places = places
    self.absent = absent
  }
}

/// A part of what a `FindAllRequest` asked for.
package struct FindAllReply: Hashable, Sendable {
  /// What is known now.
  package enum Part: Hashable, Sendable {
    /// Vectors that are compared are being derived; so much of that is done, 0…1.
    case deriving(Double)
    /// The scores; what is preliminary is followed by what is certain.
    case scored(ScoredCatalogue)
    /// Why there are none.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// The part.
  package let part: Part

  /// Makes a reply.
  package init(generation: Int, _ part: Part) {
    self.generation = generation
    self.part = part
  }
}

/// A wish to know what is to be shown of some items, and where others stand.
package struct PlaceItemsRequest: Hashable, Sendable {
  /// The generation of the scores that it is about.
  package let generation: Int
  /// The items to be shown.
  package let ordinals: [UInt32]
  /// The items whose places are wanted.
  package let ids: [DocumentID]
  /// The ranking.
  package let items: ScoredItems

  /// Makes a request.
  package init(generation: Int, ordinals: [UInt32], ids: [DocumentID], items: ScoredItems) {
    self.generation = generation
    self.ordinals = ordinals
    self.ids = ids
    self.items = items
  }
}

/// The answer to a `PlaceItemsRequest`.
package struct PlaceItemsReply: Hashable, Sendable {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// What to show of items, by ordinal, and where others stand.
    case placed(cards: [UInt32: ItemCard], PlacedItems)
    /// Why that is not known.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// What came of it.
  package let outcome: Outcome

  /// Makes a reply.
  package init(generation: Int, _ outcome: Outcome) {
    self.generation = generation
    self.outcome = outcome
  }
}

/// How a list is written down.
package enum ListFormat: String, CaseIterable, Hashable, Sendable {
  /// Comma-separated values with a line of names.
  case csv
  /// A JSON object a line.
  case json
  /// A TREC run of the items above the cut.
  case trec
}

/// A list to be written into a file: the items above a cut, and those below it that are judged.
package struct ExportListRequest: Hashable, Sendable {
  /// How.
  package let format: ListFormat
  /// What the catalogue is called, for the file's name.
  package let catalogue: String
  /// The query.
  package let query: Query
  /// The ranking.
  package let items: ScoredItems
  /// How many items lie above the cut.
  package let cut: Int
  /// The grade of each judged place.
  package let grades: [Int: Int]
  /// The round, from 1, that each place of the sample was drawn in, of the rounds that are graded as a whole.
  package let rounds: [Int: Int]

  /// Makes a request.
  package init(
    format: ListFormat, catalogue: String, query: Query, items: ScoredItems, cut: Int, grades: [Int: Int],
    rounds: [Int: Int]
  ) {
    self.format = format
    self.catalogue = catalogue
    self.query = query
    self.items = items
    self.cut = cut
    self.grades = grades
    self.rounds = rounds
  }

  /// The places that are written, in order.
  package var places: [Int] {
    format == .trec ? Array(0..<cut) : Array(0..<cut) + grades.keys.filter { $0 >= cut }.sorted()
  }

  /// How many items are written, and why these: `23 items above and 3 judged ones below the cut`.
  package var counts: String {
    let below = places.count - cut
    let above = Numerals.counted(cut, "item") + " above"
    return format == .trec
      ? above + " the cut" : "\(above) and \(Numerals.counted(below, "judged one")) below the cut"
  }
}
