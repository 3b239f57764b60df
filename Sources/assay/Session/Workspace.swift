internal import Embeddings
internal import Explorer
internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// One opened index with the encoder its vectors were made by: everything a query needs.
///
/// May be used from several threads at once.
struct Workspace: Sendable {
  /// Where the index lies and what it is made of.
  let archive: IndexArchive
  /// The encoder that made the vectors.
  let encoder: any Encoder
  /// The folder pictures are opened from, or `nil` when the catalogue is not where it was.
  let pictures: PictureFolder?
  /// Whether any item has a picture that can be shown.
  let hasPictures: Bool
  /// Compares what was opened with its checksums, beside everything else.
  let check: BackgroundCheck

  /// Ranks the items.
  let searcher: Searcher
  /// Whether there are vectors of pictures beside those of texts.
  let comparesPictures: Bool
  private let store: ItemStore
  private let resolver: QueryResolver
  private var itemCards = ItemCardCache(capacity: 16_384)
  /// The fields that a card shows under the title; `nil` for brand and price.
  private var shownFields: [String]?
  /// Indexes of the same items with vectors of other models, which plans name by their places from 1.
  private(set) var others: [Workspace] = []

  /// Opens the index at `path`, or the index of the catalogue at `path`.
  ///
  /// `catalogue` is where the pictures are, when the catalogue has moved since it was indexed; checking a large index
  /// gives way to `attention`. Queries wait for a model that is still being loaded, and searches for a server, only when
  /// `waits`. Throws `CommandFailure`, `StorageError` or `EncoderError`, each naming what is missing or does not fit and what mends it.
  static func open(
    _ path: String, settings: Settings, catalogue: String? = nil, attention: Attention? = nil,
    waits: Bool = true
  ) throws -> Workspace {
    let archive = try IndexArchive(IndexPlace.existing(path, settings: settings))
    let encoder = try EncoderShelf(settings: settings).encoder(of: archive, waits: waits)
    do {
      return try Workspace(
        archive: archive, encoder: encoder, catalogue: catalogue, attention: attention, waits: waits)
    } catch let error as LexicalIndexError {
      // Says which bytes of which file, where a section turned out not to be what it should be.
      throw IndexCheck(archive, [.lexical]).run().first ?? error
    }
  }

  init(
    archive: IndexArchive, encoder: any Encoder, catalogue: String?, attention: Attention?,
    waits: Bool = true
  ) throws {
    let card = archive.manifest.source.encoderCard
    self.archive = archive
    self.encoder = encoder
    check = BackgroundCheck(archive, givingWayTo: attention)
    if let catalogue {
      pictures = try PictureFolder(catalogue)
    } else {
      pictures = try? PictureFolder(archive.catalogueFolder)
    }
    store = try archive.items()
    hasPictures =
      try pictures != nil && archive.manifest.source.roles.image != nil && store.hasPictures()
    let pictureVectors = try archive.packedVectors(.picture)
    comparesPictures = pictureVectors != nil
    searcher = Searcher(
      dense: DenseIndex(
        text: try archive.packedVectors(.text), picture: pictureVectors,
        crosses: try archive.crosses(), dimensions: card.dimensions, count: archive.manifest.itemCount),
      lexical: try Self.lexicalIndex(of: archive), count: archive.manifest.itemCount)
    resolver = try QueryResolver(
      store: store, encoder: encoder, dense: searcher.dense, lexical: searcher.lexical,
      pictureFolders: [pictures?.path].compactMap(\.self), waits: waits)
  }

  /// Where words are asked for whose vectors a server makes, when searches don't wait for it.
  var servedQueries: ServedQueries? { resolver.vectors.served }

  /// The same with further indexes beside it, whose vectors plans may ask for.
  ///
  /// Throws `StorageError.mismatch` for an index of other items: an ordinal must mean the same item in all of them.
  func joined(by others: [Workspace]) throws(StorageError) -> Workspace {
    let source = archive.manifest.source
    for other in others {
      let theirs = other.archive.manifest.source
      guard theirs.itemsFile == source.itemsFile, theirs.items == source.items,
        theirs.roles.id == source.roles.id, theirs.skippedLines == source.skippedLines,
        other.archive.manifest.itemCount == archive.manifest.itemCount
      else {
        throw .mismatch(
          path: other.archive.path,
          reason: "an index of other items, or of another state of them, than \(archive.path)",
          remedy: "bring both up to date with: \(archive.rebuildCommand) && \(other.archive.rebuildCommand)")
      }
    }
    var joined = self
    joined.others = others
    return joined
  }

