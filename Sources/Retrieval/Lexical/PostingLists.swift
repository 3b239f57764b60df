/// Where every term occurs: for each term a run of entries (item, field, occurrences), by item, then by field.
///
/// Structure of arrays: entry `e` is `items[e]`, `fields[e]`, `occurrences[e]`; the entries of term `t` are
/// `starts[t]..<starts[t + 1]`.
struct PostingLists: Hashable, Sendable {
  /// Offsets into the entries, one more than there are terms.
  let starts: [UInt32]
  /// Item ordinals.
  let items: [UInt32]
  /// Field positions.
  let fields: [UInt8]
  /// Occurrences, at least 1; more than 65,535 count as 65,535.
  let occurrences: [UInt16]
  /// How many items each term occurs in.
  let documentFrequencies: [UInt32]

  /// Wraps entries that are in order.
  init(starts: [UInt32], items: [UInt32], fields: [UInt8], occurrences: [UInt16]) {
    self.starts = starts
    self.items = items
    self.fields = fields
    self.occurrences = occurrences
    documentFrequencies = zip(starts, starts.dropFirst()).map { start, end in
      var count: UInt32 = 0
      for entry in Int(start)..<Int(end) where entry == start || items[entry] != items[entry - 1] {
        count += 1
      }
      return count
    }
  }

  /// How many terms there are.
  var termCount: Int { starts.count - 1 }

  /// The entries of a term.
  func entries(of term: UInt32) -> Range<Int> {
    Int(starts[Int(term)])..<Int(starts[Int(term) + 1])
  }

  /// The entries of a term in one item; empty when it does not occur there.
  /// - Complexity: O(log entries).
  func entries(of term: UInt32, in item: UInt32) -> Range<Int> {
    var low = entries(of: term)
    let end = low.upperBound
    while !low.isEmpty {
      let middle = (low.lowerBound + low.upperBound) / 2
      low = items[middle] < item ? middle + 1..<low.upperBound : low.lowerBound..<middle
    }
    let start = low.lowerBound
    return start..<(items[start..<end].firstIndex { $0 != item } ?? end)
  }

  /// Calls `body` with every item of a term, ascending, and its combined term frequency.
  /// - Complexity: O(entries).
  @inline(__always)
  func forEachItem(of term: UInt32, formula: BM25F, _ body: (_ item: Int, _ frequency: Double) -> Void) {
    let entries = entries(of: term)
    var entry = entries.lowerBound
    while entry < entries.upperBound {
      let item = items[entry]
      var frequency = 0.0
      while entry < entries.upperBound, items[entry] == item {
        frequency += formula.frequency(of: occurrences[entry], field: fields[entry], item: item)
        entry += 1
      }
      body(Int(item), frequency)
    }
  }
}
