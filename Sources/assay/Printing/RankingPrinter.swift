internal import Explorer
internal import Foundation
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
  }

  private func printTable(_ outcome: SearchOutcome) throws {
    let cards = try workspace.cards(of: outcome)
    let width = cards.map(\.id.text.count).max() ?? 0
    for (item, card) in zip(outcome.items, cards) {
      let rank = String(item.rank).leftPadded(to: 4)
      let id = card.id.text.rightPadded(to: width)
      let parts = item.parts.map { "\($0.name) \($0.value.fixed(4))" }.joined(separator: " + ")
      let facts = ([card.title] + card.facts).joined(separator: " · ")
      TextOutput.line("\(rank)  \(item.score.fixed(4).leftPadded(to: 8))  \(id)  \(facts)  [\(parts)]")
      if explains { printExplanation(of: item.ordinal) }
    }
    if outcome.items.isEmpty { Diagnostics.say("nothing matched '\(query.text)'") }
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
    TextOutput.text(try run.trec())
  }

  private func printJSON(_ outcome: SearchOutcome) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for (item, card) in zip(outcome.items, try workspace.cards(of: outcome)) {
      let explanation =
        explains ? ExplanationLine(workspace.explain(item.ordinal, query: resolved, plan: plan)) : nil
      let line = ResultLine(
        rank: item.rank, id: card.id.text, score: item.score, title: card.title, image: card.picture?.path,
        parts: Dictionary(item.parts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
        explanation: explanation)
      TextOutput.line(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
  }
}

/// One line of `--format json`.
private struct ResultLine: Encodable {
  let rank: Int
  let id: String
  let score: Double
  let title: String
  let image: String?
  let parts: [String: Double]
  let explanation: ExplanationLine?
}

/// An explanation as JSON.
private struct ExplanationLine: Encodable {
  let label: String
  let value: Double
  let sums: Bool
  let details: [ExplanationLine]
  let background: [ExplanationLine]

  init(_ node: Explanation) {
    label = node.label
    value = node.value
    sums = node.combines == .sum
    details = node.details.map(ExplanationLine.init)
    background = node.background.map(ExplanationLine.init)
  }
}
