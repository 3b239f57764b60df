/// A part of a lexical index's bytes; the raw value is its kind in the section table.
///
/// Numbers are little-endian; `T` terms, `W` words, `N` items, `F` fields, `P` postings. "Starts" have one number
/// more than there are runs: run `i` is `starts[i]..<starts[i + 1]`.
enum LexicalSection: UInt32, CaseIterable, Sendable {
  /// Counts, analyzer and fields, in the order of `LexicalHeader`.
  case header = 1
  /// u32 `[F][N]`: how many terms a field has in an item.
  case lengths
  /// The terms, stemmed, UTF-8, ascending by their bytes.
  case terms
  /// u64 `[T + 1]` into `terms`.
  case termStarts
  /// The words as they occur, folded but not stemmed, ascending.
  case words
  /// u64 `[W + 1]` into `words`.
  case wordStarts
  /// u32 `[W]`: the term a word is indexed under.
  case termOfWord
  /// u64 `[T + 1]` into `items`.
  case postingStarts
  /// u32 `[P]`: the items of each term, ascending.
  case items
  /// u32: for each term the groups of four fields in which it occurs; empty when there is one group at most.
  case groups
  /// u64 `[T + 1]` into `groups`; empty when there is one group at most.
  case groupStarts
  /// u32: for each term and each of its groups one number per posting, the occurrences in four fields, a byte each;
  /// 255 stands for a larger number, which is among the `surplus`.
  case counts
  /// u64 `[T + 1]` into `counts`; empty when there is one group at most, and then a posting's count is where its
  /// item is.
  case countStarts
  /// For each posting the positions of its occurrences, field by field: differences, in LEB128.
  case positions
  /// u64 `[T + 1]` into `positions`.
  case positionStarts
  /// u64: where every 64th posting of the whole index begins in `positions`.
  case positionSkips
  /// u64 triples (posting, field, occurrences), ascending: the occurrences of 255 and more.
  case surplus
}
