import Explorer
import Relevance
import Retrieval
import TerminalUI

/// A small catalogue and a pretend engine: enough to script keys against the reducer.
///
/// The engine ranks the same items differently per mode and answers at once, like an effect runner that is
/// infinitely fast.
enum Bench {
  static let titles: [(String, [String])] = [
    ("Ridgeline enamel mug, wide stripe, 350 ml", ["Ridgeline", "£14.00", "mugs"]),
    ("Harbour tall mug in cherry", ["Harbour", "£9.50", "mugs"]),
    ("Camden striped mug, set of two, dishwasher-safe stoneware", ["Camden", "£22.50", "mugs"]),
    ("桜模様の赤い縞マグカップ 電子レンジ対応", ["有田焼", "¥2,400", "マグカップ"]),
    ("Cafe\u{301} cre\u{300}me bol a\u{300} rayures rouges", ["Faïencerie de l’Étang", "€18.90", "bols"]),
    (
      "Thermal travel tumbler with leakproof lid and carrying loop, brushed steel",
      ["Trail & Co", "£31.00", "flasks"]
    ),
    ("Stripe tea towel", ["Loom", "£6.00", "kitchen textiles"]),
    ("Red mug 👨‍👩‍👧 family pack 🎁", ["Jolly", "£27.00", "mugs"]),
    ("Espresso cup, glossy red", ["Harbour", "£7.25", "cups"]),
    ("Striped jug, 1.2 l", ["Camden", "£19.00", "jugs"]),
    ("Latte bowl", ["Harbour", "£8.00", "bowls"]),
    ("Picnic plate in candy stripes, melamine", ["Loom", "£4.75", "plates"]),
  ]

  static let queries = [
    Query(id: "q-001", text: "red striped mug", kind: "visual", split: "test"),
    Query(id: "q-002", text: "steel tumbler", kind: "attribute", split: "dev"),
    Query(id: "q-003", text: "Camden"),
  ]

  static func workbench(
    itemCount: Int = 1024, dimensions: [Int] = [16, 32, 64, 128, 256], hasPictures: Bool = true,
    queries: [Query] = Bench.queries, judgments: Qrels = Qrels(), known: KnownJudgments? = nil,
    scale: Scale = .zeroToThree, guidelines: String? = nil, others: [VectorModel] = [],
    qrels: Qrels = Qrels(["q-001": [id(0): 3, id(2): 2, id(3): 3, id(6): 0, id(8): 1]])
  ) -> Workbench {
    Workbench(
      catalogue: "sample-catalog", encoder: "assay-default-1", dimensions: dimensions,
      itemCount: itemCount, hasPictures: hasPictures, queries: queries, qrels: qrels,
      judgments: known ?? KnownJudgments(judgments),
      scale: scale, journal: "sample-catalog/.assay/judgments/journal.jsonl",
      textFields: ["title", "description", "brand"], guidelines: guidelines, others: others)
  }

  static func id(_ ordinal: Int) -> DocumentID {
    DocumentID("p-\(1000 + ordinal)")
  }

  static func card(_ ordinal: UInt32) -> ItemCard {
    let (title, facts) = titles[Int(ordinal) % titles.count]
    return ItemCard(
      id: id(Int(ordinal)), title: title, facts: facts, picture: PictureID("images/\(1000 + ordinal).jpg"))
  }

  /// Orders of the catalogue: as it is, and two that differ by mode.
  static func order(_ request: SearchRequest) -> [UInt32] {
    if request.query.text.isEmpty { return Array(0..<12) }
    return switch request.plan.mode {
    case .dense: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    case .lexical: [2, 0, 7, 11, 9]
    case .hybrid: [2, 0, 3, 1, 7, 10, 4, 9, 6, 11, 5]
    }
  }

  /// The first of `matched` items that repeat the catalogue; two modes begin with a hundred different ones.
  private static func order(of matched: Int, _ request: SearchRequest) -> [UInt32] {
    let shift = request.plan.mode == .hybrid ? 95 : 0
    return (0..<min(matched, request.plan.depth)).map { UInt32(($0 + shift) % matched) }
  }

  private static func exactness(_ plan: SearchPlan) -> Exactness {
    guard let lane = plan.dense else { return .scanned }
    if let coarse = lane.coarse { return .approximate(coarse.summary) }
    return lane.dimensions == 256 ? .scanned : .proven(shortlist: 180)
  }

