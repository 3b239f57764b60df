extension Qrels {
  /// The grades that count after a sequence of decisions: for each assessor, query and item the last one, and of
  /// several assessors' grades the one that `resolution` makes of them.
  ///
  /// Somebody who withdrew, skipped or could not tell gives no grade, and takes none from the others. Judgments
  /// derived from clicks take part only when the selection names them.
  package init(
    judgments: some Sequence<Judgment>, resolving resolution: Resolution = .latest,
    choosing selection: JudgmentSelection = JudgmentSelection()
  ) {
    self.init(standing: StandingJudgments(judgments, choosing: selection), resolving: resolution)
  }

  /// The grades that count of what stands.
  package init(standing: StandingJudgments, resolving resolution: Resolution = .latest) {
    self.init()
    var given: [QueryID: [DocumentID: [Int]]] = [:]
    for judgment in standing.grades {
      guard let grade = judgment.grade else { continue }
      given[judgment.queryID, default: [:]][judgment.item, default: []].append(grade)
    }
    for (query, items) in given {
      for (item, grades) in items { self[query, item] = resolution.grade(of: grades) }
    }
  }
}
