package import Relevance
package import TerminalUI

/// What a row shows of an item, already free of control characters.
package struct ItemCard: Hashable, Sendable {
  /// The item's id.
  package let id: DocumentID
  /// The title, one line.
  package let title: String
  /// Brand, price and the like, in display order.
  package let facts: [String]
  /// The picture, or `nil` when the item has none that could be used.
  package let picture: PictureID?
  /// The picture that the catalogue names and that could not be used when it was indexed.
  package let lostPicture: PictureID?

  /// The picture that the catalogue names, whether or not it could be used.
  var namedPicture: PictureID? { picture ?? lostPicture }

  /// Makes a card.
  package init(
    id: DocumentID, title: String, facts: [String], picture: PictureID?, lostPicture: PictureID? = nil
  ) {
    self.id = id
    self.title = title
    self.facts = facts
    self.picture = picture
    self.lostPicture = lostPicture
  }
}

/// One named field of an item in the detail pane, free of control characters.
package struct ItemField: Hashable, Sendable {
  /// The field's name in the catalogue.
  package let name: String
  /// Its value as text.
  package let value: String

  /// Makes a field.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
