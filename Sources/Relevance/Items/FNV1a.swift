/// A quick hash of bytes that come one after the other: FNV-1a with 64 bits (Fowler, Noll and Vo, RFC 9923).
///
/// Equal on every machine and for ever, so that what depends on it can be kept. It tells texts apart, but guards against
/// nobody who wants two to be equal: see `SHA256` for that.
package struct FNV1a: Hashable, Sendable {
  /// The hash of the bytes so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Begins with no bytes.
  package init() {}

  /// The hash of a text's UTF-8.
  package init(_ text: String) { add(text) }

  /// Goes on with a byte.
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Goes on with a text's UTF-8.
  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }
}
