internal import Foundation

/// The fields of one message in Protocol Buffers' wire format, in their order.
///
/// Source: <https://protobuf.dev/programming-guides/encoding/>.
struct ProtobufFields {
  /// One field: its number and, unless it is a number itself, where its bytes lie.
  struct Field {
    let number: Int
    let payload: Range<Int>?
  }

  /// The bytes end inside a field, or are no message.
  struct Mistake: Error {}

  private let bytes: Data
  private var position: Int
  private let end: Int

  init(_ bytes: Data, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next field; `nil` at the end.
  mutating func next() throws(Mistake) -> Field? {
    guard position < end else { return nil }
    let tag = try number()
    let field = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0:
      _ = try number()
      return Field(number: field, payload: nil)
    case 1: return Field(number: field, payload: try skip(8))
    case 2: return Field(number: field, payload: try skip(number()))
    case 5: return Field(number: field, payload: try skip(4))
    default: throw Mistake()
    }
  }

  private mutating func skip(_ count: UInt64) throws(Mistake) -> Range<Int> {
    guard count <= UInt64(end - position) else { throw Mistake() }
    defer { position += Int(count) }
    return position..<position + Int(count)
  }

  private mutating func number() throws(Mistake) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < end else { throw Mistake() }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return value }
    }
    throw Mistake()
  }
}
