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
    for (column, command) in zip(comparison.columns, export.commands) {
      lines += ["", "## \(column.letter): \(Self.escaped(column.name))", ""]
      lines += Self.facts(column).map { "- \(Self.escaped($0))" }
      lines += ["", "```sh", command.replacing("\n", with: " "), "```", ""]
      lines += ["| rank | moved | id | title | score | parts | grade |", "|---:|---|---|---|---:|---|---|"]
      lines += column.rows.map { row in
        "| "
          + [
            "\(row.rank)", row.movement, Self.escaped(row.card.id.text),
            Self.escaped(([row.card.title] + row.card.facts).joined(separator: " · ")),
            Numerals.fraction(row.score, decimals: 6), Self.escaped(Self.parts(row)),
            Self.escaped(row.grade ?? "not judged"),
          ].joined(separator: " | ") + " |"
      }
    }
    if let sheet {
      let letters = comparison.columns.map(\.letter).joined(separator: ", ")
      lines += ["", "![The items of \(letters), side by side, best first](\(sheet))"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// What is said of a column above its rows.
  static func facts(_ column: ComparisonSnapshot.Column) -> [String] {
    [
      column.measure, column.difference, column.model.map { "vectors by \($0)" },
      "\(column.exactness), \(Numerals.milliseconds(column.seconds)), \(Numerals.grouped(column.matched)) items matched",
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
