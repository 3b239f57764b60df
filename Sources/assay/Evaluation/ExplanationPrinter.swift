internal import Relevance

/// Prints one query's scores opened: what each rank adds, and where the rest went.
struct ExplanationPrinter {
  let query: QueryID
  /// As the measures read it.
  let topic: JudgedRanking
  /// With the unjudged in their places.
  let uncondensed: JudgedRanking
  let highest: Int

  /// The largest number of ranks that add nothing and are shown all the same.
  private static let patience = 10

  /// One measure as a table with its sum, for people.
  func table(_ measure: any Measure) -> String {
    guard let explanation = MeasureExplanation(measure, topic) else {
      let value = EvaluationTable.value(measure.score(topic), of: measure)
      return "\(measure.title) of \(Diagnostics.spelledOut(query.text)): \(value)\n\(measure.definition)\n"
    }
    let score = explanation.score.fixed(4)
    return """
      \(explanation.title) of \(Diagnostics.spelledOut(query.text)): \(score)
      \(explanation.definition)

      \(ranks(explanation))
      \(explanation.sum.fixed(4)) ÷ \(explanation.norm.fixed(4)) = \(score)
      \(remarks(measure))
      """
  }

  private func ranks(_ explanation: MeasureExplanation) -> String {
    let hasIdeal = explanation.rows.contains { $0.ideal != nil }
    var table = TextTable(
      [.words("item")]
        + (["rank", "grade", "gain", "discount", "adds"] + (hasIdeal ? ["ideal grade", "adds"] : [])).map {
          .number($0)
        })
    let shown = explanation.rows.filter { row in
      row.rank <= Self.patience || row.term.map { $0.value != 0 } ?? false
        || row.ideal.map { $0.term.value != 0 } ?? false
    }
    for row in shown { table.add(cells(row, hasIdeal: hasIdeal)) }
    table.add(
      ["sum", "", "", "", "", explanation.sum.fixed(4)] + (hasIdeal ? ["", explanation.norm.fixed(4)] : []))
    let hidden = explanation.rows.count - shown.count
    return table.lines.joined(separator: "\n") + "\n"
      + (hidden == 0 ? "" : "(\(hidden) further ranks add nothing)\n")
  }

  private func cells(_ row: MeasureExplanation.Row, hasIdeal: Bool) -> [String] {
    let item = row.document?.text ?? "–"
    let grade = row.document == nil ? "" : row.grade.map(String.init) ?? "unjudged"
    return [
      item, String(row.rank), grade, row.term.map { $0.gain.fixed(4) } ?? "",
      row.term.map { $0.discount.fixed(4) } ?? "", row.term.map { $0.value.fixed(4) } ?? "",
    ]
      + (hasIdeal
        ? [row.ideal.map { String($0.grade) } ?? "", row.ideal.map { $0.term.value.fixed(4) } ?? ""] : [])
  }

  private func remarks(_ measure: any Measure) -> String {
    var lines: [String] = []
    if let loss = ScoreLoss(measure, topic) {
      lines.append(
        "lost by order \(EvaluationTable.number(loss.order)), cut off \(EvaluationTable.number(loss.cutoff)), "
          + "not retrieved \(EvaluationTable.number(loss.unretrieved)); the best possible is \(loss.best.fixed(4))"
      )
    }
    if let bounds = UnjudgedBounds.interval(of: measure, uncondensed, highest: highest) {
      let looked = uncondensed.prefix(measure.cutoff ?? uncondensed.count)
      let judged = looked.grades.count { $0 != nil }
      lines.append(
        "judged \(judged) of \(looked.count); grades 0…\(highest) for the rest of the ranking could make it "
          + EvaluationTable.range(bounds))
    }
    if let residual = measure.residual(topic) {
      lines.append(
        "residual \(residual.fixed(4)): the weight of unjudged ranks and of those after the last"
      )
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
