/// Where terms occur: for each term a run of postings by item, each with its occurrences by field.
///
/// Views of an index's sections, or the postings of a phrase. The starts have been checked; everything they lead to
/// may be damaged and is checked where it is used.
struct PostingLists: Sendable {
  /// Offsets into `items`, one more than there are terms.
  let starts: SharedArray<UInt64>
  /// Item ordinals.
  let items: SharedArray<UInt32>
  /// Occurrences, four fields a number; see `LexicalSection.counts`.
  let counts: SharedArray<UInt32>
  /// The groups of four fields that each term occurs in; `nil` when there is one group at most.
  let groups: FieldGroups?
  /// Occurrences that do not fit into a byte: triples (posting, field, occurrences), ascending.
  let surplus: SharedArray<UInt64>

  /// The groups of four fields that each term occurs in, and where its counts begin.
  struct FieldGroups: Sendable {
    /// Offsets into `numbers`, one more than there are terms.
    let starts: SharedArray<UInt64>
    /// Numbers of groups, for each term ascending.
    let numbers: SharedArray<UInt32>
    /// Offsets into the counts, one more than there are terms.
    let countStarts: SharedArray<UInt64>
  }

  /// How many terms there are.
  var termCount: Int { starts.count - 1 }

  /// In how many items a term occurs.
  func frequency(of term: UInt32) -> Int {
    Int(starts[Int(term) + 1] - starts[Int(term)])
  }

  /// Which postings are a term's.
  func range(of term: UInt32) -> Range<Int> {
    Int(starts[Int(term)])..<Int(starts[Int(term) + 1])
  }

  /// The postings of a term.
  func list(of term: UInt32) -> PostingList {
    let term = Int(term)
    let range = Int(starts[term])..<Int(starts[term + 1])
    guard let groups else {
      return PostingList(
        range: range, firstCount: range.lowerBound, groups: 0..<1, surplus: surplus(in: range))
    }
    return PostingList(
      range: range, firstCount: Int(groups.countStarts[term]),
      groups: Int(groups.starts[term])..<Int(groups.starts[term + 1]), surplus: surplus(in: range))
  }

  /// The number of a group of fields that a list has.
  func groupNumber(_ index: Int) -> Int {
    groups.map { Int($0.numbers[index]) } ?? 0
  }

  /// The first posting of a list, from one on, whose item does not come before `item`.
  /// - Complexity: O(log range).
  func lowerBound(of item: UInt32, in range: Range<Int>) -> Int {
    items.withUnsafeBufferPointer { items in
      var low = range
      while !low.isEmpty {
        let middle = (low.lowerBound + low.upperBound) / 2
        low = items[middle] < item ? middle + 1..<low.upperBound : low.lowerBound..<middle
      }
      return low.lowerBound
    }
  }

  /// A list's posting of an item, or `nil` when it has none.
  /// - Complexity: O(log postings).
  func posting(of item: UInt32, in list: PostingList) -> Int? {
    let posting = lowerBound(of: item, in: list.range)
    return posting < list.range.upperBound && items[posting] == item ? posting : nil
  }

  /// The occurrences of a posting in the fields that have any, ascending.
  func occurrences(at posting: Int, in list: PostingList) -> [(field: Int, occurrences: UInt32)] {
    var found: [(field: Int, occurrences: UInt32)] = []
    for (index, group) in list.groups.enumerated() {
      let packed = counts[list.firstCount + index * list.count + posting - list.range.lowerBound]
      for byte in 0..<4 {
        let small = packed >> UInt32(8 * byte) & 0xff
        if small == 0 { continue }
        let field = groupNumber(group) * 4 + byte
        found.append((field, small < 255 ? small : large(at: posting, field: field, in: list)))
      }
    }
    return found
  }

  /// The occurrences of a posting in all fields together.
  func total(at posting: Int, in list: PostingList) -> Int {
    if !list.surplus.isEmpty {
      return occurrences(at: posting, in: list).reduce(0) { $0 + Int($1.occurrences) }
    }
    var total = 0
    for index in 0..<list.groups.count {
      let packed = counts[list.firstCount + index * list.count + posting - list.range.lowerBound]
      let pairs = packed & 0x00ff_00ff + packed >> 8 & 0x00ff_00ff
      total += Int(pairs & 0xffff + pairs >> 16)
    }
    return total
  }

  /// The posting of an entry of the surplus.
  func surplusPosting(_ entry: Int) -> Int { Int(clamping: surplus[entry * 3]) }

  private func large(at posting: Int, field: Int, in list: PostingList) -> UInt32 {
    let entry = list.surplus.first {
      surplusPosting($0) == posting && surplus[$0 * 3 + 1] == UInt64(field)
    }
    return entry.map { UInt32(clamping: surplus[$0 * 3 + 2]) } ?? 255
  }

  private func surplus(in range: Range<Int>) -> Range<Int> {
    if surplus.isEmpty { return 0..<0 }
    func firstEntry(from posting: Int) -> Int {
      var low = 0..<surplus.count / 3
      while !low.isEmpty {
        let middle = (low.lowerBound + low.upperBound) / 2
        low = surplusPosting(middle) < posting ? middle + 1..<low.upperBound : low.lowerBound..<middle
      }
      return low.lowerBound
    }
    let start = firstEntry(from: range.lowerBound)
    return start..<max(start, firstEntry(from: range.upperBound))
  }
}
