internal import Relevance
internal import Storage

/// What a journal holds, counted.
struct JournalStatus: Encodable {
  /// One group of decisions, such as those of an assessor.
  struct Row: Encodable {
    let name: String
    let decisions: Int
    let graded: Int
    let skipped: Int
    let cannotTell: Int
    let flagged: Int
    let noted: Int

    init(_ name: String, _ tally: JudgmentTally) {
      self.name = name
      decisions = tally.decisions
      graded = tally.graded
      skipped = tally.skipped
      cannotTell = tally.cannotTell
      flagged = tally.flagged
      noted = tally.noted
    }
  }

  let journal: String
  let total: Row
  let assessors: [Row]
  let scales: [Row]
  let sources: [Row]
  let batches: [Row]
  let queries: [Row]
  let faults: [String]

  init(path: String, content: JournalContent) {
    let standing = StandingJudgments(content.judgments, choosing: .all)
    func rows(_ name: (Judgment) -> String?) -> [Row] {
      JudgmentTally.tallies(of: content.judgments, standing: standing) { name($0).map { Name($0) } }
        .sorted { $0.key < $1.key }.map { Row($0.key.text, $0.value) }
    }
    journal = path
    total = rows { _ in "all" }.first ?? Row("all", JudgmentTally())
    assessors = rows(\.assessor)
    scales = rows(\.scale)
    sources = rows(\.source.description)
    batches = rows(\.batch)
    queries = rows(\.queryID.text)
    faults = content.faults.map(\.description)
  }
}

/// What decisions are counted by: names that look alike are not the same.
private struct Name: OpaqueID {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}
