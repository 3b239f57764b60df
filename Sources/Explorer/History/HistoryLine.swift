internal import TerminalUI

/// The query line while a former query is searched for: the part that was typed, and what was found.
struct HistoryLine {
  let search: HistorySearch
  let query: String

  func draw(in line: Rect, on screen: inout Screen) {
    var rest = line
    let label = "history "
    let head = rest.takeLeft(min(DisplayWidth.of(label), rest.columns))
    screen.put(label, column: head.column, row: head.row, style: Style(.muted))
    let width = DisplayWidth.of(search.pattern.text) + 1
    let pattern = rest.takeLeft(min(width, max(1, rest.columns / 2)))
    let style = Style(search.isFailing ? .warning : .accent, bold: true)
    search.pattern.draw(on: &screen, in: pattern, style: style, hasFocus: true)
    let mark = rest.takeLeft(min(2, rest.columns))
    screen.put("›", column: mark.column, row: mark.row, style: Style(.muted))
    found.draw(on: &screen, column: rest.column, row: rest.row, maxColumns: rest.columns)
  }

  private var found: Segments {
    if search.isFailing {
      var words = Segments(search.place == nil ? "no query has it" : "no other query has it", Style(.warning))
      if search.place != nil { words.add(" · " + query, Style(.muted)) }
      return words
    }
    guard search.place != nil, let match = search.match(in: query) else {
      return Segments("type a part of a former query", Style(.muted))
    }
    let characters = Array(query)
    var words = Segments(String(characters[..<match.lowerBound]), Style(.plain, bold: true))
    words.add(String(characters[match]), Style(.accent, bold: true, underlined: true))
    words.add(String(characters[match.upperBound...]), Style(.plain, bold: true))
    return words
  }
}
