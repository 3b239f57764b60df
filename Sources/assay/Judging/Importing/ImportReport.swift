internal import Relevance
internal import Storage

/// What is said before an import is made, in a form that scripts can read too.
struct ImportReport: Encodable {
  /// Something about one record.
  struct Finding: Encodable {
    let place: String
    let what: String
  }

  /// How often a grade is given.
  struct Count: Encodable {
    let grade: Int
    let name: String
    let count: Int
  }

  let file: String
  let format: String
  let scale: String
  let records: Int
  let passed: [String: Int]
  let accepted: Int
  let assessors: [String: Int]
  let histogram: [Count]
  let withoutGrade: Int
  let problems: [Finding]
  let duplicates: Int
  let conflicts: [Finding]
  let already: Int
  let changes: [Finding]
  let dissents: Int
  let unknownItems: [String]
  let unknownQueries: [String]
  /// Where the decisions go.
  let journal: String

  /// Whether there are records, and nothing of them could be taken: the file is another than it was taken for.
  var isRefused: Bool { !problems.isEmpty && accepted + already + duplicates == 0 }

  init(
    _ plan: ImportPlan, of reading: FormatReading, file: String, format: String, scale: Scale, journal: String
  ) {
    self.file = file
    self.format = format
    self.scale = scale.id
    self.journal = journal
    records = reading.records
    passed = reading.passed
    accepted = plan.decisions.count
    assessors = Dictionary(plan.decisions.map { ($0.assessor, 1) }, uniquingKeysWith: +)
    let counts = plan.histogram
    histogram = scale.grades.map {
      Count(grade: $0, name: scale.name(of: $0) ?? "", count: counts[$0] ?? 0)
    }
    withoutGrade = plan.decisions.count - counts.values.reduce(0, +)
    problems = plan.problems.map { Finding(place: $0.place.description, what: $0.reason) }
    duplicates = plan.duplicates
    conflicts = plan.conflicts.map(Self.finding)
    already = plan.already
    changes = plan.changes.map(Self.finding)
    dissents = plan.dissents
    unknownItems = plan.unknownItems.keys.sorted().map(\.text)
    unknownQueries = plan.unknownQueries.keys.sorted().map(\.text)
  }

  private static func finding(_ conflict: ImportPlan.Conflict) -> Finding {
    let words = conflict.decisions.map(word)
    let before = conflict.earlier.map { "at \($0)" } ?? "in the journal"
    return Finding(
      place: conflict.later.description,
      what:
        "\(conflict.assessor) says \(words[1]) of '\(conflict.item)' for '\(conflict.queryID)', \(words[0]) \(before)"
    )
  }

  private static func word(_ decision: Decision) -> String {
    switch decision {
    case .grade(let grade): String(grade)
    case .withdrawn: "withdrawn"
    case .skipped: "skipped"
    case .cannotTell: "can't tell"
    case .flagged, .noted: "noted"
    }
  }
}
