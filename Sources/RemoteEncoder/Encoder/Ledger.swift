/// A note that something left this machine: what kind and how much, never what it said.
package struct LedgerEntry: Hashable, Sendable {
  /// Why a request was made.
  package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// To see which model answers; a fixed text of this program's, and a fixed picture.
    case probe
    /// Somebody's query.
    case query
    /// Texts of items.
    case items
    /// Pictures of items.
    case pictures
    /// To fetch a published model: its name, and the token where there is one.
    case pull
  }

  /// What became of it.
  package enum Outcome: Hashable, Sendable {
    /// An answer came, with this status.
    case answered(status: Int)
    /// No answer came.
    case failed(reason: String)
  }

  /// When it began, in seconds since 1970, by the clock of whoever made the encoder.
  package let time: Double
  /// The server, such as `https://api.example.com:443`.
  package let origin: String
  /// The model that was asked for.
  package let model: String
  /// Why it was made.
  package let purpose: Purpose
  /// How many texts it held.
  package let texts: Int
  /// How many pictures it held.
  package let pictures: Int
  /// The bytes of its body.
  package let bytes: Int
  /// What became of it.
  package let outcome: Outcome

  /// Notes a request.
  package init(
    time: Double, origin: String, model: String, purpose: Purpose, texts: Int = 0, pictures: Int = 0,
    bytes: Int = 0, outcome: Outcome
  ) {
    self.time = time
    self.origin = origin
    self.model = model
    self.purpose = purpose
    self.texts = texts
    self.pictures = pictures
    self.bytes = bytes
    self.outcome = outcome
  }
}
