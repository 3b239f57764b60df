package import Relevance

/// A log of what shoppers did, as a comma- or tab-separated table with a heading.
///
/// Columns, in any order, others ignored: `query_id` (or `query`), `product_id` (or `item`, `doc_id`), `impressions`,
/// `position` (from 1), `clicks`; optionally `date` (`2026-09-07…`), `add_to_carts` and `purchases`. A line is about one
/// item at one position for one query; several about the same add up.
package struct EngagementFile: Hashable, Sendable {
  /// What was read.
  package struct Reading: Hashable, Sendable {
    /// The log, of the window's lines.
    package fileprivate(set) var log: ClickLog
    /// How many lines there are, the heading not counted.
    package fileprivate(set) var lines = 0
    /// How many of them lie outside the window.
    package fileprivate(set) var outside = 0
    /// The earliest and latest date that was counted; `nil` without dates.
    package fileprivate(set) var dates: ClosedRange<String>?
    /// Lines that can't be used.
    package fileprivate(set) var problems: [StorageError] = []
  }

  /// Where it is.
  package let path: String

  /// Names a log; nothing is read yet.
  package init(_ path: String) {
    self.path = path
  }

  /// Reads the log, line by line.
  /// - Parameters:
  ///   - weights: What each kind of act counts.
  ///   - since: The first day that counts, as `2026-09-07`; every day when `nil`.
  ///   - until: The last day that counts.
  /// - Returns: what could be used, and which lines could not.
  /// - Throws: `StorageError` when the file can't be read or lacks a column.
  package func read(
    weights: ClickWeights, since: String? = nil, until: String? = nil
  ) throws(StorageError) -> Reading {
    var source = try DelimitedSource(path, dialect: path.lowercased().hasSuffix(".tsv") ? .tabs : .commas)
    let columns = try EngagementColumns(source.names, path: path)
    if since != nil || until != nil, columns.date == nil {
      throw .malformed(
        path: path, reason: "no column 'date', so no time window can be taken; there are \(columns.listed)")
    }
    var reading = Reading(log: ClickLog(weights: weights))
    while true {
      do throws(StorageError) {
        reading.lines += 1
        guard let row = try source.nextColumns() else {
          reading.lines -= 1
          return reading
        }
        try add(
          EngagementRow(line: row.line, columns: row.columns), columns, since: since, until: until,
          to: &reading)
      } catch {
        guard case .malformedLine = error else { throw error }
        reading.problems.append(error)
      }
    }
  }

  private func add(
    _ row: EngagementRow, _ columns: EngagementColumns, since: String?, until: String?,
    to reading: inout Reading
  ) throws(StorageError) {
    try columns.check(row, path: path)
    if let column = columns.date {
      let day = String(row.columns[column].prefix(10))
      guard Self.isDay(day) else {
        throw .malformedLine(
          path: path, line: row.line, reason: "the date '\(day)' is no day of the form 2026-09-07")
      }
      if day < since ?? day || day > until ?? day {
        reading.outside += 1
        return
      }
      let dates = reading.dates ?? day...day
      reading.dates = min(dates.lowerBound, day)...max(dates.upperBound, day)
    }
    reading.log.add(try columns.click(row, path: path))
  }

  /// Whether a text is a day of the calendar as ISO 8601 writes it, so that days are in order when their texts are.
  package static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    func number(_ range: Range<Int>) -> Int? {
      let digits = bytes[range]
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
