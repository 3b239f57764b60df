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
    scale: Scale = .zeroToThree, guidelines: String? = nil,
    qrels: Qrels = Qrels(["q-001": [id(0): 3, id(2): 2, id(3): 3, id(6): 0, id(8): 1]])
  ) -> Workbench {
    Workbench(
      catalogue: "sample-catalog", encoder: "assay-default-1", dimensions: dimensions,
      itemCount: itemCount, hasPictures: hasPictures, queries: queries, qrels: qrels,
      judgments: known ?? KnownJudgments(judgments),
      scale: scale, journal: "sample-catalog/.assay/judgments/journal.jsonl",
      textFields: ["title", "description", "brand"], guidelines: guidelines)
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
    guard request.query.text.hasSuffix("<") else { return nil }
    let end = request.query.text.count
    let start = request.query.text.lastIndex(of: " ").map {
      request.query.text.distance(from: request.query.text.startIndex, to: $0) + 1
    }
    return SearchFailure("price:< needs a number, such as price:<50", range: (start ?? 0)..<end)
  }

  /// Answers with the catalogue above or, to try depths, with `matched` items that repeat it.
  static func answer(
    _ request: SearchRequest, matched: Int? = nil, shift: Int = 0, without gone: DocumentID? = nil
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
        seconds: request.plan.mode == .dense ? 0.0012 : 0.0019))
  }

  /// The same answer for a catalogue of titles alone, some of them long.
  static func bareAnswer(_ request: SearchRequest) -> Action {
    guard case .searched(let reply) = answer(request) else { preconditionFailure("answers are searched") }
    let cards = reply.outcome.items.map { item in
      ItemCard(
        id: id(Int(item.ordinal)), title: "\(titles[Int(item.ordinal)].0), and what it was measured by",
        facts: [],
        picture: nil)
    }
    return .searched(
      SearchReply(
        column: reply.column, generation: reply.generation, outcome: reply.outcome, cards: cards,
        seconds: reply.seconds))
  }

  /// Fields of nested objects, whose names begin alike.
  static func nestedDetail(_ request: InspectRequest) -> Action {
    let names = ["id", "attributes.category", "attributes.color", "attributes.colour_family"]
    return .inspected(
      InspectReply(
        generation: request.generation, ordinal: request.ordinal,
        fields: names.map { ItemField(name: $0, value: "value") }, explanation: Explanation("score", value: 1)
      ))
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

  /// A queue as a builder makes it, of the first items that both columns find, backwards.
  static func queue(_ request: QueueRequest) -> LabelQueue {
    var tasks: [LabelTask] = []
    var settled = 0
    for query in request.scope.queries {
      let orders: [[UInt32]] = request.scope.columns.map { column in
        Array(
          order(SearchRequest(column: 0, generation: 0, query: query, plan: column.plan))
            .prefix(request.scope.depth))
      }
      let opinions = request.opinions[query.id] ?? [:]
      for ordinal in Set(orders.joined()).sorted(by: >) {
        let id = id(Int(ordinal))
        if opinions[id]?.isSettled == true, id != request.wanted {
          settled += 1
          continue
        }
        let ranks = orders.map { $0.firstIndex(of: ordinal).map { $0 + 1 } }
        tasks.append(
          LabelTask(
            query: query, card: card(ordinal), fields: fields(of: card(ordinal)),
            seen: Sighting(place: "columns", rank: ranks.compactMap(\.self).min()), ranks: ranks))
      }
    }
    return LabelQueue(
      tasks: tasks, settled: settled,
      stopping: StoppingPoint(
        differences: [0.1], intervals: [DifferenceInterval(worst: -0.1, best: 0.3, isExact: true)],
        unjudged: tasks.count))
  }

  private static func fields(of card: ItemCard) -> [ItemField] {
    [
      ItemField(
        name: "description",
        value: "A sturdy everyday mug with a wide red stripe around the body. Fired twice, rounded handle, "
          + "stacks well. Synthetic product text."),
      ItemField(name: "category", value: card.facts[2]), ItemField(name: "color", value: "red"),
      ItemField(name: "in_stock", value: "true"),
    ]
  }

  static func detail(_ request: InspectRequest) -> Action {
    let card = card(request.ordinal)
    let fields = [
      ItemField(name: "id", value: card.id.text), ItemField(name: "title", value: card.title),
      ItemField(
        name: "description",
        value: "A sturdy everyday mug with a wide red stripe around the body. Fired twice, rounded handle, "
          + "stacks well. Synthetic product text."),
      ItemField(name: "brand", value: card.facts[0]), ItemField(name: "price", value: card.facts[1]),
      ItemField(name: "category", value: card.facts[2]), ItemField(name: "in_stock", value: "true"),
    ]
    let root = Explanation(
      "score: weighted fusion, lexical share 0.1; rank 2 of 1024", value: 0.856,
      details: [denseTerm, lexicalTerm], background: [dense, lexical])
    return .inspected(
      InspectReply(
        generation: request.generation, ordinal: request.ordinal, fields: fields, explanation: root))
  }

  private static let denseTerm = Explanation(
    "dense: rank 2 of top 1000; weight × (score − low) / (high − low)", value: 0.756, combines: .inputs,
    details: [
      Explanation("weight of the dense list", value: 0.9), Explanation("on the list's scale", value: 0.84),
      Explanation("score", value: 0.712), Explanation("low", value: -0.1134),
      Explanation("high", value: 0.8691),
    ])

  private static let lexicalTerm = Explanation(
    "lexical: rank 1 of 17; weight × (score − low) / (high − low)", value: 0.1, combines: .inputs,
    details: [
      Explanation("weight of the lexical list", value: 0.1), Explanation("on the list's scale", value: 1),
      Explanation("score", value: 8.11), Explanation("low", value: 0), Explanation("high", value: 8.11),
    ])

  /// As the dense lane explains itself: by band and side.
  private static let dense = Explanation(
    "dense: cosine, 256 of 256 dims, float32", value: 0.712,
    details: [(16, 0.41), (32, 0.17), (64, 0.11), (128, 0.044), (256, -0.022)].map { end, value in
      Explanation(
        "dims \(end == 16 ? 0 : end / 2)–\(end)", value: value,
        details: [
          Explanation("text × 0.5", value: 0.4 * value), Explanation("picture × 0.5", value: 0.6 * value),
        ])
    })

  private static let lexical = Explanation(
    "lexical: BM25F, k1 1.2, b 0.75", value: 8.11,
    details: [
      Explanation(
        "mug: idf 2.1, in 61 of 1024 items", value: 3.02,
        details: [Explanation("title: 1 in 7 words (6.2 on average)", value: 3.02)]),
      Explanation("stripe: idf 2.9, in 27 of 1024 items", value: 2.88),
      Explanation("red: idf 1.7, in 93 of 1024 items", value: 2.21),
    ])
}

