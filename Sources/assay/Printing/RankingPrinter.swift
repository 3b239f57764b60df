internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// Prints one query's answer in one of the output formats.
struct RankingPrinter {
  let workspace: Workspace
  let query: Query
  /// What the query was resolved to.
  let resolved: SearchQuery
  let plan: SearchPlan
  let explains: Bool

  func print(_ outcome: SearchOutcome, as format: OutputFormat) throws {
    switch format {
    case .table: try printTable(outcome)
    case .json: try printJSON(outcome)
    case .trec: try printTREC(outcome)
    }
    if !outcome.isExact { Diagnostics.say(outcome.exactness.summary) }
  }

  private func printTable(_ outcome: SearchOutcome) throws {
    if explains { plan.formulas.forEach { TextOutput.line("# \($0)") } }
    let cards = try workspace.cards(of: outcome)
    let width = cards.map { DisplayWidth.of($0.id.text) }.max() ?? 0
    let columns = TextOutput.columns
    for (item, card) in zip(outcome.items, cards) {
      let rank = String(item.rank).leftPadded(to: 4)
      let id = card.id.text + String(repeating: " ", count: width - DisplayWidth.of(card.id.text))
      let front = "\(rank)  \(item.score.fixed(4).leftPadded(to: 8))  \(id)  "
      let parts = item.parts.map { "\($0.name) \($0.value.fixed(4))" }.joined(separator: " + ")
      let facts = ([card.title] + card.facts).joined(separator: " · ")
      // What identifies and explains the row is never cut.
      let room = max(20, columns - DisplayWidth.of(front) - DisplayWidth.of(parts) - 4)
      TextOutput.line(front + Fitting.truncate(facts, columns: room, cut: .atWord) + "  [\(parts)]")
      if explains { printExplanation(of: item.ordinal) }
    }
    if outcome.items.isEmpty {
      Diagnostics.say("nothing matched '\(query.text)'")
    } else if resolved.isEmpty {
      Diagnostics.say(
        "nothing is searched for; these are the first of \(Numerals.counted(outcome.matched, "item")) as catalogued"
      )
    }
  }

  private func printExplanation(of ordinal: UInt32) {
    func show(_ node: Explanation, depth: Int) {
      let indent = String(repeating: "  ", count: depth + 3)
      TextOutput.line("\(indent)\(node.value.fixed(4).leftPadded(to: 8))  \(node.label)")
      for detail in node.details + node.background { show(detail, depth: depth + 1) }
    }
    show(workspace.explain(ordinal, query: resolved, plan: plan), depth: 0)
  }

  private func printTREC(_ outcome: SearchOutcome) throws {
    var run = Relevance.Run(tag: "assay")
    run[query.id] = zip(try workspace.ids(of: outcome), outcome.items).map {
      RunEntry(document: $0, score: $1.score)
    }
    try TRECOutput.write(try run.trec(), to: nil)
  }

  private func printJSON(_ outcome: SearchOutcome) throws {
    for (item, card) in zip(outcome.items, try workspace.cards(of: outcome)) {
      let explanation = explains ? workspace.explain(item.ordinal, query: resolved, plan: plan) : nil
      let line = ResultLine(item, card: card, exactness: outcome.exactness, explanation: explanation)
      TextOutput.line(try line.jsonLine())
    }
  }
}
