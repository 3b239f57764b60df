/// Tokens and their numbers, keyed by UTF-8 bytes.
///
/// Bytes and not strings, because Swift's strings are equal when canonically equivalent and vocabularies have
/// both spellings of é. An open hash table whose hash grows byte by byte, so that all prefixes of a word are hashed
/// in one pass.
struct Vocabulary: Sendable {
  /// How far a token's hash has come.
  struct Hash {
    fileprivate var state: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a

    /// Takes one more byte in.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// FNV's low bits depend on few of the bytes, so the high ones are folded in.
    @inline(__always)
    fileprivate var mixed: UInt64 {
      let folded = (state ^ (state >> 32)) &* 0x9e37_79b9_7f4a_7c15
      return folded ^ (folded >> 29)
    }
  }

  /// The bytes of all entries, one entry after another.
  private(set) var bytes: [UInt8] = []
  /// Where each entry ends in `bytes`.
  private(set) var ends: [UInt32] = []
  /// The number of each entry.
  private(set) var ids: [Int32] = []
  /// The bytes of the longest entry.
  private(set) var longest = 0
  /// Per slot, half of the hash above the entry's index plus one; zero when free.
  private var slots: [UInt64]

  /// How many entries there are.
  var count: Int { ids.count }

  /// An empty vocabulary.
  /// - Parameter capacity: how many entries to make room for; more may be added.
  init(capacity: Int) {
    slots = [UInt64](repeating: 0, count: Self.slotCount(for: capacity))
    ids.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  /// Takes entries that were collected before.
  /// - Returns: `nil` when they don't fit together.
  init?(bytes: [UInt8], ends: [UInt32], ids: [Int32]) {
    guard ids.count == ends.count, Int(ends.last ?? 0) == bytes.count, ids.allSatisfy({ $0 >= 0 }),
      zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.bytes = bytes
    self.ends = ends
    self.ids = ids
    slots = [UInt64](repeating: 0, count: Self.slotCount(for: ids.count))
    longest = ids.indices.map { range(of: $0).count }.max() ?? 0
    fillSlots()
  }

  private static func slotCount(for entries: Int) -> Int {
    var count = 16
    while count < entries * 2 { count *= 2 }
    return count
  }

  /// Adds a token; one that is there already gets the new number.
  mutating func insert(_ token: some Collection<UInt8>, id: Int32) {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    var hash = Hash()
    for byte in token { hash.add(byte) }
    let slot = slot(of: hash.mixed) { entry in
      let range = self.range(of: entry)
      return range.count == token.count && self.bytes[range].elementsEqual(token)
    }
    if slots[slot] != 0 {
      ids[Self.entry(slots[slot])] = id
      return
    }
    bytes.append(contentsOf: token)
    ends.append(UInt32(bytes.count))
    ids.append(id)
    longest = max(longest, token.count)
    slots[slot] = Self.occupied(hash.mixed, entry: count - 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    fillSlots()
  }

  private mutating func fillSlots() {
    for entry in 0..<count {
      var hash = Hash()
      for byte in bytes[range(of: entry)] { hash.add(byte) }
      slots[slot(of: hash.mixed) { _ in false }] = Self.occupied(hash.mixed, entry: entry)
    }
  }

  /// The bytes of an entry, by their range in `bytes`.
  func range(of entry: Int) -> Range<Int> {
    (entry == 0 ? 0 : Int(ends[entry - 1]))..<Int(ends[entry])
  }

  private static func occupied(_ hash: UInt64, entry: Int) -> UInt64 {
    hash & ~0xffff_ffff | UInt64(entry + 1)
  }

  @inline(__always)
  private static func entry(_ slot: UInt64) -> Int { Int(slot & 0xffff_ffff) - 1 }

  /// The slot that holds the wanted entry, or the free one where it would go.
  @inline(__always)
  private func slot(of hash: UInt64, isWanted: (Int) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32, isWanted(Self.entry(slots[slot])) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The number of the token `prefix` + `text[range]`, whose hash the caller has.
  @inline(__always)
  func id(
    of text: Span<UInt8>, in range: Range<Int>, after prefix: [UInt8] = [], hash: Hash
  ) -> Int32? {
    let length = prefix.count + range.count
    let found = slot(of: hash.mixed) { entry in
      let stored = self.range(of: entry)
      guard stored.count == length else { return false }
      var position = stored.lowerBound
      for byte in prefix {
        if self.bytes[position] != byte { return false }
        position += 1
      }
      for index in range {
        if self.bytes[position] != text[index] { return false }
        position += 1
      }
      return true
    }
    return slots[found] == 0 ? nil : ids[Self.entry(slots[found])]
  }

  /// The number of a token.
  func id(of token: [UInt8]) -> Int32? {
    var hash = Hash()
    for byte in token { hash.add(byte) }
    return id(of: token.span, in: token.indices, hash: hash)
  }
}