/// Drives a state the way the event loop does, with the pretend engine, and remembers every effect.
struct Session {
  var state: ExplorerState
  /// Every effect, in order.
  private(set) var effects: [Effect] = []
  /// Whether requests are answered at once; otherwise they only pile up in `effects`.
  var answers = true
  /// Whether pairs of columns are judged over the query set, too, which takes a moment.
  var judgesPairs = false
  /// How many places every item has moved down the answers; the last come first.
  var shift = 0
  /// An item that is not answered with any more.
  var gone: DocumentID?
  /// The time in milliseconds, when there is a clock.
  var clock: Int?
  /// How many items every query matches; `nil` for those of the small catalogue.
  var matched: Int?

  init(
    _ columns: Int = 120, _ rows: Int = 36, pictures: PictureSupport = .sixel(cellWidth: 9, cellHeight: 19),
    bench: Workbench = Bench.workbench(), query: String = ""
  ) {
    state = ExplorerState(
      bench: bench, size: Size(columns: columns, rows: rows), pictures: pictures, query: query)
    perform(state.start())
  }

  /// Feeds one action and performs its effects.
  @discardableResult
  mutating func send(_ action: Action) -> [Effect] {
    let new = state.reduce(action, at: clock)
    perform(new)
    return new
  }

  private mutating func perform(_ new: [Effect]) {
    effects += new
    guard answers else { return }
    for effect in new {
      switch effect {
      case .search(let request):
        if let failure = Bench.failure(request) {
          send(.searchFailed(column: request.column, generation: request.generation, failure))
        } else {
          send(Bench.answer(request, matched: matched, shift: shift, without: gone))
        }
      case .inspect(let request): send(Bench.detail(request))
      case .queue(let request):
        send(.queued(generation: request.generation, Bench.queue(request)))
      case .append(let draft): send(.judged(token: draft.token, clock: "12:04:31"))
      case .rankQueries(let request): for reply in Bench.rankings(request) { send(.rankedQueries(reply)) }
      case .measureCurves(let request):
        let (curves, funnel) = (Bench.curves(request), Bench.funnel(request))
        send(
          .measuredCurves(
            MeasureCurvesReply(
              generation: request.generation, .curves(curves, queries: request.subject.queries))))
        send(.measuredCurves(MeasureCurvesReply(generation: request.generation, .funnel(funnel))))
      case .openScore(let request): send(.openedScore(Bench.score(request)))
      case .comparePair(let request):
        if judgesPairs, let reply = request.answer() { send(.comparedPair(reply)) }
      default: break
      }
    }
  }

  /// Presses keys written as text: characters stand for themselves, `<enter>` and the like for named keys.
  @discardableResult
  mutating func press(_ script: String) -> [Effect] {
    var all: [Effect] = []
    for key in Script.keys(script) { all += send(.terminal(.key(key))) }
    return all
  }

  /// The searches among all effects so far.
  var searches: [SearchRequest] {
    effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }

  /// The wishes for detail among all effects so far.
  var inspections: [InspectRequest] {
    effects.compactMap { if case .inspect(let request) = $0 { request } else { nil } }
  }

  /// The wishes for a queue among all effects so far.
  var queueRequests: [QueueRequest] {
    effects.compactMap { if case .queue(let request) = $0 { request } else { nil } }
  }

  /// The decisions among all effects so far.
  var drafts: [JudgmentDraft] {
    effects.compactMap { if case .append(let draft) = $0 { draft } else { nil } }
  }
}

/// Key scripts: `mug<enter>jj3u<ctrl-r>`.
enum Script {
  private static let named: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "backspace": .backspace,
    "delete": .delete, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pagedown": .pageDown, "pageup": .pageUp, "space": .character(" "), "less": .character("<"),
  ]

  static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let first = rest.popFirst() {
      guard first == "<", let end = rest.firstIndex(of: ">") else {
        keys.append(.character(first))
        continue
      }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      keys.append(key(named: name))
    }
    return keys
  }

  private static func key(named name: String) -> Key {
    if let key = named[name] { return key }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()) { return .function(number) }
    if name.hasPrefix("ctrl-"), let letter = name.last { return .control(letter) }
    if name.hasPrefix("alt-"), let letter = name.last { return .alt(letter) }
    preconditionFailure("no key is called <\(name)>")
  }
}
