/// Finds where terms follow each other in a field.
struct PhraseFinder {
  private let index: LexicalIndex
  /// One for each word of the phrase.
  private var readers: [PositionReader]
  /// The words, that of the fewest items first.
  private let order: [Int]

  init(terms: [UInt32], index: LexicalIndex) {
    self.index = index
    readers = terms.map { PositionReader(term: $0, index: index) }
    let sizes = terms.map { index.postings.frequency(of: $0) }
    order = terms.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
  }

  /// The postings of the phrase, as those of one term, number 0.
  mutating func postings() -> PostingLists {
    var writer = PhrasePostings(fields: index.fields.count)
    var cursors = readers.map(\.list.range.lowerBound)
    let rarest = order[0]
    for posting in readers[rarest].list.range {
      let item = index.postings.items[posting]
      guard item < index.count, advance(&cursors, to: item, from: rarest, at: posting) else { continue }
      let places = starts(at: cursors)
      if !places.isEmpty { writer.append(item, fields: places.map { Int($0 >> 32) }) }
    }
    return writer.postings()
  }

  /// Moves every word's cursor to an item, or returns `false` when a word does not occur in it.
  private func advance(_ cursors: inout [Int], to item: UInt32, from rarest: Int, at posting: Int) -> Bool {
    cursors[rarest] = posting
    for word in order.dropFirst() {
      let end = readers[word].list.range.upperBound
      cursors[word] = index.postings.gallop(to: item, in: cursors[word]..<end)
      if cursors[word] == end || index.postings.items[cursors[word]] != item { return false }
    }
    return true
  }

  /// Where the phrase begins in the item of the cursors: field and position in one number.
  private mutating func starts(at cursors: [Int]) -> [UInt64] {
    var starts: [UInt64] = []
    for (step, word) in order.enumerated() {
      let places = readers[word].places(at: cursors[word]).compactMap { place in
        place & 0xffff_ffff >= UInt64(word) ? place - UInt64(word) : nil
      }
      starts = step == 0 ? places : Self.common(starts, places)
    }
    return starts
  }

  /// The numbers in both of two ascending lists.
  private static func common(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var common: [UInt64] = []
    var position = 0
    for number in left {
      while position < right.count, right[position] < number { position += 1 }
      if position == right.count { break }
      if right[position] == number { common.append(number) }
    }
    return common
  }
}

extension PostingLists {
  /// The first posting of a range whose item does not come before `item`.
  /// - Complexity: O(log distance).
  func gallop(to item: UInt32, in range: Range<Int>) -> Int {
    items.withUnsafeBufferPointer { items in
      var low = range.lowerBound
      var step = 1
      while low + step < range.upperBound, items[low + step] < item {
        low += step
        step *= 2
      }
      return lowerBound(of: item, in: low..<min(low + step + 1, range.upperBound))
    }
  }
}
