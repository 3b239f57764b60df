package import Relevance

/// The file in which decisions are kept: JSON Lines, one decision on each, only ever added to.
///
/// When `append` has returned, the decision is on the disk. Several processes may append to one journal: an advisory
/// lock keeps their lines apart. The file is opened for every append, so that a journal which somebody moved or
/// deleted meanwhile does not swallow decisions.
package struct JudgmentJournal: Hashable, Sendable {
  /// Where the journal is, or will be after the first decision.
  package let path: String

  /// Names a journal; nothing is read or created yet.
  package init(_ path: String) {
    self.path = path
  }

  /// Whether anything lies at the path.
  package var isThere: Bool { Path.exists(path) }

  /// Whether a file lies at the path.
  package var isFile: Bool { Path.isFile(path) }

  /// Adds a decision and waits until it is on the disk.
  ///
  /// The first decision creates the file and the folders above it. One write, and one wait for the disk.
  /// - Throws: `StorageError.unwritable` when the decision could not be kept; the journal is then as it was.
  package func append(_ judgment: Judgment) throws(StorageError) {
    let file = try lockedFile()
    _ = try JournalEnd(file: file).mend()
    try add(judgment.line(), to: file)
  }

  /// Adds the decisions of one import, all or none, and waits until they are on the disk.
  ///
  /// One write and one wait for all of them. When the machine stops in between, the next one to open the journal finds
  /// that parts are missing and moves the others aside. The decisions get the name `batch`, by which they can be
  /// undone; it has to be new to the journal.
  /// - Throws: `StorageError.unwritable` when the decisions could not be kept, or the journal has a batch of that name;
  ///   the journal is then as it was.
  package func append(_ judgments: [Judgment], batch: String) throws(StorageError) {
    try append(batch: batch) { _ in judgments }
  }

  /// Adds decisions that depend on what the journal says, as `append(_:batch:)` does; nobody else can add one in between.
  ///
  /// Nothing is written when `plan` makes no decisions.
  /// - Throws: `StorageError.unwritable` as `append(_:batch:)`, and what reading throws.
  package func append(
    batch: String, planning plan: (JournalContent) -> [Judgment]
  ) throws(StorageError) {
    let file = try lockedFile()
    _ = try JournalEnd(file: file).mend()
    var content = JournalContent()
    try readLines(upTo: file.size(), into: &content)
    guard !content.judgments.contains(where: { $0.belongs(to: batch) }) else {
      throw .unwritable(path: path, reason: "it has a batch named '\(batch)' already; choose another name")
    }
    let judgments = plan(content)
    guard !judgments.isEmpty else { return }
    var bytes: [UInt8] = []
    for (index, judgment) in judgments.enumerated() {
      let part = BatchPart(number: index + 1, count: judgments.count)
      bytes += judgment.inBatch(batch).line(part: part)
    }
    try add(bytes, to: file)
  }

  /// Adds whole lines under the lock.
  private func add(_ lines: [UInt8], to file: OpenFile) throws(StorageError) {
    let size = try file.size()
    do {
      try file.writeAtOnce(lines)
      try file.sync()
    } catch {
      // A part of the line may have been written; whoever reads must not meet a decision that was refused.
      try? file.truncate(to: size)
      throw error
    }
    // The name of a file that nobody has written to yet may not be on the disk.
    if size == 0 { try Folder.sync(Path.parent(path)) }
  }

  /// The journal open and locked; one that was replaced while its lock was waited for is opened anew.
  private func lockedFile() throws(StorageError) -> OpenFile {
    if !Path.exists(path) { try UserFile.createFolder(of: path) }
    while true {
      let file = try OpenFile(path, for: .appending)
      try file.lock(waiting: true)
      if file.isAtItsPath || Path.isStream(path) { return file }
    }
  }
}

extension JudgmentJournal {
  /// Reads the whole journal; one that is not there is empty.
  ///
  /// A last line without its end, left by a machine that stopped while writing, was never confirmed to anybody: when it
  /// is a whole decision its end is added, else its bytes are moved to a file beside, as are the lines of a batch that
  /// is not whole, and `repair` says so. A journal that can't be written is read without them. A line that is no
  /// decision is reported and left alone.
  /// - Throws: `StorageError` when the file can't be read.
  package func read() throws(StorageError) -> JournalContent {
    var content = JournalContent()
    guard Path.exists(path) else { return content }
    var (size, damage) = try state()
    if damage != nil {
      do {
        content.repair = try JournalEnd(file: lockedFile()).mend()
        (size, damage) = try state()
      } catch {
        guard case .unwritable(_, let reason) = error, let damage else { throw error }
        content.repair = damage.complaint(path: path, reason: reason)
      }
    }
    try readLines(upTo: damage?.keptSize ?? size, into: &content)
    return content
  }

  /// How large the journal is while nobody writes to it, and what is wrong with its end.
  func state() throws(StorageError) -> (size: Int, damage: JournalDamage?) {
    let file = try OpenFile(path, for: .reading)
    // Without locks nobody can append either.
    _ = try? file.lock(waiting: true, shared: true)
    return (try file.size(), try JournalEnd(file: file).damage())
  }

  private func readLines(upTo size: Int, into content: inout JournalContent) throws(StorageError) {
    var lines = try LineSource(path, upTo: size)
    while true {
      do {
        guard let line = try lines.next() else { return }
        if !line.bytes.isEmpty { read(line, into: &content) }
      } catch {
        guard case .malformedLine = error else { throw error }
        content.faults.append(error)
      }
    }
  }

  private func read(_ line: LineSource.Line, into content: inout JournalContent) {
    do throws(JournalLine.Fault) {
      content.judgments.append(try JournalLine(line.bytes).judgment)
    } catch {
      content.faults.append(.malformedLine(path: path, line: line.number, reason: error.reason))
    }
  }
}

extension Judgment {
  /// The same decision as a part of a batch.
  fileprivate func inBatch(_ batch: String) -> Judgment {
    Judgment(
      time: time, assessor: assessor, queryID: queryID, query: query, item: item, scale: scale,
      decision: decision, note: note, itemHash: itemHash, seen: seen, isBlind: isBlind,
      milliseconds: milliseconds, source: source, batch: batch)
  }
}
