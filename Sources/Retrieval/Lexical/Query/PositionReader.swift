internal import CKernels

/// Reads the positions of one term, posting after posting.
struct PositionReader {
  /// The term's postings.
  let list: PostingList

  private let lists: PostingLists
  private let positions: PositionLists
  /// The posting whose positions begin at `offset`.
  private var posting: Int
  private var offset: Int

  init(term: UInt32, index: LexicalIndex) {
    lists = index.postings
    positions = index.positions
    list = lists.list(of: term)
    posting = list.range.lowerBound
    offset = Int(positions.starts[Int(term)])
  }

  /// Reads where the term occurs in an item: field and position in one number, ascending.
  /// - Precondition: `target` is a posting of the list, and not before that of an earlier call.
  mutating func readPlaces(at target: Int, into places: inout [UInt64]) {
    places.removeAll(keepingCapacity: true)
    seek(target)
    if list.surplus.isEmpty {
      for index in 0..<list.groups.count { readGroup(index, at: target, into: &places) }
    } else {
      for (field, occurrences) in lists.occurrences(at: target, in: list) {
        read(Int(occurrences), field: field, into: &places)
      }
    }
    posting += 1
  }

  private mutating func readGroup(_ index: Int, at target: Int, into places: inout [UInt64]) {
    let packed = lists.counts[list.firstCount + index * list.count + target - list.range.lowerBound]
    let field = lists.groupNumber(list.groups.lowerBound + index) * 4
    for byte in 0..<4 {
      let occurrences = Int(packed >> UInt32(8 * byte) & 0xff)
      if occurrences > 0 { read(occurrences, field: field + byte, into: &places) }
    }
  }

  private mutating func read(_ count: Int, field: Int, into places: inout [UInt64]) {
    // Each takes a byte at least; a damaged count must not ask for more memory than that.
    let count = min(count, positions.bytes.count - offset)
    if count <= 0 { return }
    let start = places.count
    places.append(contentsOf: repeatElement(0, count: count))
    offset = positions.bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeMutableBufferPointer { places in
        guard let base = places.baseAddress else { return offset }
        return assay_positions_read(
          bytes.baseAddress, bytes.count, offset, count, UInt64(field), base + start)
      }
    }
  }

  /// Goes on to the positions of a posting.
  private mutating func seek(_ target: Int) {
    let skip = target / PositionLists.interval
    if skip * PositionLists.interval > posting {
      posting = skip * PositionLists.interval
      offset = min(Int(clamping: positions.skips[skip]), positions.bytes.count)
    }
    var count = 0
    while posting < target {
      count += lists.total(at: posting, in: list)
      posting += 1
    }
    if count == 0 { return }
    offset = positions.bytes.withUnsafeBufferPointer {
      assay_positions_skip($0.baseAddress, $0.count, offset, count)
    }
  }
}
