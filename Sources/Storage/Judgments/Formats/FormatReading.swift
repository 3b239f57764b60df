package import Relevance

/// What was found in a judgment file.
package struct FormatReading: Hashable, Sendable {
  /// A record that is no judgment, and why.
  package struct Problem: Hashable, Sendable {
    /// Where the record stands.
    package let place: FilePlace
    /// What is wrong with it.
    package let reason: String

    /// Makes a problem.
    package init(place: FilePlace, reason: String) {
      self.place = place
      self.reason = reason
    }
  }

  /// How many records there are, headings not counted.
  package var records = 0
  /// The judgments in the order of the file.
  package var judgments: [ImportedJudgment] = []
  /// The records that are none.
  package var problems: [Problem] = []
  /// Records that rightly hold no judgment: how many of each kind.
  package var passed: [String: Int] = [:]
  /// Texts of queries that the file knows by id.
  package var queries: [QueryID: String] = [:]

  /// Nothing was found.
  package init() {}

  mutating func problem(_ place: FilePlace, _ reason: String) {
    problems.append(Problem(place: place, reason: reason))
  }

  mutating func pass(_ kind: String) {
    passed[kind, default: 0] += 1
  }
}
