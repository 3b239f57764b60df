/// Finds where terms follow each other in a field.
struct PhraseFinder {
  private let lists: PostingLists
  private let itemCount: Int
  private let fieldCount: Int
  /// One for each word of the phrase.
  private var readers: [PositionReader]
  /// The words, that of the fewest items first.
  private let order: [Int]
  /// Where the phrase may begin in an item, and where one of its words is.
  private var starts: [UInt64] = []
  private var places: [UInt64] = []

  init(terms: [UInt32], index: LexicalIndex) {
    lists = index.postings
    itemCount = index.count
    fieldCount = index.fields.count
    readers = terms.map { PositionReader(term: $0, index: index) }
    let sizes = terms.map { index.postings.frequency(of: $0) }
    order = terms.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
  }

  /// The postings of the phrase, as those of one term, number 0.
  mutating func postings() -> PostingLists {
    var writer = PhrasePostings(fields: fieldCount)
    var cursors = readers.map(\.list.range.lowerBound)
    let rarest = order[0]
    for posting in readers[rarest].list.range {
      let item = lists.items[posting]
      guard item < itemCount, advance(&cursors, to: item, from: rarest, at: posting) else { continue }
      findStarts(at: cursors)
      if !starts.isEmpty { writer.append(item, fields: starts.map { Int($0 >> 32) }) }
    }
    return writer.postings()
  }

  /// Moves every word's cursor to an item, or returns `false` when a word does not occur in it.
  private func advance(_ cursors: inout [Int], to item: UInt32, from rarest: Int, at posting: Int) -> Bool {
    cursors[rarest] = posting
    for word in order.dropFirst() {
      let end = readers[word].list.range.upperBound
      cursors[word] = lists.gallop(to: item, in: cursors[word]..<end)
      if cursors[word] == end || lists.items[cursors[word]] != item { return false }
    }
    return true
  }

  /// Finds where the phrase begins in the item of the cursors: field and position in one number.
  private mutating func findStarts(at cursors: [Int]) {
    for (step, word) in order.enumerated() {
      if step == 0 {
        readers[word].readPlaces(at: cursors[word], into: &starts)
        starts.removeAll { $0 & 0xffff_ffff < word }
        if word > 0 { for index in starts.indices { starts[index] -= UInt64(word) } }
      } else {
        readers[word].readPlaces(at: cursors[word], into: &places)
        keepStarts(before: places, by: UInt64(word))
      }
      if starts.isEmpty { return }
    }
  }

  /// Keeps the starts that have a place `distance` after them; both ascend.
  private mutating func keepStarts(before places: [UInt64], by distance: UInt64) {
    var kept = 0
    var position = 0
    for start in starts {
      while position < places.count, places[position] < start + distance { position += 1 }
      if position == places.count { break }
      if places[position] == start + distance {
        starts[kept] = start
        kept += 1
      }
    }
    starts.removeSubrange(kept...)
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
