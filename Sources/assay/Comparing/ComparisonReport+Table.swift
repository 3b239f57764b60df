internal import Relevance
internal import TerminalUI

extension ComparisonReport {
  /// The report for people.
  ///
  /// `changeCount` says how many of the queries that changed most are listed, `perQuery` whether every query's values
  /// are.
  func table(changeCount: Int, perQuery: Bool) -> String {
    var blocks = [heading, summary]
    if !warnings.isEmpty { blocks.append(warnings) }
    blocks += parts.flatMap { part in part.slicings.map { sliceTable(part, $0) } }
    blocks += parts.prefix(1).flatMap { part in
      columns.indices.dropFirst().map { changes(part, column: $0, count: changeCount) }
    }
    blocks.append(similarityTable)
    blocks += reversals.map(reversalTable)
    if perQuery { blocks += parts.map(queryTable) }
    blocks.append(footnotes.flatMap { Fitting.wrap($0, columns: TextOutput.columns) })
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var heading: [String] {
    let width = columns.map { DisplayWidth.of($0.name) }.max() ?? 0
    let gradeCount = queries.qrels.count
    return [
      "\(Numerals.counted(queries.queries.count, "judged query", plural: "judged queries")), \(Numerals.counted(gradeCount, "grade")): \(qrelsPath)\(condition)"
    ]
      + columns.map { column in
        let blank = String(repeating: " ", count: width - DisplayWidth.of(column.name))
        return "  \(column.letter)  \(column.name)\(blank)  \(column.description)"
      }.map { Diagnostics.spelledOut($0) }
  }

  /// How grades were read, where that is not as usual.
  private var condition: String {
    (grading.level == 1 ? "" : "; relevant from grade \(grading.level)")
      + (grading.isJudgedOnly ? "; unjudged items left out" : "")
  }

  // MARK: Means and differences

  private static let differenceColumns: [TextTable.Column] = [
    .number("Δ"), .words("interval of Δ"), .number("p"), .number("p (t)"), .number("Holm"), .number("W"),
    .number("T"), .number("L"),
  ]

  private var summary: [String] {
    var table = TextTable(
      [.words("measure"), .words("column"), .number("mean"), .words("interval"), .number("judged")]
        + Self.differenceColumns)
    for part in parts {
      for (index, column) in columns.enumerated() {
        let mean = part.comparison.means[index]
        table.add(
          [
            index == 0 ? part.measure.title : "", column.title, mean.mean.fixed(4),
            mean.interval?.text(3) ?? "–",
            "\(part.coverage[index].fixed(3)) @\(part.coverageCutoff)",
          ] + (index == 0 ? [] : Self.cells(part.comparison.pairs[index - 1])))
      }
    }
    return table.lines
  }

  private static func cells(_ pair: PairedComparison) -> [String] {
    [
      pair.delta.mean.signed(4), pair.delta.interval?.signed(3) ?? "–",
      pair.randomisation.map { $0.p.asP + ($0.isExact ? "=" : " ") } ?? "– ", pair.tTest?.p.asP ?? "–",
      pair.adjustedP?.asP ?? "–", "\(pair.record.wins)", "\(pair.record.ties)", "\(pair.record.losses)",
    ]
  }

  private func sliceTable(_ part: Part, _ slicing: Slicing) -> [String] {
    var table = TextTable(
      [.words(slicing.column.rawValue), .number("n"), .words("column"), .number("A"), .number("mean")]
        + Self.differenceColumns)
    for slice in slicing.slices {
      for (index, column) in columns.enumerated().dropFirst() {
        let pair = slice.comparison.pairs[index - 1]
        table.add(
          [
            index == 1 ? slice.name : "", index == 1 ? "\(pair.queryCount)\(pair.isSmall ? "!" : " ")" : "",
            column.title, slice.comparison.means[0].mean.fixed(4),
            slice.comparison.means[index].mean.fixed(4),
          ] + Self.cells(pair))
      }
    }
    return ["\(part.measure.title) by \(slicing.column.rawValue)"] + table.lines
  }

  private var warnings: [String] {
    let count = queries.queries.count
    guard count < ComparisonMethod.trustedCount else { return [] }
    return [
      "! \(count) queries are fewer than \(ComparisonMethod.trustedCount): intervals and p values say little"
    ]
  }

  // MARK: Queries

  private func changes(_ part: Part, column: Int, count: Int) -> [String] {
    let (losses, gains) = part.comparison.changes(of: column)
    let name = "\(part.measure.title), \(columns[column].letter) against A"
    func list(_ title: String, _ changes: [QueryChange]) -> [String] {
      guard !changes.isEmpty, count > 0 else { return [] }
      var table = TextTable([
        .number("Δ"), .number("A"), .number(columns[column].letter), .words("query"), .words(""),
      ])
      for change in changes.prefix(count) {
        table.add([
          change.delta.signed(4), change.baseline.fixed(4), change.value.fixed(4), change.query.text,
          Fitting.truncate(queries.query(change.query).text, columns: 60, cut: .atWord),
        ])
      }
      return ["\(title), \(min(count, changes.count)) of \(changes.count): \(name)"] + table.lines
    }
    let lost = list("biggest losses", losses)
    let won = list("biggest gains", gains)
    return lost + (lost.isEmpty || won.isEmpty ? [] : [""]) + won
  }

  private func queryTable(_ part: Part) -> [String] {
    var table = TextTable(
      [.words(part.measure.title)] + columns.map { .number($0.letter) }
        + columns.dropFirst().map { .number("\($0.letter) − A") } + [.words("")])
    for (index, id) in part.comparison.queries.enumerated() {
      let values = part.comparison.values.map { $0[index] }
      table.add(
        [id.text] + values.map { $0.fixed(4) } + values.dropFirst().map { ($0 - values[0]).signed(4) }
          + [Fitting.truncate(queries.query(id).text, columns: 50, cut: .atWord)])
    }
    return table.lines
  }

  // MARK: Rankings

  private var similarityTable: [String] {
    guard let cutoff = similarities.lazy.compactMap(\.?.cutoff).first else { return [] }
    var table = TextTable([
      .words("against A"), .number("overlap@\(cutoff)"), .number("Jaccard@\(cutoff)"), .number("RBO"),
      .number("least"), .number("rest"), .number("τ"), .number("τ_AP"), .number("common items"),
    ])
    for (column, similarity) in zip(columns.dropFirst(), similarities) {
      guard let similarity else { continue }
      table.add(
        [column.title]
          + [
            similarity.overlap, similarity.jaccard, similarity.rbo, similarity.rboMinimum,
            similarity.rboResidual, similarity.kendall, similarity.averagePrecisionCorrelation,
          ].map { $0.fixed(4) } + [similarity.common.fixed(1)])
    }
    return table.lines
  }

  private func reversalTable(_ reversal: JudgmentReversal) -> [String] {
    var table = TextTable([
      .words("measure"), .words("column"), .number("Δ"), .words("interval"), .number("Δ there"),
      .words("interval"), .words("order"),
    ])
    for row in reversal.rows {
      table.add([
        row.measure, row.column.title, row.first.delta.mean.signed(4),
        row.first.delta.interval?.signed(3) ?? "–", row.second.delta.mean.signed(4),
        row.second.delta.interval?.signed(3) ?? "–", row.verdict.rawValue,
      ])
    }
    return [
      "under \(Diagnostics.spelledOut(reversal.path)), on the \(reversal.queryCount) queries judged in both"
    ]
      + table.lines
  }

  // MARK: Definitions

  /// How configurations rank, each line once with the columns that it is about.
  private var formulaLines: [String] {
    var letters: [String: [String]] = [:]
    var order: [String] = []
    for column in columns {
      for formula in column.formulas {
        if letters[formula] == nil { order.append(formula) }
        letters[formula, default: []].append(column.letter)
      }
    }
    return order.map { formula in
      let names = letters[formula, default: []]
      return "column\(names.count == 1 ? "" : "s") \(names.joined(separator: ", ")) – \(formula)"
    }
  }

  private var holmLines: [String] {
    let slicings = parts.flatMap(\.slicings)
    guard columns.count > 2 || !slicings.isEmpty else { return [] }
    let scope = slicings.isEmpty ? "" : ", and for all columns and slices of a table of slices"
    let warning = "!: fewer than \(ComparisonMethod.trustedCount) queries: intervals and p values say little"
    return ["Holm: p adjusted for all columns of a measure\(scope)"]
      + (slicings.contains(where: \.hasFewQueries) ? [warning] : [])
  }

  private var footnotes: [String] {
    formulaLines + parts.map { "\($0.measure.title): \($0.measure.definition)" }
      + [
        "a judged query that a column does not answer scores 0; judged: the share of the first ranks with a grade",
        """
        intervals: \((100 * method.bootstrap.level).fixed(0)) % percentile bootstrap over queries, \
        \(Numerals.grouped(method.bootstrap.resamples)) samples, seed \(method.bootstrap.seed)
        """,
        """
        p: two-sided randomisation test, = all assignments of signs, else \
        \(Numerals.grouped(method.randomisation.samples)) drawn, (b + 1) / (m + 1); p (t): paired t test; \
        W, T, L: wins, ties up to \(method.epsilon), losses
        """,
      ]
      + holmLines
      + (similarities.lazy.compactMap(\.self).first.map {
        [
          """
          RBO: extrapolated, p \($0.persistence), whole rankings, least and rest bound it (Webber et al. 2010); \
          τ, τ_AP (Yilmaz et al. 2008, the mean of both directions): over items in both rankings; means over queries
          """
        ]
      } ?? [])
  }
}
