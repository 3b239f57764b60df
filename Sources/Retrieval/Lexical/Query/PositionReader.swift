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

  /// Where the term occurs in an item: field and position in one number, ascending.
  /// - Precondition: `target` is a posting of the list, and not before that of an earlier call.
  mutating func places(at target: Int) -> [UInt64] {
    seek(target)
    var places: [UInt64] = []
    for (field, occurrences) in lists.occurrences(at: target, in: list) {
      var position: UInt64 = 0
      for _ in 0..<occurrences {
        guard let difference = number() else { break }
        position &+= difference
        places.append(UInt64(field) << 32 | position & 0xffff_ffff)
      }
    }
    posting += 1
    return places
  }

  /// Goes on to the positions of a posting.
  private mutating func seek(_ target: Int) {
    let skip = target / PositionLists.interval
    if skip * PositionLists.interval > posting {
      posting = skip * PositionLists.interval
      offset = Int(clamping: positions.skips[skip])
    }
    while posting < target {
      pass(lists.total(at: posting, in: list))
      posting += 1
    }
  }

  private mutating func pass(_ count: Int) {
    positions.bytes.withUnsafeBufferPointer { bytes in
      var left = count
      while left > 0, offset < bytes.count {
        if bytes[offset] < 0x80 { left -= 1 }
        offset += 1
      }
    }
  }

  /// The next number, or `nil` at the end of all positions.
  private mutating func number() -> UInt64? {
    positions.bytes.withUnsafeBufferPointer { bytes in
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        number |= UInt64(byte & 0x7f) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
      return nil
    }
  }
}
