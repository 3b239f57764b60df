import Relevance

/// A line of an engagement log.
struct EngagementRow {
  let line: Int
  let columns: [String]
}

/// Which column of an engagement log holds what.
struct EngagementColumns {
  private let names: [String]
  /// The day; `nil` when the log has none.
  let date: Int?
  private let query: Int
  private let item: Int
  private let position: Int
  private let impressions: Int
  private let clicks: Int
  private let cartAdditions: Int?
  private let purchases: Int?

  init(_ names: [String], path: String) throws(StorageError) {
    let listed = names.joined(separator: ", ")
    func column(_ candidates: [String]) -> Int? {
      candidates.lazy.compactMap { name in names.firstIndex { $0.lowercased() == name } }.first
    }
    func required(_ candidates: String...) throws(StorageError) -> Int {
      if let found = column(candidates) { return found }
      throw .malformed(path: path, reason: "no column '\(candidates[0])'; there are \(listed)")
    }
    self.names = names
    date = column(["date", "day", "timestamp"])
    query = try required("query_id", "query")
    item = try required("product_id", "item", "doc_id", "docid", "item_id")
    position = try required("position", "rank")
    impressions = try required("impressions", "views")
    clicks = try required("clicks")
    cartAdditions = column(["add_to_carts", "add_to_cart", "carts"])
    purchases = column(["purchases", "orders"])
  }

  /// The names, for messages.
  var listed: String { names.joined(separator: ", ") }

  /// Makes sure that a line has as many columns as the heading.
  func check(_ row: EngagementRow, path: String) throws(StorageError) {
    guard row.columns.count == names.count else {
      throw .malformedLine(
        path: path, line: row.line,
        reason: "\(row.columns.count) columns where the first line names \(names.count)")
    }
  }

  /// What a line says.
  func click(_ row: EngagementRow, path: String) throws(StorageError) -> ClickRecord {
    func fault(_ reason: String) -> StorageError {
      .malformedLine(path: path, line: row.line, reason: reason)
    }
    func count(_ column: Int?, least: Int = 0) throws(StorageError) -> Int {
      guard let column else { return 0 }
      let (name, text) = (names[column], row.columns[column])
      guard let count = Int(text.trimmingBlanks), count >= least, count <= 1 << 40 else {
        throw fault("'\(name)' must be a whole number of \(least) or more, not '\(text)'")
      }
      return count
    }
    let click = ClickRecord(
      queryID: QueryID(row.columns[query]), item: DocumentID(row.columns[item]),
      position: try count(position, least: 1), impressions: try count(impressions), clicks: try count(clicks),
      cartAdditions: try count(cartAdditions), purchases: try count(purchases))
    guard !click.queryID.isEmpty, !click.item.text.isEmpty else {
      throw fault("the query or the item is empty")
    }
    guard click.clicks <= click.impressions else {
      throw fault(
        "\(click.clicks) clicks on \(click.impressions) impressions; a shown item counts as clicked once")
    }
    return click
  }
}
