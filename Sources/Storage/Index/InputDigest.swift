package import Embeddings
import Relevance

/// What a vector was made from, in 128 bits: equal inputs have equal digests, and an encoder makes equal vectors of them.
///
/// The first half of the SHA-256 of the input; all zeros where there is none.
package struct InputDigest: Hashable, Sendable, BitwiseCopyable {
  private let high: UInt64
  private let low: UInt64

  /// No input.
  package static let none = InputDigest(high: 0, low: 0)

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  private init(_ hash: SHA256) {
    let words = hash.digest().withUnsafeBytes { bytes in
      [0, 8].map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
    }
    self.init(high: words[0], low: words[1])
  }

  /// The digest of an item's text in its roles.
  package init(_ text: ItemText) {
    var hash = SHA256()
    // Lengths before the parts keep ("a", "bc") and ("ab", "c") apart.
    for part in [text.title, text.brand, text.category] + text.text {
      hash.update("\(part.utf8.count):")
      hash.update(part)
    }
    self.init(hash)
  }

  /// The digest of a text and a picture of which one vector is made together.
  package init(_ text: ItemText, with picture: InputDigest) {
    let own = InputDigest(text)
    var hash = SHA256()
    hash.update("together:")
    for word in [own.high, own.low, picture.high, picture.low] {
      withUnsafeBytes(of: word.littleEndian) { hash.update($0) }
    }
    self.init(hash)
  }

  /// The digest of a picture file's bytes.
  package init(picture bytes: [UInt8]) {
    var hash = SHA256()
    hash.update(bytes)
    self.init(hash)
  }
}

/// What both vectors of one item were made from.
package struct ItemInputs: Hashable, Sendable, BitwiseCopyable {
  /// The text.
  package let text: InputDigest
  /// The picture file; `none` when the item names no file that can be read.
  package let picture: InputDigest

  /// Joins both.
  package init(text: InputDigest, picture: InputDigest) {
    self.text = text
    self.picture = picture
  }
}
