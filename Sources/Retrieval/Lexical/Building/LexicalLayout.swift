/// Where the sections of an index lie: in the order of their kinds, each at a multiple of 64 bytes.
struct LexicalLayout {
  /// The bytes of each section.
  let ranges: [LexicalSection: Range<Int>]
  /// The size of the whole.
  let size: Int

  /// Lays sections out after the table.
  init(sizes: [LexicalSection: Int]) {
    var ranges: [LexicalSection: Range<Int>] = [:]
    var end = 16 + 24 * LexicalSection.allCases.count
    for section in LexicalSection.allCases {
      let start = (end + 63) / 64 * 64
      end = start + (sizes[section] ?? 0)
      ranges[section] = start..<end
    }
    self.ranges = ranges
    size = (end + 63) / 64 * 64
  }
}

/// The memory of an index that is being written.
struct LexicalSectionMemory {
  let memory: UnsafeMutableRawBufferPointer
  let layout: LexicalLayout

  /// Writes signature, version and the section table.
  func writeTable() {
    memory.copyBytes(from: LexicalIndex.signature)
    store(LexicalIndex.formatVersion, at: 4)
    store(UInt64(LexicalSection.allCases.count), at: 8)
    for (index, section) in LexicalSection.allCases.enumerated() {
      let range = layout.ranges[section] ?? 0..<0
      store(UInt64(section.rawValue), at: 16 + 24 * index)
      store(UInt64(range.lowerBound), at: 24 + 24 * index)
      store(UInt64(range.count), at: 32 + 24 * index)
    }
  }

  /// Fills a section.
  func copy<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number], to section: LexicalSection) {
    _ = self.numbers(Number.self, in: section).update(fromContentsOf: numbers)
  }

  /// A section as numbers.
  func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, in section: LexicalSection
  ) -> UnsafeMutableBufferPointer<Number> {
    UnsafeMutableRawBufferPointer(rebasing: memory[layout.ranges[section] ?? 0..<0]).bindMemory(to: type)
  }

  private func store(_ number: some FixedWidthInteger & BitwiseCopyable, at offset: Int) {
    memory.storeBytes(of: number.littleEndian, toByteOffset: offset, as: type(of: number))
  }
}
