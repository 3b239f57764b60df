internal import Foundation
internal import Relevance
internal import Storage

/// Which judgments are about items that are no longer as they were, and what a measure makes of it.
struct StalenessReport: Codable {
  /// A judgment that is not simply unchanged.
  struct Entry: Codable {
    let state: String
    let query: String
    let item: String
    let assessor: String
    let grade: Int
    let scale: String
    let time: String
    let hash: String
    let hashNow: String?
  }

  /// A measure with all judgments and without the stale ones.
  struct Effect: Codable {
    let measure: String
    let with: Double
    let without: Double
    let queriesWith: Int
    let queriesWithout: Int
  }

  let journal: String
  let index: String
  let counts: [String: Int]
  let judgments: [Entry]
  var effects: [Effect] = []

  init(_ freshness: JudgmentFreshness, journal: String, index: String) {
    self.journal = journal
    self.index = index
    counts = Dictionary(
      uniqueKeysWithValues: JudgedItemState.allCases.map { ($0.rawValue, freshness.counts[$0] ?? 0) })
    judgments = freshness.findings.filter { $0.state != .unchanged }.map { finding in
      let judgment = finding.judgment
      return Entry(
        state: finding.state.rawValue, query: judgment.queryID.text, item: judgment.item.text,
        assessor: judgment.assessor, grade: judgment.grade ?? 0, scale: judgment.scale, time: judgment.time,
        hash: judgment.itemHash, hashNow: finding.hash)
    }
  }

  /// Reads a report that `--format json` wrote.
  static func read(_ path: String) throws(StorageError) -> StalenessReport {
    let bytes = try AtomicFile.read(path)
    do {
      return try JSONDecoder().decode(StalenessReport.self, from: Data(bytes))
    } catch {
      throw .malformed(
        path: path, reason: "no report of 'assay judge stale --format json'; name one with --since")
    }
  }

  /// Whether the report found a judgment stale.
  var staleness: (Judgment) -> Bool {
    let stale = Set(
      judgments.filter { JudgedItemState(rawValue: $0.state)?.isStale == true }
        .map { DocumentID($0.item + "\n" + $0.hash) })
    return { stale.contains(DocumentID($0.item.text + "\n" + $0.itemHash)) }
  }
}
