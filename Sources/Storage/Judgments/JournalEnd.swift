import Relevance

/// What is wrong at the end of a journal whose writer stopped in the middle: nothing of it was ever confirmed.
enum JournalDamage: Hashable, Sendable {
  /// The last line is a whole decision and only lacks its line feed.
  case unended
  /// The bytes from `offset` are a part of a line.
  case torn(offset: Int, count: Int)
  /// The lines from `offset` are a part of a batch.
  case cutOff(offset: Int, batch: String, present: Int, of: Int)

  /// What stays when the damage is left out, in bytes; `nil` when nothing has to be left out.
  var keptSize: Int? {
    switch self {
    case .unended: nil
    case .torn(let offset, _), .cutOff(let offset, _, _, _): offset
    }
  }
}

/// The end of a journal: found whole, or mended under the lock.
struct JournalEnd {
  private static let lineFeed = UInt8(ascii: "\n")

  let file: OpenFile

  /// What is wrong with the end, or `nil`.
  ///
  /// A program that stopped can only have damaged the end: everybody who appends mends it first.
  /// - Complexity: linear in the last line; in the file, when that line belongs to a batch.
  func damage() throws(StorageError) -> JournalDamage? {
    let size = try file.size()
    guard size > 0 else { return nil }
    let last = try lastLine(upTo: size)
    guard last.bytes.last == Self.lineFeed else {
      guard let line = try? JournalLine(last.bytes) else {
        return .torn(offset: last.offset, count: last.bytes.count)
      }
      return try line.part == nil ? .unended : batchDamage(line, size: size) ?? .unended
    }
    guard let line = try? JournalLine(Array(last.bytes.dropLast())) else { return nil }
    return try batchDamage(line, size: size)
  }

  /// Removes every damage from the end; what is cut off is kept in a file beside.
  ///
  /// Called under the lock, so that nobody is in the middle of a line.
  /// - Returns: what was done, or `nil` when nothing was to do.
  func mend() throws(StorageError) -> String? {
    var repairs: [String] = []
    // Behind a torn line there may be the lines of the batch it belonged to.
    while let damage = try damage() {
      try remove(damage)
      repairs.append(damage.report(path: file.path))
    }
    return repairs.isEmpty ? nil : repairs.joined(separator: "\n")
  }

  private func remove(_ damage: JournalDamage) throws(StorageError) {
    guard let kept = damage.keptSize else {
      try file.write([Self.lineFeed])
      return try file.sync()
    }
    let rest = try OpenFile(file.path + ".torn", for: .appending)
    var bytes = try file.read(file.size() - kept, at: kept)
    if bytes.last != Self.lineFeed { bytes.append(Self.lineFeed) }
    try rest.write(bytes)
    try rest.sync()
    try Folder.sync(Path.parent(file.path))
    try file.truncate(to: kept)
    try file.sync()
  }

  /// The last line with its line feed, if it has one.
  private func lastLine(upTo size: Int) throws(StorageError) -> (offset: Int, bytes: [UInt8]) {
    var length = 4096
    while true {
      let start = max(0, size - length)
      let bytes = try file.read(size - start, at: start)
      if let before = bytes.dropLast().lastIndex(of: Self.lineFeed) {
        return (start + before + 1, Array(bytes[(before + 1)...]))
      }
      if start == 0 { return (0, bytes) }
      length *= 2
    }
  }

  /// Whether the batch of the last line lacks parts, with nothing but its own lines, and none that was ever confirmed,
  /// after its first one.
  private func batchDamage(_ last: JournalLine, size: Int) throws(StorageError) -> JournalDamage? {
    guard let count = last.part?.count, let batch = last.judgment.batch else { return nil }
    var lines = try LineSource(file.path, upTo: size)
    var start: Int?
    var present: Set<Int> = []
    let ending = BatchLineEnding(batch: batch, count: count)
    while let line = try? lines.next() {
      if let number = ending.partNumber(of: line.bytes) {
        start = start ?? line.offset
        present.insert(number)
        continue
      }
      let found = try? JournalLine(line.bytes)
      if let part = found?.part, found?.judgment.belongs(to: batch) == true {
        start = start ?? line.offset
        present.insert(part.number)
      } else if found != nil {
        // Other decisions between the lines: somebody sorted the file, nobody stopped in the middle.
        if start != nil { return nil }
      }
    }
    guard let start, present.count < count else { return nil }
    return .cutOff(offset: start, batch: batch, present: present.count, of: count)
  }
}

extension JournalDamage {
  /// What was done about the damage, in words for the owner of the journal.
  func report(path: String) -> String {
    switch self {
    case .unended: "\(path): the last line lacked its end; the decision on it is kept"
    case .torn(_, let count):
      "\(path): the last line was cut off while it was written, before it was shown as saved; its "
        + "\(count) bytes were moved to \(path).torn"
    case .cutOff(_, let batch, let present, let count):
      "\(path): the batch '\(batch)' was cut off while it was written, before it was confirmed; its first "
        + "\(present) of \(count) lines were moved to \(path).torn; import it again"
    }
  }

  /// What is left out of a journal that can't be mended because of `reason`.
  func complaint(path: String, reason: String) -> String {
    let what =
      switch self {
      case .unended: "the last line lacks its end; the decision on it counts"
      case .torn(_, let count):
        "the last line was cut off while it was written; its \(count) bytes do not count"
      case .cutOff(_, let batch, let present, let count):
        "the batch '\(batch)' was cut off while it was written; its first \(present) of \(count) lines do not count"
      }
    return "\(path): \(what), and the journal can't be mended: \(reason)"
  }
}
