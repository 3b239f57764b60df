package import Relevance

/// What was found in a judgment file.
package struct FormatReading: Hashable, Sendable {
  /// A record that is no judgment, and why.
  package struct Problem: Hashable, Sendable {
    /// Where the record stands.
    package internal(set) var place: FilePlace
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

  /// The scale that the file says its grades are on; `nil` when it does not say.
  package var scale: MentionedScale?

  /// Nothing was found.
  package init() {}

  mutating func problem(_ place: FilePlace, _ reason: String) {
    problems.append(Problem(place: place, reason: reason))
  }

  /// Says of everything that was found in a JSON document on which line it stands.
  mutating func locate(in bytes: [UInt8]) {
    let lines = JSONLines.ofElements(in: bytes)
    func located(_ place: FilePlace) -> FilePlace {
      guard case .member(let path, _) = place else { return place }
      return .member(path, line: lines[path] ?? 1)
    }
    for index in problems.indices { problems[index].place = located(problems[index].place) }
    for index in judgments.indices { judgments[index].place = located(judgments[index].place) }
  }

  mutating func pass(_ kind: String) {
    passed[kind, default: 0] += 1
  }
}
