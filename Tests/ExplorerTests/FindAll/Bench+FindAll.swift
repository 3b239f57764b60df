import Explorer
import Relevance
import Retrieval
import TestSupport

extension Bench {
  /// Scores that fall fast at the top, with one wide gap and two that are equal; some items have none.
  static func scoredItems(_ count: Int, unscored: Int = 12) -> ScoredItems {
    var scores: [Float] = (0..<count).map { place in
      let fall: Double = 1 - 1 / (1 + Double(place) / 40)
      let step: Double = place >= 37 ? 0.06 : 0
      return Float(0.82 - 0.55 * fall - step)
    }
    if count > 60 { scores[60] = scores[59] }
    return ScoredItems(
      ordinals: (0..<UInt32(count + unscored)).map(\.self), scores: scores, basis: .lane(.dense),
      exactness: .scanned)
  }

  /// What comes of scoring the whole catalogue: first by bytes, then for certain.
  static func scores(_ request: FindAllRequest, of count: Int) -> [FindAllReply] {
    let items = scoredItems(count)
    let quick = ScoredItems(
      ordinals: items.ordinals, scores: items.scores.map { $0 + 0.001 }, basis: items.basis,
      exactness: .approximate("int8"))
    return [(quick, true), (items, false)].map { items, isPreliminary in
      let sample = BandSample(
        RankBands(scored: items.scores.count, unscored: items.unscored),
        numbers: PermanentNumbers(seed: FindAllRequest.seed, query: request.subject.query.id)
      ) { items.ordinals[$0] }
      let sampled = sample.draws.joined().map { items.ordinals[$0] }
      return FindAllReply(
        generation: request.generation,
        .scored(
          ScoredCatalogue(
            items: items, sample: sample, gaps: items.widestGaps(ScoredCatalogue.mostGaps),
            cards: Dictionary(uniqueKeysWithValues: sampled.map { ($0, card($0)) }),
            judged: placed(request.judged, among: items), isPreliminary: isPreliminary, seconds: 0.0042)))
    }
  }

  static func places(_ request: PlaceItemsRequest) -> PlaceItemsReply {
    PlaceItemsReply(
      generation: request.generation,
      .placed(
        cards: Dictionary(uniqueKeysWithValues: request.ordinals.map { ($0, card($0)) }),
        placed(request.ids, among: request.items)))
  }

  private static func placed(_ ids: [DocumentID], among items: ScoredItems) -> PlacedItems {
    var places: [DocumentID: Int] = [:]
    for (place, ordinal) in items.ordinals.enumerated() { places[id(Int(ordinal))] = place }
    return PlacedItems(
      places: places.filter { ids.contains($0.key) }, absent: Set(ids.filter { places[$0] == nil }))
  }
}