  /// How many models can be open side by side.
  static let mostModels = 4

  /// Whether the model that a plan compares vectors of is still being loaded.
  func isLoading(for plan: SearchPlan) -> Bool {
    guard plan.dense != nil, let encoder = side(for: plan).encoder as? LocalEncoder else { return false }
    return encoder.isLoading
  }

  /// The index with the vectors that a plan asks for.
  func side(_ model: Int) -> Workspace {
    model > 0 && model <= others.count ? others[model - 1] : self
  }

  private func side(for plan: SearchPlan) -> Workspace { side(plan.dense?.model ?? 0) }

  /// The lexical index, which searching takes to be about the items of the manifest.
  private static func lexicalIndex(of archive: IndexArchive) throws -> LexicalIndex {
    let index = try LexicalIndex(image: archive.lexicalIndex())
    guard index.count == archive.manifest.itemCount else {
      throw LexicalIndexError.malformed(
        offset: 0, reason: "it is about \(index.count) items instead of \(archive.manifest.itemCount)")
    }
    return index
  }

  /// What to call the encoder in few letters: a model's name without the rest of its id.
  var modelName: String { String(encoder.card.id.prefix { $0 != "@" }) }

  /// The models of the further indexes; two indexes by one model are told apart by their folders' names.
  var otherModels: [VectorModel] {
    let names = ([self] + others).map(\.modelName)
    return zip(1..., others).map { place, other in
      let isUnique = names.count { $0 == other.modelName } == 1
      let folder = URL(fileURLWithPath: other.archive.path).lastPathComponent
      return VectorModel(
        place: place, name: other.modelName + (isUnique ? "" : "/" + folder), dimensions: other.dimensions,
        hasPictures: other.comparesPictures, isMatryoshka: other.encoder.card.isMatryoshka)
    }
  }

  /// The prefix lengths the encoder declares, ascending.
  var dimensions: [Int] { archive.manifest.source.dimensions }

  /// The weights of the text fields in lexical search: what the catalogue says, else more for title and brand.
  var fieldWeights: [String: Double] {
    let roles = archive.manifest.source.roles
    var weights = [roles.title: LexicalLane.titleWeight]
    if let brand = roles.brand { weights[brand] = LexicalLane.brandWeight }
    return weights.merging(roles.weights) { $1 }
  }

  /// The text fields that lexical search reads, in catalogue order.
  var textFields: [String] { searcher.lexical?.fieldNames ?? [] }

  /// Turns a query into what is searched for: by the query language, or as plain words.
  ///
  /// Throws `QueryError` for what can't be read, found or decoded, at its place in the text; `EncoderError` and
  /// `StorageError` when the index or the encoder is at fault.
  func resolve(
    _ query: Query, plan: SearchPlan, isTyping: Bool = false, isPlain: Bool = false, waits: Bool = true
  ) throws -> SearchQuery {
    let resolver = side(for: plan).resolver
    return isPlain
      ? try resolver.plain(query, plan: plan)
      : try resolver.resolve(query, plan: plan, isTyping: isTyping, waits: waits)
  }

  /// Turns a query into what can be searched for now: by the lexical lane alone while there is no vector.
  ///
  /// Leaves the dense lane out of `plan` then. Throws as `resolve` does, and `AwaitedVector` when nothing but the vector
  /// would answer.
  /// - Returns: what is searched for, and why the dense lane is left out.
  private func resolveNow(
    _ query: Query, typing: Typing, plan: inout SearchPlan
  ) throws -> (query: SearchQuery, shortfall: String?) {
    let isTyping = typing != .finished
    let reason: String
    do {
      return (try resolve(query, plan: plan, isTyping: isTyping, waits: false), nil)
    } catch EncoderError.unavailable(let problem) where plan.lexical != nil && plan.dense != nil {
      reason = problem
    } catch EncoderError.unencodable(let problem) where plan.lexical != nil && plan.dense != nil {
      // Such as words to a model of pictures only.
      reason = problem
    } catch let awaited as AwaitedVector where plan.lexical != nil {
      reason = "\(awaited)"
    }
    // Half an answer now beats none; the whole one follows when the vector is there.
    plan.dense = nil
    return (try resolve(query, plan: plan, isTyping: isTyping), reason)
  }

  /// Checks filters that a column adds to every query.
  ///
  /// Throws `CommandFailure` that says what can't be read.
  func checkFilter(_ filter: String) throws(CommandFailure) { try resolver.check(filter: filter) }

