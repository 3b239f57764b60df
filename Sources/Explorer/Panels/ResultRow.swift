internal import Relevance
internal import Retrieval
internal import TerminalUI

/// One result: picture, rank and movement, title, facts, parts of the score, score, grade.
///
/// ```
/// ▌▒▒▒▒▒▒   1 Ridgeline enamel mug, wide stripe        .8123  3
/// ▌▒▒▒▒▒▒  ↑3 Ridgeline · £14.00 · mugs
/// ▌▒▒▒▒▒▒     dense .712 #4 · lexical 9.204 #1
/// ```
struct ResultRow {
  /// What the bar at the left says.
  enum Mark {
    case none
    /// Commands go to this row.
    case cursor
    /// Commands would go to this row if the results had the focus.
    case rest
    /// The same item as under the cursor in another column.
    case twin
  }

  let item: RankedItem
  let card: ItemCard
  let movement: Comparison.Movement?
  /// The grade that counts, whoever gave it.
  let grade: Int?
  /// Whether somebody else gave that grade.
  let isOthers: Bool
  /// What the assessor has said.
  let opinion: Opinion
  let scale: Scale
  /// Whether a shape stands under the grade.
  var hasShapes = false
  /// Whether scores mean anything (nothing was typed: they do not).
  let isScored: Bool
  let mark: Mark
  let thumbnail: Size?
  /// Cells of the rank and the movement under it.
  let rankColumns: Int

  /// Text at least this wide has its score beside the title.
  private static let wideText = 40
  /// A row at least this tall has room for all of a title and every fact.
  private static let tallRow = 6

  /// Draws the row; `area` may be shorter than a whole row at the bottom of the screen.
  func draw(on screen: inout Screen, in area: Rect, height: Int) {
    drawMark(on: &screen, in: area)
    var text = area
    _ = text.takeLeft(1)
    _ = text.takeRight(1)
    if let thumbnail {
      let frame = text.takeLeft(thumbnail.columns)
      // A picture cut by the edge would shrink; it waits until the row is whole.
      if let picture = card.picture, area.rows == height {
        screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
      }
      _ = text.takeLeft(1)
    }
    drawRank(on: &screen, in: text.takeLeft(rankColumns))
    _ = text.takeLeft(1)
    let end = text.takeRight(1)
    if isScored { drawGrade(on: &screen, in: end) }
    _ = text.takeRight(1)
    drawText(on: &screen, in: text)
  }

  func drawMark(on screen: inout Screen, in area: Rect) {
    let bar = Rect(column: area.column, row: area.row, columns: 1, rows: area.rows)
    switch mark {
    case .none: break
    case .cursor: screen.fill(bar, with: "▌", style: Style(.accent))
    case .rest: screen.fill(bar, with: "▏", style: Style(.muted))
    case .twin: screen.fill(bar, with: "┆", style: Style(.accent))
    }
  }

  private func drawRank(on screen: inout Screen, in area: Rect) {
    let style = Style(mark == .cursor ? .accent : .muted, bold: mark == .cursor)
    screen.put(
      "\(item.rank)", column: area.column, row: area.row, style: style, maxColumns: area.columns,
      alignment: .right)
    guard let movement, area.rows > 1 else { return }
    let ink: Ink =
      if case .down = movement { .down } else { .up }
    screen.put(
      movement.text, column: area.column, row: area.row + 1, style: Style(ink), maxColumns: area.columns,
      alignment: .right)
  }

  func drawGrade(on screen: inout Screen, in area: Rect) {
    for (line, mark) in marks.prefix(area.rows).enumerated() {
      screen.put(
        mark.text, column: area.column, row: area.row + line, style: mark.style, maxColumns: area.columns)
    }
  }

  /// What was said about the item, the grade first.
  var marks: [(text: String, style: Style)] {
    let others = isOthers ? grade.map { GradeMark.others($0, on: scale) } : nil
    var marks = [others ?? GradeMark.of(grade, on: scale, answer: opinion.answer)]
    if hasShapes, !isOthers, let grade { marks.append(GradeMark.shape(of: grade, on: scale)) }
    if opinion.isFlagged { marks.append(GradeMark.flag) }
    if !opinion.note.isEmpty { marks.append(GradeMark.note) }
    return marks
  }

