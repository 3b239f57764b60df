import Relevance

/// Several journals as one: the union of their lines, each exactly as it was written.
///
/// Lines are ordered by time, then by assessor, both by their bytes. What one assessor wrote at one time keeps the order
/// of the journal that has all of it, and is ordered by bytes when none has. A line that several journals have stands
/// there once; a line that is no decision is kept at the end. The same journals give the same bytes in whatever order
/// they are named.
package struct JournalMerge: Sendable {
  /// What the journals do not agree about, for somebody to look at; nothing of it keeps them from being merged.
  package let conflicts: [MergeConflict]
  /// What is wrong with the journals: damaged ends, which are left out, and lines that are no decisions.
  package let faults: [String]
  /// How many lines there are.
  package let count: Int
  /// How many lines stood in more than one journal.
  package let duplicates: Int

  private let lines: [[UInt8]]

  /// Reads journals and merges them; none of them is changed.
  /// - Throws: `StorageError` when one is not there or can't be read.
  package init(_ journals: [JudgmentJournal]) throws(StorageError) {
    var copies: [JournalCopy] = []
    for journal in journals { copies.append(try JournalCopy(journal)) }
    let decisions = Self.merged(copies.map(\.lines))
    let others = Set(copies.flatMap(\.strangers)).sorted { $0.lexicographicallyPrecedes($1) }
    lines = decisions.map(\.bytes) + others
    count = lines.count
    duplicates = copies.reduce(0) { $0 + $1.lines.count + $1.strangers.count } - lines.count
    conflicts = MergeConflict.all(among: copies, merged: decisions)
    faults = copies.flatMap(\.faults)
  }

  /// Writes the merged journal to a file that must not exist yet, whole or not at all.
  /// - Throws: `StorageError.unwritable`.
  package func write(to path: String) throws(StorageError) {
    try AtomicFile.writeNew(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: path)
  }

  private static func merged(_ sources: [[JournalCopy.Line]]) -> [JournalCopy.Line] {
    var moments: [JournalMoment: [[JournalCopy.Line]]] = [:]
    for lines in sources {
      for (moment, lines) in Dictionary(grouping: lines, by: \.moment) {
        moments[moment, default: []].append(lines)
      }
    }
    return moments.sorted { $0.key < $1.key }.flatMap { union($0.value) }
  }

  /// The lines of one assessor and time from each journal that has any.
  private static func union(_ sources: [[JournalCopy.Line]]) -> [JournalCopy.Line] {
    guard sources.count > 1 else { return sources[0] }
    var most: [[UInt8]: (line: JournalCopy.Line, count: Int)] = [:]
    for lines in sources {
      for (bytes, same) in Dictionary(grouping: lines, by: \.bytes) where same.count > most[bytes]?.count ?? 0
      {
        most[bytes] = (same[0], same.count)
      }
    }
    let count = most.values.reduce(0) { $0 + $1.count }
    let complete = sources.filter { $0.count == count }
    let first = complete.min { left, right in
      left.lazy.map(\.bytes).lexicographicallyPrecedes(right.lazy.map(\.bytes)) {
        $0.lexicographicallyPrecedes($1)
      }
    }
    return first
      ?? most.values.sorted { $0.line.bytes.lexicographicallyPrecedes($1.line.bytes) }
      .flatMap { Array(repeating: $0.line, count: $0.count) }
  }
}

/// A time and an assessor, ordered by their bytes.
struct JournalMoment: Hashable, Comparable {
  private let time: DocumentID
  private let assessor: DocumentID

  init(_ judgment: Judgment) {
    time = DocumentID(judgment.time)
    assessor = DocumentID(judgment.assessor)
  }

  static func < (left: JournalMoment, right: JournalMoment) -> Bool {
    left.time == right.time ? left.assessor < right.assessor : left.time < right.time
  }
}
