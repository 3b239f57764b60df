internal import Relevance
internal import Retrieval
internal import TerminalUI

/// One result in a grid: picture, rank and movement, score, grade, title, facts.
///
/// ```
/// ▌▒▒▒▒▒▒▒▒▒▒▒
/// ▌▒▒▒▒▒▒▒▒▒▒▒
/// ▌▒▒▒▒▒▒▒▒▒▒▒
/// ▌3 ↑2 .8123 3
/// ▌Ridgeline
/// ▌enamel mug…
/// ```
struct ResultCell {
  /// What a list would show of it.
  let result: ResultRow

  /// Cells with so many lines of text keep the last free, so that rows of the grid stand apart.
  private static let roomyText = 4
  private static let mostTitle = 3

  /// Draws the result into its part of the grid.
  func draw(on screen: inout Screen, in area: Rect) {
    var inside = area
    _ = inside.takeRight(1)
    if inside.rows - (result.thumbnail?.rows ?? 0) >= Self.roomyText { _ = inside.takeBottom(1) }
    result.drawMark(on: &screen, in: inside)
    _ = inside.takeLeft(1)
    if let thumbnail = result.thumbnail { drawPicture(on: &screen, in: inside.takeTop(thumbnail.rows)) }
    drawCaption(on: &screen, in: inside.takeTop(1))
    drawText(on: &screen, in: inside)
  }

  private func drawPicture(on screen: inout Screen, in area: Rect) {
    let columns = min(area.columns, result.thumbnail?.columns ?? 0)
    let frame = Rect(
      column: area.column + (area.columns - columns) / 2, row: area.row, columns: columns, rows: area.rows)
    if let picture = result.card.picture {
      screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
    } else {
      screen.put(
        "no picture", column: area.column, row: area.row + area.rows / 2, style: Style(.muted),
        maxColumns: area.columns, alignment: .center)
    }
  }

  /// Rank and movement, then score and grade at the end; what there is no room for is left out, the movement first.
  ///
  /// Reversed under the cursor, so that it is found without colours and before any picture is there.
  private func drawCaption(on screen: inout Screen, in line: Rect) {
    guard !line.isEmpty else { return }
    let isSelected = result.mark == .cursor
    var end = Segments()
    if result.isScored {
      let score = Numerals.score(result.item.score)
      let marks = result.marks
      // Flags and notes stand beside the grade where there is room for them.
      let grade = marks.first.map { Segments($0.text, $0.style) } ?? Segments()
      let all = marks.reduce(into: Segments()) { $0.add($1.text, $1.style) }
      let room = line.columns - DisplayWidth.of("\(result.item.rank)") - 1
      let ways = [Segments(score + " ").followed(by: all), Segments(score + " ").followed(by: grade), all]
      end = ways.first { $0.columns <= room } ?? grade
    }
    var start = Segments(
      "\(result.item.rank)", Style(isSelected ? .accent : .muted, bold: isSelected))
    if let movement = result.movement,
      start.columns + DisplayWidth.of(movement.text) + end.columns + 2 <= line.columns
    {
      let ink: Ink = if case .down = movement { .down } else { .up }
      start.add(" " + movement.text, Style(ink))
    }
    start.draw(on: &screen, column: line.column, row: line.row, maxColumns: line.columns)
    end.draw(on: &screen, before: line.maxColumn, row: line.row)
    guard isSelected else { return }
    for column in line.column..<line.maxColumn {
      screen[column: column, row: line.row].style.isReversed = true
    }
  }

  /// The title in as many lines as there are but one for the facts, where there is more than one fact to tell.
  private func drawText(on screen: inout Screen, in area: Rect) {
    guard !area.isEmpty else { return }
    let hasFacts = !result.card.facts.isEmpty && area.rows > 2
    let title = Fitting.wrap(
      result.card.title, columns: area.columns, maxLines: min(Self.mostTitle, area.rows - (hasFacts ? 1 : 0)))
    for (line, words) in title.enumerated() {
      screen.put(
        words, column: area.column, row: area.row + line,
        style: Style(.plain, bold: result.mark == .cursor))
    }
    guard hasFacts, title.count < area.rows else { return }
    screen.put(
      result.card.facts.joined(separator: " · "), column: area.column, row: area.row + title.count,
      style: Style(.muted), maxColumns: area.columns, cut: .atWord)
  }
}