  /// What may have been meant otherwise in a query; empty for one that can't be read.
  func hints(on query: Query) -> [QueryHint] {
    (try? resolver.parse(query.text).hints) ?? []
  }

  /// Ranks the catalogue for a query.
  func rank(_ query: SearchQuery, plan: SearchPlan) -> SearchOutcome {
    side(for: plan).searcher.search(plan, query: query)
  }

  /// Takes the score of one item apart.
  func explain(_ ordinal: UInt32, query: SearchQuery, plan: SearchPlan) -> Explanation {
    side(for: plan).searcher.explain(ordinal: ordinal, plan: plan, query: query)
  }

  /// Finds out why an item is not in an answer.
  func whyNot(_ ordinal: UInt32, query: SearchQuery, plan: SearchPlan) -> WhyNot {
    side(for: plan).searcher.whyNot(ordinal: ordinal, plan: plan, query: query)
  }

  /// Finds out how a query that is being typed may go on.
  func complete(_ request: CompletionRequest) throws(StorageError) -> CompletionReply {
    let folders = [pictures?.path].compactMap(\.self)
    return try QueryCompleter(store: store, fields: resolver.fields, pictureFolders: folders).complete(
      request)
  }

  /// What of a query leaves an item out of its answer, in words; empty when nothing does.
  func exclusions(of ordinal: UInt32, from query: Query) throws -> [String] {
    try resolver.exclusions(of: ordinal, from: query)
  }

  /// The item called `id`, or `nil`.
  func ordinal(of id: DocumentID) throws(StorageError) -> UInt32? {
    try store.ordinal(of: id)
  }

  /// The ids of an answer's items, in its order.
  func ids(of outcome: SearchOutcome) throws(StorageError) -> [DocumentID] {
    try store.items(outcome.items.map(\.ordinal)).map(\.id)
  }

  /// What items are called, in their order.
  func ids(of ordinals: [UInt32]) throws(StorageError) -> [DocumentID] {
    try store.items(ordinals).map(\.id)
  }

  /// What to show of an answer's items, in its order.
  func cards(of outcome: SearchOutcome) throws(StorageError) -> [ItemCard] {
    try cards(of: outcome.items.map(\.ordinal))
  }

  /// What to show of items, in their order.
  func cards(of ordinals: [UInt32]) throws(StorageError) -> [ItemCard] {
    try itemCards.cards(of: ordinals) { ordinals throws(StorageError) in
      try store.items(ordinals).map { item throws(StorageError) in (item.ordinal, try card(of: item)) }
    }
  }

  /// The same with other fields under an item's title; `nil` for brand and price.
  ///
  /// Fields are called as in the catalogue; `brand`, `category` and `price` may also be meant as roles. A field that an
  /// item has not is left out.
  func showing(_ fields: [String]?) -> Workspace {
    var showing = self
    showing.shownFields = fields
    showing.itemCards = ItemCardCache(capacity: 16_384)
    return showing
  }

  private func card(of item: StoredItem) throws(StorageError) -> ItemCard {
    guard let shownFields else { return ItemCard(item) }
    let roles = ["brand": item.brand, "category": item.category, "price": item.price]
    let values = try store.fields(of: item.ordinal)
    let facts = shownFields.compactMap { name in
      let own = values.filter { $0.name == name }.map(\.value).joined(separator: ", ")
      return name == "price" || own.isEmpty ? roles[name] ?? own : own
    }
    return ItemCard(item, facts: facts)
  }

  /// What an assessor gets to read of an item: a card and the fields that the card has not.
  ///
  /// With `hidesBrand`, the brand's field is left out and its name is blotted out wherever it stands.
  func reading(of ordinal: UInt32, hidesBrand: Bool) throws(StorageError) -> (
    card: ItemCard, fields: [ItemField]
  )? {
    guard let item = try store.items([ordinal]).first else { return nil }
    let roles = archive.manifest.source.roles
    let shown = [roles.id, roles.title, roles.image, roles.brand, roles.price, roles.currency]
    let fields = try store.fields(of: ordinal).filter { !shown.contains($0.name) }
      .map { ItemField(name: $0.name, value: $0.value) }
    let card = ItemCard(item)
    guard hidesBrand else { return (card, fields) }
    let blot = BrandBlot(item.brand)
    return (
      ItemCard(
        id: card.id, title: blot.applied(to: card.title), facts: card.facts.filter { $0 != item.brand },
        picture: card.picture),
      fields.map { ItemField(name: $0.name, value: blot.applied(to: $0.value)) }
    )
  }

