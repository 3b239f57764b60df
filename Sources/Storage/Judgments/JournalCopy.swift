import Relevance

/// A journal as it lies, line by line, for merging: nothing is mended.
struct JournalCopy: Sendable {
  /// One decision with the bytes it was written in, terminator excluded.
  struct Line: Sendable {
    let number: Int
    let bytes: [UInt8]
    let judgment: Judgment
    let moment: JournalMoment
  }

  let path: String
  private(set) var lines: [Line] = []
  /// Lines that are no decisions.
  private(set) var strangers: [[UInt8]] = []
  /// What is wrong with the journal, in words.
  private(set) var faults: [String] = []

  /// Reads a journal; an end that was never confirmed is left out.
  /// - Throws: `StorageError` when it is not there or can't be read.
  init(_ journal: JudgmentJournal) throws(StorageError) {
    path = journal.path
    guard journal.isThere else { throw .missing(path: path, remedy: "name journals that are there") }
    let (size, damage) = try journal.state()
    if let damage { faults.append(damage.complaint(path: path, reason: "merging changes no journal")) }
    var source = try LineSource(path, longestLine: .max, upTo: damage?.keptSize ?? size)
    while let line = try source.next() {
      guard !line.bytes.isEmpty else { continue }
      do throws(JournalLine.Fault) {
        let judgment = try JournalLine(line.bytes).judgment
        lines.append(
          Line(number: line.number, bytes: line.bytes, judgment: judgment, moment: JournalMoment(judgment)))
      } catch {
        strangers.append(line.bytes)
        faults.append("\(path):\(line.number): \(error.reason); kept at the end")
      }
    }
  }

  var judgments: [Judgment] { lines.map(\.judgment) }
}
