internal import Relevance
internal import Storage

/// What an import would add to a journal, and all that is to be said about it first.
struct ImportPlan {
  /// Two things said about one item by one assessor, in one file or before.
  struct Conflict: Hashable {
    let assessor: String
    let queryID: QueryID
    let item: DocumentID
    /// Where the earlier one stands; `nil` for the journal.
    let earlier: FilePlace?
    let later: FilePlace
    let decisions: [Decision]
  }

  /// The decisions to append, in the order of the file.
  private(set) var decisions: [Judgment] = []
  /// Records that are no judgments, from the format and from here, in the order of the file.
  private(set) var problems: [FormatReading.Problem]
  /// How often a record says what an earlier one said.
  private(set) var duplicates = 0
  /// Records that contradict an earlier one; the later one counts.
  private(set) var conflicts: [Conflict] = []
  /// How many decisions the journal has already; they are not appended again.
  private(set) var already = 0
  /// Decisions that replace another one in the journal.
  private(set) var changes: [Conflict] = []
  /// Accepted grades that differ from another assessor's in the journal.
  private(set) var dissents = 0
  /// Items that the catalogue lacks, with the number of records about each.
  private(set) var unknownItems: [DocumentID: Int] = [:]
  /// Queries that the query set lacks.
  private(set) var unknownQueries: [QueryID: Int] = [:]

  private let settings: ImportSettings
  private var places: [JudgmentSubject: (index: Int, place: FilePlace)] = [:]

  /// Weighs what a file says against itself, the catalogue and the journal.
  init(_ reading: FormatReading, into existing: [Judgment], settings: ImportSettings) {
    self.settings = settings
    problems = reading.problems
    var accepted: [(judgment: Judgment, place: FilePlace)] = []
    for imported in reading.judgments {
      for judgment in judgments(of: imported) { add(judgment, imported.place, to: &accepted) }
    }
    problems = problems.enumerated().sorted {
      ($0.element.place.line, $0.offset) < ($1.element.place.line, $1.offset)
    }.map(\.element)
    compare(accepted, with: StandingJudgments(existing, choosing: .all))
  }

  /// How many accepted decisions give each grade.
  var histogram: [Int: Int] {
    decisions.reduce(into: [:]) { counts, judgment in
      if let grade = judgment.grade { counts[grade, default: 0] += 1 }
    }
  }

  /// The decisions that a record amounts to; none when it is none, or left out.
  private mutating func judgments(of imported: ImportedJudgment) -> [Judgment] {
    var settled: Decision?
    do throws(GradeReading.Fault) {
      if let rating = imported.rating { settled = .grade(try settings.grades.grade(of: rating)) }
    } catch {
      problems.append(FormatReading.Problem(place: imported.place, reason: error.reason))
      return []
    }
    if settled == nil, imported.isUnrateable { settled = .cannotTell }
    let query = settings.naming.identify(id: imported.queryID, text: imported.query)
    guard isTaken(imported.item, query: query.id) else { return [] }
    var decisions = settled.map { [$0] } ?? []
    if imported.isFlagged { decisions.append(.flagged(true)) }
    if decisions.isEmpty { decisions = [.noted] }
    return decisions.enumerated().map { index, decision in
      Judgment(
        time: settings.time, assessor: imported.assessor ?? settings.assessor, queryID: query.id,
        query: query.text,
        item: imported.item, scale: settings.grades.scale.id, decision: decision,
        note: index == 0 ? imported.note : nil,
        itemHash: settings.items?.contentHash(of: imported.item) ?? "", source: settings.source)
    }
  }

  private mutating func isTaken(_ item: DocumentID, query: QueryID) -> Bool {
    let lacksItem = settings.items.map { !$0.contains(item) } ?? false
    let lacksQuery = !settings.naming.known.isEmpty && !settings.naming.known.contains(query)
    if lacksItem { unknownItems[item, default: 0] += 1 }
    if lacksQuery { unknownQueries[query, default: 0] += 1 }
    return !settings.leavesOutUnknown || !(lacksItem || lacksQuery)
  }

  private mutating func add(
    _ judgment: Judgment, _ place: FilePlace, to accepted: inout [(judgment: Judgment, place: FilePlace)]
  ) {
    let subject = JudgmentSubject(judgment)
    guard judgment.decision.settlesGrade, let former = places[subject] else {
      if judgment.decision.settlesGrade { places[subject] = (accepted.count, place) }
      accepted.append((judgment, place))
      return
    }
    let earlier = accepted[former.index].judgment
    if earlier.decision == judgment.decision {
      duplicates += 1
      if judgment.note == nil || judgment.note == earlier.note { return }
    } else {
      conflicts.append(Conflict(judgment, earlier: former.place, later: place, instead: earlier.decision))
    }
    accepted[former.index].judgment = judgment
    places[subject] = (former.index, place)
  }

  private mutating func compare(
    _ accepted: [(judgment: Judgment, place: FilePlace)], with standing: StandingJudgments
  ) {
    var others: [QueryItem: Set<Int>] = [:]
    for (subject, entry) in standing.all where !subject.isImplicit {
      if let grade = entry.grade { others[subject.pair, default: []].insert(grade) }
    }
    for (judgment, place) in accepted {
      let subject = JudgmentSubject(judgment)
      let entry = standing[subject]
      if entry?.says(judgment) == true {
        already += 1
        continue
      }
      if judgment.decision.settlesGrade, let former = entry?.settled?.decision, former != judgment.decision,
        former != .withdrawn
      {
        changes.append(Conflict(judgment, earlier: nil, later: place, instead: former))
      } else if let grade = judgment.grade, let given = others[subject.pair], given != [grade] {
        dissents += 1
      }
      decisions.append(judgment)
    }
  }
}

extension ImportPlan.Conflict {
  fileprivate init(_ judgment: Judgment, earlier: FilePlace?, later: FilePlace, instead former: Decision) {
    self.init(
      assessor: judgment.assessor, queryID: judgment.queryID, item: judgment.item, earlier: earlier,
      later: later,
      decisions: [former, judgment.decision])
  }
}

extension JudgmentSubject {
  /// The query and the item.
  fileprivate var pair: QueryItem { QueryItem(queryID, item) }
}

extension StandingJudgments.Entry {
  /// Whether nothing would change by a decision.
  fileprivate func says(_ judgment: Judgment) -> Bool {
    if let note = judgment.note, note != self.note { return false }
    return switch judgment.decision {
    case .flagged(let isFlagged): self.isFlagged == isFlagged
    case .noted: true
    default: settled?.decision == judgment.decision && settled?.scale == judgment.scale
    }
  }
}
