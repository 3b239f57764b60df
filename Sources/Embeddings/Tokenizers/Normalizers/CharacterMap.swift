internal import Foundation

/// A `precompiled_charsmap`: a double-array trie over UTF-8 whose values point into a list of NUL-ended replacements.
///
/// Source: SentencePiece's `normalizer.cc`, Darts-clone's unit layout.
struct CharacterMap: Sendable {
  private let units: [UInt32]
  private let replacements: [UInt8]

  /// Decodes the base64 of a file: a length, that many bytes of trie, the replacements.
  init(_ part: ConfigurationPart) throws(EncoderError) {
    guard let data = Data(base64Encoded: try part.string()) else { throw part.mistake("is not valid base64") }
    let bytes = [UInt8](data)
    guard bytes.count >= 4 else {
      throw part.mistake("has \(bytes.count) bytes, too few for a character map")
    }
    let length = Int(Self.unit(bytes[0..<4]))
    guard length > 0, length % 4 == 0, length <= bytes.count - 4 else {
      throw part.mistake("announces a trie of \(length) bytes in \(bytes.count)")
    }
    units = stride(from: 4, to: 4 + length, by: 4).map { Self.unit(bytes[$0..<$0 + 4]) }
    replacements = Array(bytes[(4 + length)...])
  }

  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// What the shortest prefix of `key` that the map knows is replaced by; `nil` when it knows none.
  func image(of key: some Sequence<UInt8>) -> String.UnicodeScalarView? {
    var position = Self.offset(units[0])
    for byte in key {
      if byte == 0 { return nil }
      position ^= Int(byte)
      guard position < units.count else { return nil }
      let unit = units[position]
      guard unit & (1 << 31 | 0xff) == UInt32(byte) else { return nil }
      position ^= Self.offset(unit)
      guard unit >> 8 & 1 == 1 else { continue }
      guard position < units.count else { return nil }
      return replacement(at: Int(units[position] & 0x7fff_ffff))
    }
    return nil
  }

  private static func offset(_ unit: UInt32) -> Int {
    Int(unit >> 10) << Int((unit & 1 << 9) >> 6)
  }

  private func replacement(at start: Int) -> String.UnicodeScalarView? {
    guard start < replacements.count else { return nil }
    return String(decoding: replacements[start...].prefix { $0 != 0 }, as: UTF8.self).unicodeScalars
  }
}
