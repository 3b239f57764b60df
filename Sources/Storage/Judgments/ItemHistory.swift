internal import JSON
package import Relevance

/// What judged items were found to be like in one index, in a file beside the journal: JSON Lines, only ever added to.
///
/// Only changes are kept, so that it stays far smaller than the journal. Nothing in it is a decision: without it, less
/// is known about which items came back. Several indexes share the file; each knows its own by the way from the journal
/// to the index, so that folders can be moved together.
package struct ItemHistory: Hashable, Sendable {
  /// What a history says.
  package struct Content: Hashable, Sendable {
    /// What was found, in the order in which it was written.
    package fileprivate(set) var changes: [ItemChange] = []
    /// Lines that say nothing, each with its number and what is wrong; they stay in the file.
    package fileprivate(set) var faults: [StorageError] = []
  }

  private static let version = 1

  /// Where the file is, or will be: the journal's path with `.items` in the place of `.jsonl`, so that
  /// `*.jsonl` names journals alone.
  package let path: String
  /// Which index.
  private let index: String

  /// Names the history of an index beside a journal; nothing is read or created yet.
  package init(beside journal: JudgmentJournal, ofIndexAt index: String) {
    let base = journal.path.hasSuffix(".jsonl") ? String(journal.path.dropLast(6)) : journal.path
    path = base + ".items"
    self.index = Path.relative(Path.futureReal(index), to: Path.futureReal(Path.parent(path)))
  }

  /// Reads what was found in the index; nothing where no file is there.
  /// - Throws: `StorageError` when the file can't be read.
  package func read() throws(StorageError) -> Content {
    var content = Content()
    guard Path.exists(path) else { return content }
    var lines = try LineSource(path)
    while let line = try lines.next() {
      guard !line.bytes.isEmpty else { continue }
      do throws(Fault) {
        if let change = try change(line.bytes) { content.changes.append(change) }
      } catch {
        content.faults.append(.malformedLine(path: path, line: line.number, reason: error.reason))
      }
    }
    return content
  }

  /// Adds what was found and waits until it is on the disk; several processes may do so.
  /// - Throws: `StorageError.unwritable` when that could not be kept; the file is then as it was.
  package func append(_ changes: [ItemChange]) throws(StorageError) {
    guard !changes.isEmpty else { return }
    let file = try OpenFile(path, for: .appending)
    // Without locks, lines of two processes still do not mix: each adds its own at once.
    _ = try? file.lock(waiting: true)
    let size = try file.size()
    // A line that its writer did not finish must not swallow the next one.
    let end = size == 0 ? [] : try file.read(1, at: size - 1)
    let mending: [UInt8] = end.isEmpty || end == [UInt8(ascii: "\n")] ? [] : [UInt8(ascii: "\n")]
    do {
      try file.writeAtOnce(mending + changes.flatMap(line))
      try file.sync()
    } catch {
      try? file.truncate(to: size)
      throw error
    }
    if size == 0 { try Folder.sync(Path.parent(path)) }
  }

  private func line(_ change: ItemChange) -> [UInt8] {
    let members: [JSONValue.Member] = [
      .init(name: "v", value: .number(String(Self.version))),
      .init(name: "time", value: .string(change.time)),
      .init(name: "index", value: .string(index)),
      .init(name: "item", value: .string(change.item.text)),
      .init(name: "hash", value: change.hash.map { .string($0) } ?? .null),
    ]
    return Array((JSONValue.object(members).text + "\n").utf8)
  }

  private struct Fault: Error {
    let reason: String
  }

  /// What a line says of this index; `nil` when it is about another one.
  private func change(_ line: [UInt8]) throws(Fault) -> ItemChange? {
    let value: JSONValue
    do {
      value = try JSONParser.parse(line)
    } catch {
      throw Fault(reason: "not JSON at column \(error.column): \(error.reason)")
    }
    guard value["v"]?.int == Self.version else {
      throw Fault(reason: "version \(value["v"]?.text ?? "missing"), this program reads \(Self.version)")
    }
    guard let time = value["time"]?.string, let index = value["index"]?.string,
      let item = value["item"]?.string, !item.isEmpty, let hash = value["hash"],
      hash == .null || hash.string != nil
    else { throw Fault(reason: "no 'time', 'index', 'item' and 'hash', all texts; a hash may be null") }
    guard OpaqueName(index) == OpaqueName(self.index) else { return nil }
    return ItemChange(time: time, item: DocumentID(item), hash: hash.string)
  }
}