  private func drawText(on screen: inout Screen, in area: Rect) {
    guard !area.isEmpty else { return }
    // A row cut to one line and a row without facts have no other place for the score.
    let isWide = area.columns >= Self.wideText || area.rows == 1 || card.facts.isEmpty
    let score = isScored ? Numerals.score(item.score) : ""
    let scoreRoom = score.isEmpty ? 0 : DisplayWidth.of(score) + 1
    let titleColumns = area.columns - (isWide ? scoreRoom : 0)
    let linesOfFacts = card.facts.isEmpty ? 0 : 1
    let title = Fitting.wrap(
      card.title, columns: titleColumns,
      maxLines: min(area.rows >= Self.tallRow ? 3 : 2, max(1, area.rows - linesOfFacts)))
    for (line, words) in title.enumerated() {
      screen.put(
        words, column: area.column, row: area.row + line, style: Style(.plain, bold: mark == .cursor))
    }
    var rest = area
    _ = rest.takeTop(max(1, title.count))
    // Narrow columns give the title the whole width; the scores of all rows then stand at their ends.
    let scoreRow = isWide ? area.row : area.maxRow - 1
    screen.put(
      score, column: area.column, row: scoreRow, style: Style(isWide ? .plain : .muted),
      maxColumns: area.columns, alignment: .right)
    let lines = details(columns: area.columns - (isWide ? 0 : scoreRoom), isTall: area.rows >= Self.tallRow)
    for line in lines where !rest.isEmpty {
      let place = rest.takeTop(1)
      put(line, on: &screen, in: place, columns: place.columns - (place.row == scoreRow ? scoreRoom : 0))
    }
  }

  /// What stands under the title, line by line: facts, parts of the score, the id.
  private func details(columns: Int, isTall: Bool) -> [[String]] {
    var lines = card.facts.isEmpty ? [] : isTall ? Self.packed(card.facts, columns: columns) : [card.facts]
    if isScored, item.parts.count > 1 {
      lines.append(parts(columns: columns))
    }
    return lines + [[card.id.text]]
  }

  /// Pieces in as many lines as they need.
  private static func packed(_ pieces: [String], columns: Int) -> [[String]] {
    pieces.reduce(into: []) { lines, piece in
      if let line = lines.last, DisplayWidth.of((line + [piece]).joined(separator: " · ")) <= columns {
        lines[lines.count - 1].append(piece)
      } else {
        lines.append([piece])
      }
    }
  }

  /// Draws as many pieces as fit; the first is shortened when even it does not.
  private func put(_ pieces: [String], on screen: inout Screen, in area: Rect, columns room: Int) {
    var line = pieces.first ?? ""
    for piece in pieces.dropFirst() {
      // Nothing is skipped: what stands at the second place is always the second fact.
      guard DisplayWidth.of(line + " · " + piece) <= room else { break }
      line += " · " + piece
    }
    screen.put(line, column: area.column, row: area.row, style: Style(.muted), maxColumns: room, cut: .atWord)
  }

  /// The parts as wordy as fits: `dense .712 #4 · lexical 9.204 #1`, `dense #4 · lexical #1`, `den #4 · lex #1`.
  private func parts(columns: Int) -> [String] {
    let ways = [
      item.parts.map { describe($0, withScore: true) }, item.parts.map { describe($0, withScore: false) },
      item.parts.map { describe($0, withScore: false, letters: 3) },
    ]
    return ways.first { DisplayWidth.of($0.joined(separator: " · ")) <= columns } ?? ways[2]
  }

  /// A part as `dense .712 #4`: the lane's own score (what it added when it has none) and its rank there.
  private func describe(_ part: ScorePart, withScore: Bool, letters: Int = .max) -> String {
    let value = " " + Numerals.score(part.raw ?? part.value)
    let rank = part.laneRank.map { " #\($0)" } ?? ""
    return part.name.prefix(letters) + (withScore || rank.isEmpty ? value : "") + rank
  }
}
