/// An ordered list of queries with unique ids.
package struct QuerySet: Hashable, Sendable {
  /// The queries in the order of their file.
  package private(set) var queries: [Query] = []
  private var positions: [QueryID: Int] = [:]

  /// Makes an empty set.
  package init() {}

  /// Adds a query at the end.
  /// - Returns: `false`, and changes nothing, when the id is taken.
  @discardableResult package mutating func append(_ query: Query) -> Bool {
    guard positions[query.id] == nil else { return false }
    positions[query.id] = queries.count
    queries.append(query)
    return true
  }

  /// The query with this id, or `nil`.
  package subscript(id id: QueryID) -> Query? {
    positions[id].map { queries[$0] }
  }

  /// The first query whose text is canonically equivalent to `text`, or `nil`.
  /// - Complexity: linear in the number of queries.
  package func first(withText text: String) -> Query? {
    // Swift compares strings by canonical equivalence already.
    queries.first { $0.text == text }
  }
}

extension QuerySet {
  private static let columns = 2...5

  /// What the first two columns of a heading are called, in either case and with or without a `#` before them.
  private static let headings: (id: Set<String>, text: Set<String>) = (
    ["id", "qid", "query_id", "query-id"], ["text", "query", "query_text", "title"]
  )

  /// Reads tab-separated queries: `id<TAB>text[<TAB>kind[<TAB>split[<TAB>image]]]`.
  ///
  /// A first line is a heading, and skipped, when its first two columns are called like those of one (`id` and `text`,
  /// `query_id` and `query`, …), or when it begins with `#` and has no tab, so that it can't be a query. A query whose
  /// id is `#1` or `id` is one like any other. All blank lines are skipped; an empty column counts as
  /// missing; lines end with `\n` or `\r\n`. The text may be empty only when there is an image.
  /// - Throws: `LineError` for the first line with too few or too many columns, an empty id, an empty query, or
  ///   an id that an earlier line has.
  package init(tsv text: String) throws(LineError) {
    var lines: [QueryID: Int] = [:]
    for line in NumberedLines(text) where !line.text.allSatisfy(\.isWhitespace) {
      if line.number == 1, Self.isHeading(line.text) { continue }
      let query = try Query(line)
      guard append(query) else {
        throw LineError(
          line: line.number,
          reason: "the id '\(query.id)' was already used on line \(lines[query.id] ?? 0); ids must be unique")
      }
      lines[query.id] = line.number
    }
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let isMarked = line.utf8.first == UInt8(ascii: "#")
    let columns = line.tabSeparatedColumns
    guard columns.count > 1 else { return isMarked }
    let names = columns.prefix(2).map { $0.drop { $0 == "#" || $0 == " " }.lowercased() }
    return headings.id.contains(names[0]) && headings.text.contains(names[1])
  }

  /// The set in the format that `init(tsv:)` reads; missing columns at the end of a line are left out.
  ///
  /// A heading is written only where the first query would be taken for one.
  /// Tabs and line breaks inside a column, which the format can't hold, become spaces.
  package var tsv: String {
    let lines = queries.map { query in
      var columns = [query.id.text, query.text, query.kind ?? "", query.split ?? "", query.image ?? ""]
      while columns.count > Self.columns.lowerBound, columns.last?.isEmpty == true { columns.removeLast() }
      return columns.map(Self.column).joined(separator: "\t") + "\n"
    }
    let isAmbiguous = lines.first.map { Self.isHeading($0.dropLast()) } ?? false
    return (isAmbiguous ? "id\ttext\n" : "") + lines.joined()
  }

  private static func column(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { "\t\n\r".unicodeScalars.contains($0) ? " " : $0 }))
  }

  fileprivate static func checkColumnCount(_ count: Int, line: Int) throws(LineError) {
    guard columns.contains(count) else {
      throw LineError(
        line: line,
        reason:
          "\(count) tab-separated column\(count == 1 ? "" : "s"); expected id, text and optionally kind, "
          + "split, image")
    }
  }
}

extension Query {
  fileprivate init(_ line: NumberedLines.Line) throws(LineError) {
    let columns = line.text.tabSeparatedColumns.map(String.init)
    try QuerySet.checkColumnCount(columns.count, line: line.number)
    func optional(_ column: Int) -> String? {
      column < columns.count && !columns[column].isEmpty ? columns[column] : nil
    }
    self.init(
      id: QueryID(columns[0]), text: columns[1], kind: optional(2), split: optional(3), image: optional(4))
    guard !id.isEmpty else { throw LineError(line: line.number, reason: "the id (first column) is empty") }
    guard !text.isEmpty || image != nil else {
      throw LineError(line: line.number, reason: "the query '\(id)' has neither a text nor an image")
    }
  }
}
