/// Collects the postings of a phrase.
struct PhrasePostings {
  private let groupCount: Int
  private var items: [UInt32] = []
  /// By group of four fields, one number for each item.
  private var counts: [[UInt32]]
  private var surplus: [UInt64] = []

  init(fields: Int) {
    groupCount = max(1, (fields + 3) / 4)
    counts = [[UInt32]](repeating: [], count: groupCount)
  }

  /// Adds an item and the fields of its occurrences, ascending and one for each.
  mutating func append(_ item: UInt32, fields: [Int]) {
    for group in counts.indices { counts[group].append(0) }
    var start = 0
    while start < fields.count {
      let field = fields[start]
      let end = fields[start...].firstIndex { $0 != field } ?? fields.count
      if field / 4 < groupCount {
        let packed = UInt32(min(255, end - start)) << UInt32(field % 4 * 8)
        counts[field / 4][items.count] |= packed
        if end - start >= 255 { surplus += [UInt64(items.count), UInt64(field), UInt64(end - start)] }
      }
      start = end
    }
    items.append(item)
  }

  /// The postings, as those of one term.
  func postings() -> PostingLists {
    var groups: PostingLists.FieldGroups?
    if groupCount > 1 {
      groups = PostingLists.FieldGroups(
        starts: SharedArray([0, UInt64(groupCount)]),
        numbers: SharedArray((0..<UInt32(groupCount)).map(\.self)),
        countStarts: SharedArray([0, UInt64(groupCount * items.count)]))
    }
    return PostingLists(
      starts: SharedArray([0, UInt64(items.count)]), items: SharedArray(items),
      counts: SharedArray(counts.flatMap(\.self)), groups: groups, surplus: SharedArray(surplus))
  }
}
