extension LexicalMerge {
  /// Writes the index's bytes.
  /// - Complexity: O(size).
  func image(analyzer: Analyzer, fieldNames: [String]) -> SharedArray<UInt8> {
    let header = header(analyzer: analyzer, fieldNames: fieldNames).serialized()
    let layout = LexicalLayout(sizes: sizes(header: header.count))
    return SharedArray(count: layout.size) { memory in
      memory.initialize(repeating: 0)
      let sections = LexicalSectionMemory(memory: UnsafeMutableRawBufferPointer(memory), layout: layout)
      sections.writeTable()
      sections.copy(header, to: .header)
      sections.copy(terms.bytes, to: .terms)
      sections.copy(terms.starts, to: .termStarts)
      sections.copy(words.bytes, to: .words)
      sections.copy(words.starts, to: .wordStarts)
      sections.copy(termOfWord, to: .termOfWord)
      sections.copy(postingStarts, to: .postingStarts)
      sections.copy(groups, to: .groups)
      sections.copy(groupStarts, to: .groupStarts)
      sections.copy(countStarts, to: .countStarts)
      sections.copy(positionStarts, to: .positionStarts)
      writeLengths(to: sections.numbers(UInt32.self, in: .lengths))
      var writer = PostingWriter(merge: self, sections: sections)
      writer.write()
    }
  }

  private func header(analyzer: Analyzer, fieldNames: [String]) -> LexicalHeader {
    var totals = [UInt64](repeating: 0, count: fieldCount)
    var filled = [UInt64](repeating: 0, count: fieldCount)
    forEachChunk { chunk, _ in
      for (index, length) in chunk.lengths.enumerated() where length > 0 {
        totals[index % fieldCount] += UInt64(length)
        filled[index % fieldCount] += 1
      }
    }
    let fields = fieldNames.indices.map {
      LexicalHeader.Field(name: fieldNames[$0], total: totals[$0], filled: filled[$0])
    }
    return LexicalHeader(count: UInt32(itemCount), analyzer: analyzer, fields: fields)
  }

  private func sizes(header: Int) -> [LexicalSection: Int] {
    let postings = Int(postingStarts.last ?? 0)
    let interval = PositionLists.interval
    return [
      .header: header, .lengths: 4 * fieldCount * itemCount,
      .terms: terms.bytes.count, .termStarts: 8 * terms.starts.count,
      .words: words.bytes.count, .wordStarts: 8 * words.starts.count, .termOfWord: 4 * termOfWord.count,
      .postingStarts: 8 * postingStarts.count, .items: 4 * postings,
      .groups: 4 * groups.count, .groupStarts: 8 * groupStarts.count,
      .counts: 4 * (countStarts.isEmpty ? postings : Int(countStarts.last ?? 0)),
      .countStarts: 8 * countStarts.count, .positions: Int(positionStarts.last ?? 0),
      .positionStarts: 8 * positionStarts.count,
      .positionSkips: 8 * ((postings + interval - 1) / interval), .surplus: 24 * surplusCount,
    ]
  }

  private func writeLengths(to lengths: UnsafeMutableBufferPointer<UInt32>) {
    forEachChunk { chunk, first in
      for (index, length) in chunk.lengths.enumerated() {
        lengths[index % fieldCount * itemCount + first + index / fieldCount] = length
      }
    }
  }

  /// Calls `body` for the chunks in the order of their items, each with its first item.
  func forEachChunk(_ body: (_ chunk: LexicalShard.Chunk, _ first: Int) -> Void) {
    var first = 0
    for batch in 0..<(chunks.first?.count ?? 0) {
      for shard in chunks {
        body(shard[batch], first)
        first += shard[batch].items
      }
    }
  }
}
