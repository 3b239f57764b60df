package import Relevance
package import TerminalUI

/// What of the screen is copied.
package enum CopySubject: String, CaseIterable, Hashable, Sendable {
  /// The item's id.
  case id
  /// The item as a line of tab-separated fields: rank, id, title, facts and score.
  case row
  /// The query.
  case query
}

/// Text to be put where other programs can paste it from.
package struct CopyRequest: Hashable, Sendable {
  /// What of the screen it is.
  package let subject: CopySubject
  /// The text.
  package let text: String

  /// Makes a request.
  package init(subject: CopySubject, text: String) {
    self.subject = subject
    self.text = text
  }
}

/// An item to be opened in another program.
package struct OpenRequest: Hashable, Sendable {
  /// The item.
  package let item: DocumentID
  /// Its picture, which is opened when the item has no address.
  package let picture: PictureID?

  /// Makes a request.
  package init(item: DocumentID, picture: PictureID?) {
    self.item = item
    self.picture = picture
  }
}
