internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A funnel as it is printed.
struct FunnelReport {
  let index: String
  let itemCount: Int
  let qrels: String
  let outcome: FunnelMeasurement.Outcome
  /// The shortlist whose losses are listed.
  let lostAt: Int
  /// How many of a stage's losses are listed.
  let listed: Int
  /// Only losses count that the full ranking has among its first so many.
  let within: Int
  /// What an item is called.
  let title: (DocumentID) -> String
  /// What a query says.
  let text: (QueryID) -> String

  private var funnel: Funnel { outcome.funnel }

  /// Shares kept, then the losses of each stage.
  var table: String {
    let relevant = funnel.stages.first?.places.count ?? 0
    var heading = [
      """
      \(Diagnostics.spelledOut(index)): \(Numerals.counted(itemCount, "item")), \(Numerals.counted(outcome.queryCount, "query", plural: "queries")), \
      \(Numerals.counted(relevant, "relevant item")) (grade \(funnel.level) or more) of \(Diagnostics.spelledOut(qrels))
      """
    ]
    if outcome.notIndexed > 0 {
      heading.append("left out, not in the index: \(Numerals.counted(outcome.notIndexed, "relevant item"))")
    }
    if outcome.withoutVector > 0 {
      heading.append(
        "left out, without a vector: \(Numerals.counted(outcome.withoutVector, "query", plural: "queries"))")
    }
    if outcome.queryCount < ComparisonMethod.trustedCount {
      heading.append(
        "! \(outcome.queryCount) queries are fewer than \(ComparisonMethod.trustedCount): intervals say little"
      )
    }
    let blocks = [heading, shares] + funnel.stages.map(losses).filter { !$0.isEmpty } + [footnotes]
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var shares: [String] {
    var table = TextTable(
      [.words("coarse"), .number("bytes")] + funnel.shortlists.map { .number("top \($0)") }
        + [.words("interval at \(lostAt)"), .number("all from"), .number("full top \(within) from")])
    for stage in funnel.stages {
      let kept = stage.share(keptBy: lostAt, bootstrap: funnel.bootstrap)
      table.add(
        [stage.label, Numerals.grouped(stage.bytes)]
          + funnel.shares(of: stage).map { $0.mean.mean.fixed(4) }
          + [
            kept.mean.interval?.text(3) ?? "–",
            stage.shortlistKeepingAll().map(Numerals.grouped) ?? "–",
            stage.shortlistKeepingAll(within: within).map(Numerals.grouped) ?? "–",
          ])
    }
    return table.lines
  }

  private func losses(_ stage: FunnelStage) -> [String] {
    let lost = stage.lost(by: lostAt, within: within)
    guard !lost.isEmpty, listed > 0 else { return [] }
    var table = TextTable([
      .number("full"), .number("needs top"), .number("grade"), .words("item"), .words(""), .words("query"),
    ])
    for place in lost.prefix(listed) {
      table.add([
        place.fullRank.map { "#\($0)" } ?? "–", place.coarseRank.map(Numerals.grouped) ?? "none",
        "\(place.grade)", place.document.text,
        Fitting.truncate(title(place.document), columns: 40, cut: .atWord),
        Fitting.truncate("\(place.query) \(text(place.query))", columns: 40, cut: .atWord),
      ])
    }
    return [
      "\(stage.label) → top \(lostAt) loses \(lost.count) of the full top \(within), \(min(listed, lost.count)) listed"
    ] + table.lines
  }

  private var footnotes: [String] {
    [
      "top N: mean over queries of the share of their relevant items among the coarse stage's first N",
      "needs top, all from: the shortlist that keeps the item, or all; full: place at \(funnel.fullDimensions) float32",
      """
      intervals: \((100 * funnel.bootstrap.level).fixed(0)) % percentile bootstrap over queries, \
      \(Numerals.grouped(funnel.bootstrap.resamples)) samples, seed \(funnel.bootstrap.seed)
      """,
    ]
  }

  /// A line for each stage and shortlist.
  var csv: String {
    CSVText.line([
      "coarse", "dimensions", "precision", "bytes", "shortlist", "kept", "relevant", "share", "share_low",
      "share_high",
    ])
      + funnel.stages.flatMap { stage in
        funnel.shares(of: stage).map { share in
          CSVText.line([
            stage.label, "\(stage.dimensions)", stage.precision.rawValue, "\(stage.bytes)",
            "\(share.shortlist)", "\(share.kept)", "\(share.relevant)", "\(share.mean.mean)",
            share.mean.interval.map { "\($0.low)" } ?? "", share.mean.interval.map { "\($0.high)" } ?? "",
          ])
        }
      }.joined()
  }
}
