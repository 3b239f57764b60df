internal import JSON

/// The compact form of a tokenizer: settings as JSON, large lists as they lie in memory.
///
/// Bytes 0–7 `assaytok`, 8–11 the version, 12–15 zero, 16–23 the length of the body, 24–31 its checksum; then the
/// body: the settings (length in 8 bytes, text), the vocabulary (entries in 4 bytes, bytes in 4, all bytes, where each
/// entry ends, their numbers), the merges (count in 4 bytes; left, right, result), the scores (count in 4 bytes).
/// Everything little-endian.
extension Tokenizer {
  private static let magic = Array("assaytok".utf8)
  /// The version of the form that `serialized()` gives and `init(serialized:)` takes.
  package static let serializedVersion: UInt32 = 1
  private static let headerLength = 32

  /// The tokenizer in a form from which it is made again much faster than from JSON.
  ///
  /// The same tokenizer gives the same bytes; a later version of Assay may refuse them, so keep the JSON.
  /// - Returns: about half as many bytes as the JSON where the vocabulary is large.
  /// - Complexity: O(bytes).
  package func serialized() -> [UInt8] {
    var body = ByteWriter()
    let text = Array(settings.spelling.utf8)
    body.append(UInt64(text.count))
    body.append(contentsOf: text)
    let vocabulary = tables.vocabulary
    body.append(UInt32(vocabulary.count))
    body.append(UInt32(vocabulary.bytes.count))
    body.append(contentsOf: vocabulary.bytes)
    body.append(contentsOf: vocabulary.ends)
    body.append(contentsOf: vocabulary.ids)
    body.append(UInt32(tables.merges.count))
    body.append(contentsOf: tables.merges.flatMap { [$0.left, $0.right, $0.result] })
    body.append(UInt32(tables.scores.count))
    body.append(contentsOf: tables.scores)
    return Self.header(ofBody: body.bytes) + body.bytes
  }

  /// What stands before a body.
  static func header(ofBody body: [UInt8]) -> [UInt8] {
    var header = ByteWriter()
    header.append(contentsOf: magic)
    header.append(serializedVersion)
    header.append(UInt32(0))
    header.append(UInt64(body.count))
    header.append(checksum(body[...]))
    return header.bytes
  }

  /// Makes a tokenizer again from what `serialized()` gave; it gives the same numbers as the original.
  /// - Parameters:
  ///   - bytes: the serialized tokenizer.
  ///   - path: where they come from, for messages.
  /// - Throws: `EncoderError.malformedModel` when the bytes are of another version or damaged.
  /// - Complexity: O(bytes).
  package init(serialized bytes: [UInt8], path: String = "serialized tokenizer") throws(EncoderError) {
    func mistake(_ reason: String) -> EncoderError { .malformedModel(path: path, reason: reason) }
    var reader = ByteReader(bytes, from: Self.magic.count, path: path)
    guard bytes.count >= Self.headerLength, bytes.starts(with: Self.magic) else {
      throw mistake("is not a serialized tokenizer")
    }
    let version = try reader.number(UInt32.self)
    guard version == Self.serializedVersion, try reader.number(UInt32.self) == 0 else {
      throw mistake(
        "is a serialized tokenizer of version \(version), not \(Self.serializedVersion); make it anew")
    }
    let length = try reader.number(UInt64.self)
    guard length == UInt64(bytes.count - Self.headerLength) else {
      throw mistake(
        "has \(bytes.count - Self.headerLength) bytes after its header where \(length) were written")
    }
    guard try reader.number(UInt64.self) == Self.checksum(bytes[Self.headerLength...]) else {
      throw mistake("is damaged: its checksum is another; make it anew")
    }
    let text = try reader.list(Int(clamping: try reader.number(UInt64.self)), zero: UInt8(0))
    let settings = try ConfigurationPart(json: text, path: path)
    let tables = try ModelTables(from: &reader, path: path)
    guard reader.isAtEnd else { throw mistake("goes on after its end") }
    try self.init(settings: settings, tables: tables)
  }

  /// Tells damage by accident, not by intent: FNV-1a over words of eight bytes, folded after each.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ word: UInt64) {
      state = (state ^ word) &* 0x100_0000_01b3
      state ^= state >> 29
    }
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for word in 0..<words { take(bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) }
      for index in words * 8..<bytes.count { take(UInt64(bytes[index])) }
    }
    return state
  }
}

extension ModelTables {
  /// Reads the lists of a serialized tokenizer and checks that they fit together.
  fileprivate init(from reader: inout ByteReader, path: String) throws(EncoderError) {
    let count = try reader.count()
    let byteCount = try reader.count()
    let bytes = try reader.list(byteCount, zero: UInt8(0))
    let ends = try reader.list(count, zero: UInt32(0))
    let ids = try reader.list(count, zero: Int32(0))
    guard let vocabulary = Vocabulary(bytes: bytes, ends: ends, ids: ids) else {
      throw .malformedModel(path: path, reason: "has a vocabulary whose entries don't fit together")
    }
    let rules = try reader.list(try reader.count() * 3, zero: Int32(0))
    guard rules.allSatisfy({ $0 >= 0 }) else {
      throw .malformedModel(path: path, reason: "has a merge with a negative number")
    }
    let merges = stride(from: 0, to: rules.count, by: 3).map {
      Merge(left: rules[$0], right: rules[$0 + 1], result: rules[$0 + 2])
    }
    let scores = try reader.list(try reader.count(), zero: 0.0)
    self.init(vocabulary: vocabulary, merges: merges, scores: scores)
  }
}
