internal import Explorer
internal import Foundation
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A comparison as one HTML file that needs nothing beside it: no script, no address, pictures inside.
struct HTMLReport {
  let text: String

  init(_ export: ComparisonExport) {
    let comparison = export.comparison
    let query = comparison.query.text
    let title = query.isEmpty ? "The catalogue in its order" : query
    let facts = export.facts.map { "<dt>\(Self.escaped($0.0))</dt><dd>\(Self.escaped($0.1))</dd>" }
    let answered = zip(comparison.columns, export.commands).map { column, command in
      (
        column.letter,
        Self.section(
          column, command: command, pictures: export.pictures, hasReference: comparison.hasReference)
      )
    }
    let unanswered = comparison.unanswered.map { ($0.letter, Self.section($0)) }
    let columns = (answered + unanswered).sorted { $0.0 < $1.0 }.map(\.1)
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <title>\(Self.escaped(title)) – assay</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      <dl>\(facts.joined())</dl>
      <main>
      \(columns.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static func section(
    _ column: ComparisonSnapshot.Column, command: String, pictures: ExportedPictures, hasReference: Bool
  ) -> String {
    let facts = MarkdownReport.facts(column).map { "<li>\(escaped($0))</li>" }.joined()
    let rows = column.rows.map { row in
      let picture = row.card.picture.flatMap { pictures.png($0) }.map { bytes in
        "<img alt=\"\" src=\"data:image/png;base64,\(Data(bytes).base64EncodedString())\">"
      }
      return """
        <tr><td class="n">\(row.rank)<br><small>\(escaped(row.movement))</small></td>\
        <td>\(picture ?? "")</td>\
        <td><b>\(escaped(row.card.title))</b><br>\(escaped(row.card.facts.joined(separator: " · ")))<br>\
        <small>\(escaped(row.card.id.text)) · \(escaped(MarkdownReport.parts(row)))</small></td>\
        <td class="n">\(Numerals.fraction(row.score, decimals: 6))</td>\
        \(MarkdownReport.grades(row, hasReference: hasReference).map { "<td>\(escaped($0))</td>" }.joined())</tr>
        """
    }
    let judgments = MarkdownReport.gradeHeads(hasReference: hasReference).map { "<th>\($0)</th>" }.joined()
    return """
      <section>
      <h2>\(column.letter): \(escaped(column.name))</h2>
      <ul>\(facts)</ul>
      <pre>\(escaped(command))</pre>
      <table>
      <tr><th>rank</th><th></th><th>item</th><th>score</th>\(judgments)</tr>
      \(rows.joined(separator: "\n"))
      </table>
      </section>
      """
  }

  private static func section(_ column: ComparisonSnapshot.Unanswered) -> String {
    """
    <section>
    <h2>\(column.letter): \(escaped(column.name))</h2>
    <p>no answer: \(escaped(column.reason))</p>
    </section>
    """
  }

  /// Text that means nothing but itself in HTML, within quotes too; what steers or reorders text is spelled out.
  static func escaped(_ text: String) -> String {
    Diagnostics.spelledOut(text).unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(scalar)
      }
    }.joined()
  }

  private static let style = """
    :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
    body { margin: 2rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
    dt, small { opacity: .75; }
    dd { margin: 0; overflow-wrap: anywhere; }
    main { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr)); gap: 2rem; align-items: start; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: left; }
    td, th { padding: .3rem .5rem; vertical-align: top; border-bottom: 1px solid #8884; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    img { max-width: 80px; max-height: 80px; background: #fff; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
    """
}
