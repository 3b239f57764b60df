import Glibc

/// The file that keeps the queries of all sessions, one on each line, the oldest first; only its owner may read it.
///
/// Any number of sessions may use it at once: each line is added whole, under the file's lock, and nothing that another
/// session added is lost when the file is shortened.
package struct QueryHistoryFile: Sendable {
  /// Where it lies.
  package let path: String
  private let capacity: Int
  /// What lies further back in the file is not read.
  private static let longestRead = 16 << 20

  /// Names the file, of whose queries at most `capacity` are kept.
  package init(_ path: String, capacity: Int) {
    self.path = path
    self.capacity = capacity
  }

  /// The queries that are kept, the oldest first, each once, at most `capacity`; none when there is no file.
  ///
  /// Lines that are no text are left out. A file that has grown to twice as many lines is shortened.
  /// - Throws: `StorageError` when the file can't be read or shortened.
  package func read() throws(StorageError) -> [String] {
    guard Path.exists(path) else { return [] }
    let lines = try lines(of: OpenFile(path, for: .reading))
    if lines.count > 2 * capacity { try shorten() }
    return latest(of: lines)
  }

  /// Adds a query as the latest; the file and its folder are made when they are missing.
  /// - Throws: `StorageError` when it can't be written.
  package func append(_ query: String) throws(StorageError) {
    try Folder.create(Path.parent(path))
    let file = try locked()
    var line = Array(String(query.map { $0.isNewline ? " " : $0 }).utf8) + [UInt8(ascii: "\n")]
    let size = try file.size()
    // A line that a full disk cut short must not join this one.
    if size > 0, try file.read(1, at: size - 1) != [UInt8(ascii: "\n")] {
      line.insert(UInt8(ascii: "\n"), at: 0)
    }
    try file.writeAtOnce(line)
  }

  private func lines(of file: OpenFile) throws(StorageError) -> [String] {
    let size = try file.size()
    let start = max(0, size - Self.longestRead)
    let bytes = try file.read(size - start, at: start)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What is read from the middle begins with a part of a line.
    return lines.dropFirst(start > 0 ? 1 : 0).compactMap { line in
      guard !line.isEmpty, !line.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { return nil }
      return String(validating: line, as: UTF8.self)
    }
  }

  /// The last `capacity` of the lines, of equal ones the last.
  private func latest(of lines: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return lines.reversed().filter { seen.insert(Array($0.utf8)).inserted }.prefix(capacity).reversed()
  }

  /// Puts a shorter file in the place of this one.
  private func shorten() throws(StorageError) {
    let file = try locked()
    let kept = latest(of: try lines(of: file))
    let target = Path.futureReal(path)
    let temporary = "\(target).\(getpid()).new"
    try Folder.remove(temporary)
    do {
      let shorter = try OpenFile(temporary, for: .keeping)
      try shorter.write(kept.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] })
      try shorter.sync()
      // Whoever waits for the lock of the old file finds that the path leads elsewhere by then.
      try Folder.rename(temporary, to: target)
    } catch {
      try? Folder.remove(temporary)
      throw error
    }
  }

  /// The file with its lock held, which closing it gives back.
  private func locked() throws(StorageError) -> OpenFile {
    while true {
      let file = try OpenFile(path, for: .keeping)
      try file.lock(waiting: true)
      if file.isAtItsPath { return file }
    }
  }
}
