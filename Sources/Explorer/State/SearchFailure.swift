/// Why a search could not be run, or not yet.
package struct SearchFailure: Hashable, Sendable {
  /// What happened and what to do.
  package let message: String
  /// The same without what it is about, for beside the line in which the place is marked.
  package let brief: String
  /// The characters of the query that could not be read, empty where something is missing; `nil` when the query is
  /// not to blame.
  package let range: Range<Int>?
  /// The same of the column's own filters.
  package let filterRange: Range<Int>?
  /// What is waited for, after which it is searched again; `nil` when the search failed for good.
  package let awaited: Awaited?

  /// What a vector can be waited for.
  package enum Awaited: Hashable, Sendable {
    /// The model is being loaded.
    case model
    /// A server is being asked.
    case server
  }

  /// Makes a failure; `range` is one of the query or, `isInFilter`, of the column's own filters.
  package init(
    _ message: String, brief: String? = nil, range: Range<Int>? = nil, isInFilter: Bool = false,
    awaited: Awaited? = nil
  ) {
    self.message = message
    self.brief = brief ?? message
    self.range = isInFilter ? nil : range
    self.filterRange = isInFilter ? range : nil
    self.awaited = awaited
  }

  /// Whether what was written is to blame, so that the answer before it stays in sight.
  var isFaultOfText: Bool { range != nil || filterRange != nil }

  /// The characters to mark in a line that holds what could not be read, between any blanks.
  static func marked(_ range: Range<Int>, in line: String) -> Range<Int> {
    let blanks = line.prefix(while: \.isWhitespace).count
    let place = range.lowerBound + blanks..<range.upperBound + blanks
    // What is missing at the end is seen on what it is missing behind: on the cell after it the cursor stands.
    guard place.isEmpty, place.lowerBound >= line.count - line.reversed().prefix(while: \.isWhitespace).count
    else { return place }
    let kept = line.trimmed
    let word = kept.reversed().prefix { !$0.isWhitespace }.count
    return blanks + kept.count - word..<blanks + kept.count
  }
}