  /// Says that a comparison lacks its number, as long as it does.
  static func failure(_ request: SearchRequest) -> SearchFailure? {
    if request.plan.filter.hasSuffix("<") {
      let end = request.plan.filter.count
      return SearchFailure(
        "the filter '\(request.plan.filter)' of a column can't be read: a value is missing",
        brief: "a value is missing", range: end..<end, isInFilter: true)
    }
    guard request.query.text.hasSuffix("<") else { return nil }
    let end = request.query.text.count
    let start = request.query.text.lastIndex(of: " ").map {
      request.query.text.distance(from: request.query.text.startIndex, to: $0) + 1
    }
    return SearchFailure("price:< needs a number, such as price:<50", range: (start ?? 0)..<end)
  }

  /// Says that a value is missing at the end, while that is being typed.
  private static func unfinished(_ request: SearchRequest) -> SearchFailure? {
    let end = request.query.text.count
    guard request.typing != .finished, request.query.text.hasSuffix(":") else { return nil }
    return SearchFailure("a value is missing: brand:word", range: end..<end)
  }

  /// Why a query that needs nothing but a model's vectors can't be answered while that is being loaded, or its server
  /// is being asked.
  static func wait(
    _ request: SearchRequest, for loading: Set<Int>, asking: Set<Int> = []
  ) -> SearchFailure? {
    guard request.plan.mode == .dense, let model = request.plan.dense?.model, !request.query.text.isEmpty
    else { return nil }
    if loading.contains(model) { return SearchFailure("the model is being loaded", awaited: .model) }
    return asking.contains(model) ? SearchFailure("served is being asked", awaited: .server) : nil
  }

  /// Answers with the catalogue above or, to try depths, with `matched` items that repeat it.
  static func answer(
    _ request: SearchRequest, matched: Int? = nil, shift: Int = 0, without gone: DocumentID? = nil,
    loading: Set<Int> = []
  ) -> Action {
    let order = matched.map { Self.order(of: $0, request) } ?? Self.order(request)
    let kept = (order.suffix(shift) + order.dropLast(shift)).filter { card($0).id != gone }
    let items = kept.enumerated().map { index, ordinal in
      item(ordinal, rank: index + 1, mode: request.plan.mode)
    }
    let outcome = SearchOutcome(
      items: items, matched: matched ?? (request.query.text.isEmpty ? 1024 : order.count),
      exactness: exactness(request.plan)
    )
    return .searched(
      SearchReply(
        column: request.column, generation: request.generation, outcome: outcome, cards: kept.map(card),
        hints: request.query.text.contains("pirce:")
          ? ["'pirce:' was read as text; did you mean 'price:'?"] : [],
        unfinished: unfinished(request),
        shortfall: request.plan.dense.flatMap {
          loading.contains($0.model) ? "the model is being loaded" : nil
        },
        seconds: request.plan.mode == .dense ? 0.0012 : 0.0019))
  }

  /// The same answer for a catalogue of titles alone, some of them long; of each item a picture may be lost.
  static func bareAnswer(_ request: SearchRequest, lost: PictureID? = nil) -> Action {
    guard case .searched(let reply) = answer(request) else { preconditionFailure("answers are searched") }
    let cards = reply.outcome.items.map { item in
      ItemCard(
        id: id(Int(item.ordinal)), title: "\(titles[Int(item.ordinal)].0), and what it was measured by",
        facts: [], picture: nil, lostPicture: lost)
    }
    return .searched(
      SearchReply(
        column: reply.column, generation: reply.generation, outcome: reply.outcome, cards: cards,
        seconds: reply.seconds))
  }

  private static func item(_ ordinal: UInt32, rank: Int, mode: RankingMode) -> RankedItem {
    let cosine = 0.8123 - 0.0211 * Double(rank)
    let bm25 = 12.31 / Double(rank)
    switch mode {
    case .dense:
      return RankedItem(
        ordinal: ordinal, rank: rank, score: cosine,
        parts: [ScorePart(name: "dense", value: cosine, raw: cosine, laneRank: rank)])
    case .lexical:
      return RankedItem(
        ordinal: ordinal, rank: rank, score: bm25,
        parts: [ScorePart(name: "lexical", value: bm25, raw: bm25, laneRank: rank)])
    case .hybrid:
      let dense = 0.9 * cosine
      let lexical = 0.1 / Double(rank)
      return RankedItem(
        ordinal: ordinal, rank: rank, score: dense + lexical,
        parts: [
          ScorePart(name: "dense", value: dense, raw: cosine, laneRank: Int(ordinal) + 1),
          ScorePart(name: "lexical", value: lexical, raw: bm25, laneRank: rank),
        ])
    }
  }
}
