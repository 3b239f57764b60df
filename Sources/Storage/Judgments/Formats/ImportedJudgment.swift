package import Relevance

/// What one record of a judgment file says, as it is spelled there.
package struct ImportedJudgment: Hashable, Sendable {
  /// Where the record stands.
  package internal(set) var place: FilePlace
  /// The query's id; `nil` in formats that know queries by their text.
  package let queryID: QueryID?
  /// The query's text; `nil` in formats that know queries by their id.
  package let query: String?
  /// The judged item.
  package let item: DocumentID
  /// Who judged; `nil` when the file doesn't say.
  package var assessor: String?
  /// The rating as it is spelled, such as `3`, `0.000` or `Exact`; `nil` when none was given.
  package var rating: String?
  /// Whether the assessor looked and couldn't say.
  package var isUnrateable = false
  /// Whether the item is marked for later.
  package var isFlagged = false
  /// What the assessor wrote.
  package var note: String?
}

/// Where in a file something stands.
package enum FilePlace: Hashable, Sendable {
  /// A line, from 1.
  case line(Int)
  /// A member of a JSON document, such as `topics[0].query_groups[2]`, counted from 0, and the line it begins on.
  case member(String, line: Int)
}

extension FilePlace {
  /// The line, from 1.
  package var line: Int {
    switch self {
    case .line(let number), .member(_, let number): number
    }
  }

  /// A member whose line is not known yet.
  static func member(_ path: String) -> FilePlace { .member(path, line: 0) }
}

extension FilePlace: CustomStringConvertible {
  package var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .member(let path, let line): "line \(line), \(path)"
    }
  }
}
