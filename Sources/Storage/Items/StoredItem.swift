package import Relevance

/// What an index keeps of an item for a row of results, all text safe to show.
package struct StoredItem: Hashable, Sendable {
  /// The item's position in the index.
  package let ordinal: UInt32
  /// The item's name.
  package let id: DocumentID
  /// What a row shows first.
  package let title: String
  /// Who makes or sells it; empty when unknown.
  package let brand: String
  /// Where the shop files it; empty when unknown.
  package let category: String
  /// What it costs, with the currency; empty when unknown.
  package let price: String
  /// The picture, as the catalogue names it; `nil` when there is none that could be used.
  package let picture: String?
  /// The picture that the catalogue names and that could not be used when it was indexed; `nil` when there is none.
  package let lostPicture: String?
  /// As in `CatalogueRecord.contentHash`.
  package let contentHash: String
}
