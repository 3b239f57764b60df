/// The sections of an index's bytes, checked against each other as they are handed out.
struct LexicalSections {
  private let image: SharedArray<UInt8>
  private var ranges: [LexicalSection: Range<Int>] = [:]

  /// Reads the section table.
  init(_ image: SharedArray<UInt8>) throws(LexicalIndexError) {
    self.image = image
    guard image.count >= 16, image.prefix(4).elementsEqual(LexicalIndex.signature) else {
      throw .notAnIndex
    }
    let version = image[4..<8].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    guard version == LexicalIndex.formatVersion else {
      throw .unsupportedVersion(found: version, supported: LexicalIndex.formatVersion)
    }
    let sections = LexicalSection.allCases
    guard let table = image.view(of: UInt64.self, at: 8, count: 1 + 3 * sections.count),
      Int(littleEndian: Int(truncatingIfNeeded: table[0])) == sections.count
    else { throw .malformed(offset: 8, reason: "no table of \(sections.count) sections") }
    for (index, section) in sections.enumerated() {
      let offset = Int(clamping: table[1 + 3 * index + 1])
      let length = Int(clamping: table[1 + 3 * index + 2])
      guard table[1 + 3 * index] == section.rawValue, offset.isMultiple(of: 64), offset <= image.count,
        length <= image.count - offset
      else { throw .malformed(offset: 16 + 24 * index, reason: "no valid place of section “\(section)”") }
      ranges[section] = offset..<offset + length
    }
  }

  /// Counts, analyzer and field names.
  func header() throws(LexicalIndexError) -> LexicalHeader {
    let range = ranges[.header] ?? 0..<0
    var reader = ByteReader(image[range].map(\.self), offset: range.lowerBound)
    return try LexicalHeader(&reader)
  }

  /// The fields with their lengths.
  func fields(_ header: LexicalHeader) throws(LexicalIndexError) -> [LexicalField] {
    let count = Int(header.count)
    let (size, isTooMuch) = count.multipliedReportingOverflow(by: header.fields.count)
    let lengths = try numbers(UInt32.self, in: .lengths)
    guard !isTooMuch, lengths.count == size else {
      throw failure(.lengths, "\(lengths.count) lengths of \(header.fields.count) fields in \(count) items")
    }
    var fields: [LexicalField] = []
    for (index, field) in header.fields.enumerated() {
      let own = lengths.part(index * count..<(index + 1) * count)
      fields.append(LexicalField(name: field.name, lengths: own, total: field.total, filled: field.filled))
    }
    return fields
  }

  /// Terms and words.
  func vocabulary() throws(LexicalIndexError) -> Vocabulary {
    let terms = try strings(.terms, starts: .termStarts)
    let words = try strings(.words, starts: .wordStarts)
    let termOfWord = try numbers(UInt32.self, in: .termOfWord)
    let isValid = termOfWord.withUnsafeBufferPointer { $0.allSatisfy { $0 < terms.count } }
    guard termOfWord.count == words.count, isValid else { throw failure(.termOfWord, "words without a term") }
    return Vocabulary(terms: terms, words: words, termOfWord: termOfWord)
  }

  /// Postings.
  func postings(terms: Int, fields: Int) throws(LexicalIndexError) -> PostingLists {
    let items = try numbers(UInt32.self, in: .items)
    let starts = try starts(.postingStarts, runs: terms, end: items.count)
    let counts = try numbers(UInt32.self, in: .counts)
    let groups = try groups(postingStarts: starts, counts: counts.count, fields: fields)
    if fields == 0, !items.isEmpty { throw failure(.items, "postings without fields") }
    if groups == nil, counts.count != items.count { throw failure(.counts, "not one for each posting") }
    let surplus = try numbers(UInt64.self, in: .surplus)
    guard surplus.count.isMultiple(of: 3) else { throw failure(.surplus, "half an entry") }
    return PostingLists(
      starts: starts, items: items, counts: counts, groups: groups, surplus: surplus)
  }

  private func groups(
    postingStarts: SharedArray<UInt64>, counts: Int, fields: Int
  ) throws(LexicalIndexError) -> PostingLists.FieldGroups? {
    if fields <= 4 { return nil }
    let terms = postingStarts.count - 1
    let numbers = try numbers(UInt32.self, in: .groups)
    let starts = try starts(.groupStarts, runs: terms, end: numbers.count)
    let countStarts = try self.starts(.countStarts, runs: terms, end: counts)
    guard numbers.allSatisfy({ $0 < (fields + 3) / 4 }) else { throw failure(.groups, "no such fields") }
    for term in 0..<terms {
      let postings = postingStarts[term + 1] - postingStarts[term]
      let (size, isTooMuch) = postings.multipliedReportingOverflow(by: starts[term + 1] - starts[term])
      guard !isTooMuch, size == countStarts[term + 1] - countStarts[term] else {
        throw failure(.countStarts, "counts of term \(term) do not fit its postings")
      }
    }
    return PostingLists.FieldGroups(starts: starts, numbers: numbers, countStarts: countStarts)
  }

  /// Where the postings' occurrences are.
  func positions(terms: Int, postings: Int) throws(LexicalIndexError) -> PositionLists {
    let bytes = try numbers(UInt8.self, in: .positions)
    let skips = try numbers(UInt64.self, in: .positionSkips)
    let interval = PositionLists.interval
    guard skips.count == (postings + interval - 1) / interval else {
      throw failure(.positionSkips, "\(skips.count) skips of \(postings) postings")
    }
    return PositionLists(
      bytes: bytes, starts: try starts(.positionStarts, runs: terms, end: bytes.count), skips: skips)
  }

  private func strings(
    _ section: LexicalSection, starts: LexicalSection
  ) throws(LexicalIndexError) -> StringTable {
    let bytes = try numbers(UInt8.self, in: section)
    return StringTable(bytes: bytes, starts: try self.starts(starts, runs: nil, end: bytes.count))
  }

  /// Starts that ascend from 0 to `end`.
  private func starts(
    _ section: LexicalSection, runs: Int?, end: Int
  ) throws(LexicalIndexError) -> SharedArray<UInt64> {
    let starts = try numbers(UInt64.self, in: section)
    if let runs, starts.count != runs + 1 { throw failure(section, "\(starts.count) starts of \(runs) runs") }
    guard starts.first == 0, starts.last == UInt64(end), starts.count <= UInt32.max else {
      throw failure(section, "runs do not cover their \(end) elements")
    }
    let ascend = starts.withUnsafeBufferPointer { starts in
      (1..<starts.count).allSatisfy { starts[$0 - 1] <= starts[$0] }
    }
    guard ascend else { throw failure(section, "runs are not in order") }
    return starts
  }

  private func numbers<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ type: Number.Type, in section: LexicalSection
  ) throws(LexicalIndexError) -> SharedArray<Number> {
    let range = ranges[section] ?? 0..<0
    let stride = MemoryLayout<Number>.stride
    guard range.count.isMultiple(of: stride),
      let view = image.view(of: type, at: range.lowerBound, count: range.count / stride)
    else { throw failure(section, "not whole numbers of \(stride) bytes at their place in memory") }
    return view
  }

  private func failure(_ section: LexicalSection, _ reason: String) -> LexicalIndexError {
    .malformed(offset: ranges[section]?.lowerBound ?? 0, reason: "section “\(section)”: \(reason)")
  }
}
