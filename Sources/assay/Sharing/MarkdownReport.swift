internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A comparison as Markdown.
struct MarkdownReport {
  let text: String

  /// - Parameters:
  ///   - export: what to write.
  ///   - sheet: the name of the file with the pictures beside it; `nil` when there is none.
  init(_ export: ComparisonExport, sheet: String?) {
    let comparison = export.comparison
    let query = comparison.query.text
    var lines = ["# \(query.isEmpty ? "The catalogue in its order" : Self.escaped(query))", ""]
    lines += export.facts.map { "- \($0.0): \(Self.escaped($0.1))" }
    let answered = zip(comparison.columns, export.commands).map { column, command in
      (column.letter, Self.section(column, command: command, hasReference: comparison.hasReference))
    }
    let unanswered = comparison.unanswered.map { ($0.letter, Self.section($0)) }
    lines += (answered + unanswered).sorted { $0.0 < $1.0 }.flatMap(\.1)
    if let sheet {
      let letters = comparison.columns.map(\.letter).joined(separator: ", ")
      let order = comparison.columns.count > 1 ? "side by side, best first" : "best first"
      lines += ["", "![The items of \(letters), \(order)](\(sheet))"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func section(
    _ column: ComparisonSnapshot.Column, command: String, hasReference: Bool
  ) -> [String] {
    let heads = ["rank", "moved", "id", "title", "score", "parts"] + gradeHeads(hasReference: hasReference)
    let marks =
      ["---:", "---", "---", "---", "---:", "---"] + gradeHeads(hasReference: hasReference).map { _ in "---" }
    let rows = column.rows.map { row in
      [
        "\(row.rank)", row.movement, escaped(row.card.id.text),
        escaped(([row.card.title] + row.card.facts).joined(separator: " · ")),
        Numerals.fraction(row.score, decimals: 6), escaped(parts(row)),
      ] + grades(row, hasReference: hasReference).map(escaped)
    }
    return ["", "## \(column.letter): \(escaped(column.name))", ""] + facts(column).map { "- \(escaped($0))" }
      + ["", "```sh", command.replacing("\n", with: " "), "```", ""]
      + ["| \(heads.joined(separator: " | ")) |", "|\(marks.joined(separator: "|"))|"]
      + rows.map { "| \($0.joined(separator: " | ")) |" }
  }

  private static func section(_ column: ComparisonSnapshot.Unanswered) -> [String] {
    ["", "## \(column.letter): \(escaped(column.name))", "", "- no answer: \(escaped(column.reason))"]
  }

  /// What stands above the grades: the journal's, and beside them those that the measures are of, where they are others.
  static func gradeHeads(hasReference: Bool) -> [String] {
    hasReference ? ["grade", "reference"] : ["grade"]
  }

  /// The grades of a row, as `gradeHeads` has them.
  static func grades(_ row: ComparisonSnapshot.Row, hasReference: Bool) -> [String] {
    let own = row.grade ?? "not judged"
    return hasReference ? [own, row.reference ?? "not judged"] : [own]
  }

  /// What is said of a column above its rows.
  static func facts(_ column: ComparisonSnapshot.Column) -> [String] {
    [
      column.measure, column.difference, column.model.map { "vectors by \($0)" },
      "\(column.exactness), \(Numerals.milliseconds(column.seconds)), \(Numerals.counted(column.matched, "item")) matched",
    ].compactMap(\.self)
  }

  /// What a score is the sum of.
  static func parts(_ row: ComparisonSnapshot.Row) -> String {
    row.parts.map { part in
      let rank = part.laneRank.map { " #\($0)" } ?? ""
      return "\(part.name) \(Numerals.fraction(part.raw ?? part.value, decimals: 4))\(rank)"
    }.joined(separator: ", ")
  }

  /// Text that means nothing but itself in Markdown, on one line.
  static func escaped(_ text: String) -> String {
    let special: Set<Character> = [
      "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "!", "~", "&",
    ]
    return String(
      text.flatMap { character -> [Character] in
        if character.isNewline { return [" "] }
        return special.contains(character) ? ["\\", character] : [character]
      })
  }
}
