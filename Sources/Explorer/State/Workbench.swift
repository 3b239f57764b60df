package import Relevance
package import Retrieval

/// What the explorer is opened on: everything it knows before the first key, and that does not change.
package struct Workbench: Hashable, Sendable {
  /// The catalogue's short name.
  package let catalogue: String
  /// The encoder's id and version, such as `assay-default-1`.
  package let encoder: String
  /// The prefix lengths the encoder declares, ascending.
  package let dimensions: [Int]
  /// Whether the encoder was trained so that prefixes of its vectors are vectors, too.
  package let isMatryoshka: Bool
  /// Whether the first model has vectors of pictures beside those of texts.
  package let comparesPictures: Bool
  /// Models whose vectors are open beside the first one's.
  package let others: [VectorModel]
  /// How many items are indexed.
  package let itemCount: Int
  /// Whether any item has a picture; without, layouts leave no room for them.
  package let hasPictures: Bool
  /// The query set that `[` and `]` walk; may be empty.
  package let queries: [Query]
  /// Reference judgments that column heads are measured on (`--qrels`), by query id; may be empty.
  package let qrels: Qrels
  /// What the journal says already.
  package let judgments: KnownJudgments
  /// The scale of the digits.
  package let scale: Scale
  /// What assessors should know; `nil` when nobody says.
  package let guidelines: String?
  /// Whether the Label view hides who makes an item.
  package let hidesBrand: Bool
  /// Where grades are saved, for the status line.
  package let journal: String
  /// What is to be read before the first key; `nil` when there is nothing.
  package let remark: String?
  /// Where the sliders of the term lane start.
  package let lexical: LexicalLane
  /// The text fields that have a weight, in the order of the sliders.
  package let textFields: [String]
  /// Where the text/picture slider starts.
  package let textShare: Double

  /// Every model that a column can compare vectors of, the first one first; empty when there is nothing to choose.
  package var models: [VectorModel] {
    guard !others.isEmpty else { return [] }
    let first = VectorModel(
      place: 0, name: String(encoder.prefix { $0 != "@" }), dimensions: dimensions,
      hasPictures: comparesPictures, isMatryoshka: isMatryoshka)
    return [first] + others
  }

  /// What to call a model, by its place among them.
  package func modelName(at place: Int) -> String {
    models.first { $0.place == place }?.name ?? String(encoder.prefix { $0 != "@" })
  }

  /// The lengths that a column's vectors may have.
  func dimensions(for settings: RankingSettings) -> [Int] { settings.model?.dimensions ?? dimensions }

  /// Whether a column compares a part of vectors whose model was not trained to be cut.
  func cutsUntrained(_ settings: RankingSettings) -> Bool {
    guard settings.mode != .lexical, let whole = dimensions(for: settings).last else { return false }
    return !(settings.model?.isMatryoshka ?? isMatryoshka) && settings.dimensions < whole
  }

  /// Makes a workbench.
  /// - Precondition: `dimensions` is not empty and ascends.
  package init(
    catalogue: String, encoder: String, dimensions: [Int], itemCount: Int, hasPictures: Bool = true,
    queries: [Query], qrels: Qrels, judgments: KnownJudgments, scale: Scale, journal: String,
    lexical: LexicalLane = LexicalLane(), textFields: [String] = [], textShare: Double = 0.5,
    guidelines: String? = nil, hidesBrand: Bool = false, remark: String? = nil,
    others: [VectorModel] = [], comparesPictures: Bool = true, isMatryoshka: Bool = true
  ) {
    precondition(!dimensions.isEmpty, "an encoder declares at least one length")
    self.catalogue = catalogue
    self.encoder = encoder
    self.dimensions = dimensions
    self.itemCount = itemCount
    self.hasPictures = hasPictures
    self.queries = queries
    self.qrels = qrels
    self.judgments = judgments
    self.scale = scale
    self.guidelines = guidelines
    self.hidesBrand = hidesBrand
    self.others = others
    self.comparesPictures = comparesPictures
    self.isMatryoshka = isMatryoshka
    self.remark = remark
    self.journal = journal
    self.lexical = lexical
    self.textFields = textFields
    self.textShare = textShare
  }
}
