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

  /// Reads the whole journal; one that is not there is empty.
  ///
  /// A last line without its end, left by a machine that stopped while writing, was never confirmed to anybody: when it
  /// is a whole decision its end is added, else its bytes are moved to a file beside, and `repair` says so. A line
  /// that is no decision is reported and left alone.
  /// - Throws: `StorageError` when the file can't be read, or needs mending and can't be written.
  package func read() throws(StorageError) -> JournalContent {
    var content = JournalContent()
    guard Path.exists(path) else { return content }
    if try !Self.endsWithLine(OpenFile(path, for: .reading)) {
      let file = try OpenFile(path, for: .appending)
      try file.lock(waiting: true)
      content.repair = try mendEnd(of: file)
    }
    var lines = try LineSource(path)
    while true {
      do {
        guard let line = try lines.next() else { return content }
        if !line.bytes.isEmpty { read(line, into: &content) }
      } catch {
        guard case .malformedLine = error else { throw error }
        content.faults.append(error)
      }
    }
  }

  /// Adds a decision and waits until it is on the disk.
  ///
  /// The first decision creates the file and the folders above it.
  /// - Throws: `StorageError.unwritable` when the decision could not be kept; the journal is then as it was.
  package func append(_ judgment: Judgment) throws(StorageError) {
    let isNew = !Path.exists(path)
    if isNew { try Folder.create(Path.parent(path)) }
    let file = try OpenFile(path, for: .appending)
    try file.lock(waiting: true)
    _ = try mendEnd(of: file)
    let size = try file.size()
    do {
      try file.writeAtOnce(judgment.line)
      try file.sync()
    } catch {
      // A part of the line may have been written; whoever reads must not meet a decision that was refused.
      try? file.truncate(to: size)
      throw error
    }
    if isNew { try Folder.sync(Path.parent(path)) }
  }

  private func read(_ line: LineSource.Line, into content: inout JournalContent) {
    do throws(Judgment.Fault) {
      content.judgments.append(try Judgment(line: line.bytes))
    } catch {
      content.faults.append(.malformedLine(path: path, line: line.number, reason: error.reason))
    }
  }

  private static func endsWithLine(_ file: OpenFile) throws(StorageError) -> Bool {
    let size = try file.size()
    if size == 0 { return true }
    return try file.read(1, at: size - 1) == [UInt8(ascii: "\n")]
  }

  /// Makes the file end with a whole line; called under the lock, so that nobody is in the middle of one.
  /// - Returns: what was done, or `nil` when nothing was to do.
  private func mendEnd(of file: OpenFile) throws(StorageError) -> String? {
    guard try !Self.endsWithLine(file) else { return nil }
    let content = try file.read(file.size(), at: 0)
    let start = content.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let tail = Array(content[start...])
    if (try? Judgment(line: tail)) != nil {
      try file.write([UInt8(ascii: "\n")])
      try file.sync()
      return "\(path): the last line lacked its end; the decision on it is kept"
    }
    let rest = try OpenFile(path + ".torn", for: .appending)
    try rest.write(tail + [UInt8(ascii: "\n")])
    try rest.sync()
    try Folder.sync(Path.parent(path))
    try file.truncate(to: start)
    try file.sync()
    return "\(path): the last line was cut off while it was written, before it was shown as saved; its "
      + "\(tail.count) bytes were moved to \(path).torn"
  }
}