  /// All fields of an item in the order of the catalogue; empty for an id of no item.
  func fields(of id: DocumentID) throws(StorageError) -> [ItemField] {
    guard let ordinal = try store.ordinal(of: id) else { return [] }
    return try store.fields(of: ordinal).map { ItemField(name: $0.name, value: $0.value) }
  }

  /// The content hash of an item, as it was indexed; empty for an id of no item.
  func contentHash(of id: DocumentID) throws(StorageError) -> String {
    guard let ordinal = try store.ordinal(of: id) else { return "" }
    return try store.items([ordinal]).first?.contentHash ?? ""
  }

  /// Answers a column's search.
  func search(_ request: SearchRequest) throws -> SearchReply {
    let start = ContinuousClock.now
    let hints = hints(on: request.query).map(\.message)
    var plan = request.plan
    let typed = request.query.read(request.typing)
    let (query, shortfall) = try resolveNow(typed, typing: request.typing, plan: &plan)
    let outcome = rank(query, plan: plan)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return SearchReply(
      column: request.column, generation: request.generation, outcome: outcome,
      cards: try cards(of: outcome), hints: hints, shortfall: shortfall, seconds: seconds)
  }

  /// What has to be derived before a plan can be executed without a long wait: lanes of one stage.
  func underived(_ plan: SearchPlan) -> [DenseLane] {
    plan.dense.flatMap { lane in side(for: plan).searcher.dense?.underived(lane) } ?? []
  }

  /// Derives what some plans need, one after the other, so that no search has to.
  /// - Parameters:
  ///   - plans: what will be executed.
  ///   - isEnded: whether the work is of no use any more; asked from any thread.
  ///   - tell: takes the share of what is being derived that is done, 0…1; called from any thread, every few
  ///     milliseconds.
  /// - Returns: whether everything is there.
  func derive(
    for plans: [SearchPlan], isEnded: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (_ share: Double) -> Void
  ) -> Bool {
    for plan in plans {
      for lane in underived(plan) {
        let watch = DerivationWatch(isEnded: isEnded, tell: tell)
        guard side(for: plan).searcher.dense?.derive(lane, watch: watch) == true else { return false }
      }
    }
    return true
  }

  /// Gets the rankings of a query at other lengths of the vectors ready, so that moving there costs next to nothing.
  ///
  /// Leaves off when `isCancelled` says so, asked from any thread.
  func prepare(_ request: PrepareRequest, isCancelled: @escaping @Sendable () -> Bool) {
    guard let lane = request.plan.dense, let dense = side(for: request.plan).searcher.dense,
      let query = try? resolve(
        request.query.read(request.typing), plan: request.plan, isTyping: request.typing != .finished,
        waits: false),
      let vector = query.vector
    else { return }
    dense.completePrefixes(of: vector, textShare: lane.textShare, isCancelled: isCancelled)
  }

  /// Says where a column ranks an item.
  func locate(_ request: LocateRequest) throws -> WhyNot {
    let query = try resolve(
      request.query.read(request.typing), plan: request.plan, isTyping: request.typing != .finished)
    return whyNot(request.ordinal, query: query, plan: request.plan)
  }

  /// Answers the detail pane.
  func inspect(_ request: InspectRequest) throws -> InspectReply {
    let fields = try store.fields(of: request.ordinal).map { ItemField(name: $0.name, value: $0.value) }
    var plan = request.plan
    let query = try resolveNow(
      request.query.read(request.typing), typing: request.typing, plan: &plan
    ).query
    let explanation = explain(request.ordinal, query: query, plan: plan)
    return InspectReply(
      generation: request.generation, ordinal: request.ordinal, fields: fields, explanation: explanation)
  }
}

extension Query {
  /// The query as it is read while it is being typed: a blank at its end says that its last word is whole.
  fileprivate func read(_ typing: Typing) -> Query {
    guard typing == .betweenWords else { return self }
    return Query(id: id, text: text + " ", kind: kind, split: split, image: image)
  }
}

extension ItemCard {
  /// What a row shows of a stored item.
  fileprivate init(_ item: StoredItem, facts: [String]? = nil) {
    self.init(
      id: item.id, title: item.title, facts: (facts ?? [item.brand, item.price]).filter { !$0.isEmpty },
      picture: item.picture.map { PictureID($0) })
  }
}
