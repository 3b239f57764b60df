/// The shards of an index under one numbering of words and terms: sorted, the same whatever the shards.
struct LexicalMerge {
  /// For each shard, the number in the index of each of its terms.
  let termNumbers: [[UInt32]]
  /// The terms, ascending.
  let terms: SortedStrings
  /// The words, ascending.
  let words: SortedStrings
  /// The term of each word.
  let termOfWord: [UInt32]
  /// Where the postings of each term begin.
  let postingStarts: [UInt64]
  /// Where the groups of each term begin, and which they are; empty when there is one group at most.
  let groupStarts: [UInt64]
  let groups: [UInt32]
  /// Where the counts of each term begin; empty when there is one group at most.
  let countStarts: [UInt64]
  /// Where the positions of each term begin.
  let positionStarts: [UInt64]
  /// How many counts of 255 and more there are.
  let surplusCount: Int
  /// The shards' items: for each batch what each shard has read of it.
  let chunks: [[LexicalShard.Chunk]]
  let fieldCount: Int
  let itemCount: Int

  /// Numbers the terms of all shards.
  /// - Complexity: O(words × log words).
  init(shards: [LexicalShard], fields: Int, items: Int) {
    fieldCount = fields
    itemCount = items
    chunks = shards.map(\.chunks)
    (terms, termNumbers) = SortedStrings.merge(shards.map(\.spellings))
    let (words, wordNumbers) = SortedStrings.merge(shards.map(\.words))
    self.words = words
    var termOfWord = [UInt32](repeating: 0, count: words.count)
    for (shard, numbers) in wordNumbers.enumerated() {
      for (word, number) in numbers.enumerated() {
        termOfWord[Int(number)] = termNumbers[shard][Int(shards[shard].termOfWord[word])]
      }
    }
    self.termOfWord = termOfWord
    surplusCount = shards.reduce(0) { $0 + $1.surplus }

    var postings = [UInt64](repeating: 0, count: terms.count)
    var positions = [UInt64](repeating: 0, count: terms.count)
    for (shard, numbers) in termNumbers.enumerated() {
      for (term, number) in numbers.enumerated() {
        postings[Int(number)] += UInt64(shards[shard].terms[term].items)
        positions[Int(number)] += shards[shard].terms[term].positions
      }
    }
    postingStarts = Self.starts(postings)
    positionStarts = Self.starts(positions)
    guard fields > 4 else {
      (groupStarts, groups, countStarts) = ([], [], [])
      return
    }
    let groupsOfTerm = Self.groups(shards, termNumbers: termNumbers, count: terms.count)
    groupStarts = Self.starts(groupsOfTerm.map { UInt64($0.count) })
    groups = groupsOfTerm.flatMap(\.self)
    countStarts = Self.starts(zip(groupsOfTerm, postings).map { UInt64($0.count) * $1 })
  }

  /// The groups of fields that each term occurs in, ascending.
  private static func groups(_ shards: [LexicalShard], termNumbers: [[UInt32]], count: Int) -> [[UInt32]] {
    var masks = [UInt64](repeating: 0, count: count)
    var high: [Set<UInt32>] = []
    for (shard, numbers) in termNumbers.enumerated() {
      for (term, number) in numbers.enumerated() {
        masks[Int(number)] |= shards[shard].terms[term].groups
      }
      for entry in shards[shard].highGroups {
        if high.isEmpty { high = [Set<UInt32>](repeating: [], count: count) }
        high[Int(numbers[Int(entry >> 32)])].insert(UInt32(truncatingIfNeeded: entry))
      }
    }
    return masks.enumerated().map { term, mask in
      (0..<64).filter { mask >> UInt64($0) & 1 == 1 } + (high.isEmpty ? [] : high[term].sorted())
    }
  }

  /// Running sums, from 0 to the total.
  private static func starts(_ sizes: [UInt64]) -> [UInt64] {
    var starts: [UInt64] = [0]
    starts.reserveCapacity(sizes.count + 1)
    var sum: UInt64 = 0
    for size in sizes {
      sum += size
      starts.append(sum)
    }
    return starts
  }
}
