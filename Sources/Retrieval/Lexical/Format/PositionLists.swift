/// Where in the fields of items terms occur; read only for phrases.
///
/// The bytes may be damaged: beyond their end there is nothing more to read.
struct PositionLists: Sendable {
  /// For each posting of the index the positions of its occurrences, field by field: differences, in LEB128.
  let bytes: SharedArray<UInt8>
  /// By term, where its first posting begins.
  let starts: SharedArray<UInt64>
  /// Where every 64th posting of the index begins.
  let skips: SharedArray<UInt64>

  /// How many postings there are between two skips.
  static let interval = 64
}
