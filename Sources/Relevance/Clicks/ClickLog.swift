/// What shoppers did, added up by query and item and by position.
///
/// People look at high positions more than at low ones. How much more is estimated from the log itself, as the mean rate
/// of acts at each position, and what happened to an item is compared with what happens on average where it was shown:
/// clicks over expected clicks (Zhang and Jones 2007). The rate of a position holds, beside attention, that better items
/// stand higher: what a good ranking puts first looks a little worse than it is, and what it puts last a little better.
package struct ClickLog: Hashable, Sendable {
  /// All that was shown at one position.
  package struct Position: Hashable, Sendable {
    /// The rank, from 1.
    package let rank: Int
    /// How often anything was shown there.
    package fileprivate(set) var impressions = 0
    /// How often it was clicked.
    package fileprivate(set) var clicks = 0
    /// The acts there, weighted.
    package fileprivate(set) var acts = 0.0

    /// Clicks for each impression; 0 when nothing was shown.
    package var clickRate: Double { impressions > 0 ? Double(clicks) / Double(impressions) : 0 }
    /// Weighted acts for each impression; 0 when nothing was shown.
    package var rate: Double { impressions > 0 ? acts / Double(impressions) : 0 }
  }

  /// What happened to one item for one query.
  package struct Tally: Hashable, Sendable {
    /// The query's id.
    package let queryID: QueryID
    /// The item.
    package let item: DocumentID
    /// How often it was shown.
    package fileprivate(set) var impressions = 0
    /// How often it was clicked.
    package fileprivate(set) var clicks = 0
    /// The acts, weighted.
    package fileprivate(set) var acts = 0.0
    fileprivate var shown: [Int: Int] = [:]
  }

  /// What each kind of act counts.
  package let weights: ClickWeights
  private var positionsByRank: [Int: Position] = [:]
  private var tallies: [QueryItem: Tally] = [:]

  /// An empty log.
  package init(weights: ClickWeights = ClickWeights()) {
    self.weights = weights
  }

  /// Adds a record; several of one query, item and position add up.
  package mutating func add(_ record: ClickRecord) {
    let acts = weights.acts(of: record)
    var position = positionsByRank[record.position] ?? Position(rank: record.position)
    position.impressions += record.impressions
    position.clicks += record.clicks
    position.acts += acts
    positionsByRank[record.position] = position
    let key = QueryItem(record.queryID, record.item)
    tallies[key, default: Tally(queryID: record.queryID, item: record.item)].add(record, acts: acts)
  }

  /// The curve of position bias: every rank that something was shown at, ascending.
  package var positions: [Position] { positionsByRank.values.sorted { $0.rank < $1.rank } }

  /// What happened to each item for each query, by the bytes of query id and item.
  package var all: [Tally] {
    tallies.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The acts that an average item would have got where this one was shown.
  package func expected(_ tally: Tally) -> Double {
    // Ascending, so that the same log gives the same sum.
    tally.shown.sorted { $0.key < $1.key }.reduce(0) {
      $0 + Double($1.value) * (positionsByRank[$1.key]?.rate ?? 0)
    }
  }
}

extension ClickLog.Tally {
  fileprivate init(queryID: QueryID, item: DocumentID) {
    self.queryID = queryID
    self.item = item
  }

  fileprivate mutating func add(_ record: ClickRecord, acts: Double) {
    impressions += record.impressions
    clicks += record.clicks
    self.acts += acts
    shown[record.position, default: 0] += record.impressions
  }
}

extension ClickLog.Position {
  fileprivate init(rank: Int) {
    self.rank = rank
  }
}
