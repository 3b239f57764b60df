/// Which part of `PostingLists` belongs to one term.
struct PostingList: Hashable, Sendable {
  /// Its postings, by item.
  let range: Range<Int>
  /// Where its counts begin: first those of its first group of fields for every posting, then the next group's.
  let firstCount: Int
  /// Its groups of four fields, in the numbers of groups.
  let groups: Range<Int>
  /// Its occurrences of 255 and more, in triples.
  let surplus: Range<Int>

  /// In how many items the term occurs.
  var count: Int { range.count }
}
