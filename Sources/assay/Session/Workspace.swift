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
  /// Readies the memory of what was opened, where somebody sits before it.
  let pages: EnteredPages?

  /// Ranks the items.
  let searcher: Searcher
  /// Whether there are vectors of pictures beside those of texts.
  let comparesPictures: Bool
  /// The items as they were read.
  let store: ItemStore
  /// Reads queries.
  let resolver: QueryResolver
  /// What rows show of items that were shown before.
  var itemCards = ItemCardCache(capacity: 16_384)
  /// The fields that a card shows under the title; `nil` for brand and price.
  var shownFields: [String]?
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
    pages = attention.flatMap { [searcher] in
      archive.revealsResidency ? EnteredPages(searcher, givingWayTo: $0) : nil
    }
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

  func side(for plan: SearchPlan) -> Workspace { side(plan.dense?.model ?? 0) }

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

  /// What of a query leaves an item out of its answer, in words; empty when nothing does.
  func exclusions(of ordinal: UInt32, from query: Query) throws -> [String] {
    try resolver.exclusions(of: ordinal, from: query)
  }
}
