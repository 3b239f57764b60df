import Relevance

/// A delimited text whose first line names its columns.
struct HeadedTable {
  /// The names in the first line, blanks around them removed.
  let names: [String]
  private var rest: DelimitedText

  /// Reads the heading of a table separated by commas, semicolons or tabs.
  init(_ bytes: [UInt8]) throws(LineError) {
    rest = DelimitedText(bytes, separator: DelimitedText.separator(of: bytes))
    guard let heading = rest.next() else {
      throw LineError(line: 1, reason: "empty; expected a first line with column names")
    }
    switch heading.columns {
    case .success(let columns): names = columns.map(\.trimmingBlanks)
    case .failure(let fault): throw LineError(line: heading.line, reason: fault.reason)
    }
  }

  /// The position of the first column with one of these names, in either case; earlier names are preferred.
  func column(_ candidates: [String]) -> Int? {
    for candidate in candidates {
      if let index = names.firstIndex(where: { $0.lowercased() == candidate.lowercased() }) { return index }
    }
    return nil
  }

  /// The position of a column that must be there.
  func required(_ name: String) throws(LineError) -> Int {
    if let index = column([name]) { return index }
    throw LineError(
      line: 1, reason: "no column is called '\(name)'; there are \(names.joined(separator: ", "))")
  }

  /// Calls `body` for every record that has as many columns as the heading; counts all and reports the others.
  mutating func forEach(
    into reading: inout FormatReading, _ body: ([String], FilePlace, inout FormatReading) -> Void
  ) {
    while let record = rest.next() {
      reading.records += 1
      let place = FilePlace.line(record.line)
      switch record.columns {
      case .failure(let fault): reading.problem(place, fault.reason)
      case .success(let columns) where columns.count != names.count:
        reading.problem(place, "\(columns.count) columns where the first line names \(names.count)")
      case .success(let columns): body(columns, place, &reading)
      }
    }
  }
}
