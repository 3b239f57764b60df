/// Distributes what the shards have read over the postings of the terms.
struct PostingWriter {
  private let merge: LexicalMerge
  private let items: UnsafeMutableBufferPointer<UInt32>
  private let counts: UnsafeMutableBufferPointer<UInt32>
  private let positions: UnsafeMutableBufferPointer<UInt8>
  private let skips: UnsafeMutableBufferPointer<UInt64>
  private let surplusMemory: UnsafeMutableBufferPointer<UInt64>
  /// By term: its next posting and where its next positions go.
  private var nextPosting: [UInt64]
  private var nextPosition: [UInt64]
  private var surplus: [[UInt64]] = []

  init(merge: LexicalMerge, sections: LexicalSectionMemory) {
    self.merge = merge
    items = sections.numbers(UInt32.self, in: .items)
    counts = sections.numbers(UInt32.self, in: .counts)
    positions = sections.numbers(UInt8.self, in: .positions)
    skips = sections.numbers(UInt64.self, in: .positionSkips)
    surplusMemory = sections.numbers(UInt64.self, in: .surplus)
    nextPosting = merge.postingStarts
    nextPosition = merge.positionStarts
  }

  /// Writes all postings.
  /// - Complexity: O(occurrences).
  mutating func write() {
    for batch in 0..<(merge.chunks.first?.count ?? 0) {
      for (shard, chunks) in merge.chunks.enumerated() { write(chunks[batch], of: shard, batch: batch) }
    }
    surplus.sort { $0.lexicographicallyPrecedes($1) }
    for (entry, numbers) in surplus.enumerated() {
      for (offset, number) in numbers.enumerated() { surplusMemory[entry * 3 + offset] = number }
    }
  }

  private var item: UInt32 = 0

  private mutating func write(_ chunk: LexicalShard.Chunk, of shard: Int, batch: Int) {
    chunk.bytes.withUnsafeBytes { bytes in
      var reader = ChunkReader(bytes: bytes)
      for _ in 0..<chunk.items {
        for _ in 0..<reader.varint() {
          writePosting(merge.termNumbers[shard][Int(reader.fixed())], from: &reader)
        }
        item += 1
      }
    }
  }

  private mutating func writePosting(_ term: UInt32, from reader: inout ChunkReader) {
    let posting = Int(nextPosting[Int(term)])
    nextPosting[Int(term)] += 1
    items[posting] = item
    var position = Int(nextPosition[Int(term)])
    if posting.isMultiple(of: PositionLists.interval) {
      skips[posting / PositionLists.interval] = UInt64(position)
    }
    for _ in 0..<reader.varint() {
      let field = Int(reader.varint())
      let occurrences = reader.varint()
      counts[countIndex(of: term, posting: posting, group: field / 4)] |=
        min(occurrences, 255) << UInt32(field % 4 * 8)
      if occurrences >= 255 { surplus.append([UInt64(posting), UInt64(field), UInt64(occurrences)]) }
      let bytes = reader.varints(Int(occurrences))
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(positions)[position...])
        .copyMemory(from: bytes)
      position += bytes.count
    }
    nextPosition[Int(term)] = UInt64(position)
  }

  private func countIndex(of term: UInt32, posting: Int, group: Int) -> Int {
    if merge.groupStarts.isEmpty { return posting }
    let term = Int(term)
    let start = merge.postingStarts[term]
    let size = Int(merge.postingStarts[term + 1] - start)
    let groups = merge.groups[Int(merge.groupStarts[term])..<Int(merge.groupStarts[term + 1])]
    let index = (groups.firstIndex(of: UInt32(group)) ?? groups.startIndex) - groups.startIndex
    return Int(merge.countStarts[term]) + index * size + posting - Int(start)
  }
}

/// Reads a chunk that a shard has written.
private struct ChunkReader {
  let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  mutating func fixed() -> UInt32 {
    defer { offset += 4 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  mutating func varint() -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = bytes[offset]
      offset += 1
      number |= UInt32(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// The bytes of the next `count` numbers.
  mutating func varints(_ count: Int) -> UnsafeRawBufferPointer {
    let start = offset
    var left = count
    while left > 0 {
      if bytes[offset] < 0x80 { left -= 1 }
      offset += 1
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
  }
}
