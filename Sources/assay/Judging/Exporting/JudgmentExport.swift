internal import Relevance
internal import Storage

/// What a journal amounts to, ready for a judgment file.
struct JudgmentExport {
  /// The judgments, by the bytes of query id, item and assessor.
  let judgments: [ExportedJudgment]
  /// The scale of their grades.
  let scale: Scale

  /// Takes what stands of the chosen decisions; without a resolution each assessor's grades are kept.
  ///
  /// `own` is the scale that the catalogue defines; the names of another one that is not well known are its grades.
  /// - Throws: when grades of several scales would end up in one file.
  init(
    _ all: [Judgment], choosing selection: JudgmentSelection, resolving resolution: Resolution?,
    naming: QueryNaming, own: Scale? = nil
  ) throws(CommandFailure) {
    let standing = StandingJudgments(all, choosing: selection)
    scale = try Self.scale(of: standing.grades, own: own)
    if let resolution {
      judgments = Self.resolved(standing.grades, by: resolution, naming: naming)
    } else {
      judgments = standing.all.compactMap { Self.exported($0.subject, $0.entry, naming: naming) }.sorted()
    }
  }

  private static func scale(of grades: [Judgment], own: Scale?) throws(CommandFailure) -> Scale {
    let names = Set(grades.map { OpaqueName($0.scale) }).sorted()
    guard names.count < 2 else {
      throw .usage(
        "there are grades on the scales \(names.map(\.text).joined(separator: " and ")); choose one with --scale"
      )
    }
    guard let name = names.first else { return .zeroToThree }
    if let scale = own, scale.isNamed(name.text) { return scale }
    if let scale = Scale.named(name.text) { return scale }
    let numbers = grades.compactMap(\.grade)
    let (lowest, highest) = (min(0, numbers.min() ?? 0), max(0, numbers.max() ?? 0))
    return Scale(id: name.text, lowest: lowest, names: (lowest...highest).map(String.init))
  }

  private static func resolved(
    _ grades: [Judgment], by resolution: Resolution, naming: QueryNaming
  ) -> [ExportedJudgment] {
    var given: [QueryItem: (first: Judgment, grades: [Int])] = [:]
    for judgment in grades {
      guard let grade = judgment.grade else { continue }
      given[QueryItem(judgment.queryID, judgment.item), default: (judgment, [])].grades.append(grade)
    }
    return given.values.map { first, grades in
      ExportedJudgment(
        queryID: first.queryID, query: naming.text(of: first.queryID), item: first.item,
        grade: resolution.grade(of: grades))
    }.sorted()
  }

  private static func exported(
    _ subject: JudgmentSubject, _ entry: StandingJudgments.Entry, naming: QueryNaming
  ) -> ExportedJudgment? {
    let isUnrateable = entry.settled?.decision == .cannotTell
    guard entry.grade != nil || isUnrateable || entry.isFlagged || entry.note != nil else { return nil }
    return ExportedJudgment(
      queryID: subject.queryID, query: naming.text(of: subject.queryID), item: subject.item,
      assessor: subject.assessor, grade: entry.grade, isUnrateable: isUnrateable, isFlagged: entry.isFlagged,
      note: entry.note)
  }
}

extension [ExportedJudgment] {
  fileprivate func sorted() -> [ExportedJudgment] {
    sorted {
      (QueryItem($0.queryID, $0.item), DocumentID($0.assessor))
        < (QueryItem($1.queryID, $1.item), DocumentID($1.assessor))
    }
  }
}
