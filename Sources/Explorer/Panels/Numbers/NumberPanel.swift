internal import Relevance
internal import TerminalUI

/// A page of the arithmetic behind a number.
struct NumberPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    switch state.opened.last {
    case .score(let score)?: ScorePanel(score, state).draw(on: &screen)
    case .mean(let mean)?: MeanPanel(mean, state).draw(on: &screen)
    case nil: break
    }
  }

  /// The first line: measure and value, what ranks, and which query or how many.
  static func drawHead(
    _ view: View, value: Segments, name: String, subject: Segments, in head: Rect, on screen: inout Screen
  ) {
    var line = ScreenFrame.drawPrompt(view, in: head, isFocused: true, on: &screen)
    _ = line.takeRight(1)
    Segments.fitting([value, subject, Segments(name, Style(.muted))], columns: line.columns, separator: "  ")
      .draw(on: &screen, column: line.column, row: line.row, maxColumns: line.columns)
  }

  /// Where a score was lost, as pieces of a line, what weighs most first.
  static func lost(_ loss: ScoreLoss, depth: Int) -> [Segments] {
    let total = loss.best - loss.score
    let muted = Style(.muted)
    guard total > 0.000_05 else { return [Segments("nothing is lost: no ranking could do better", muted)] }
    var pieces = [Segments("lost " + Numerals.fraction(total, decimals: 4), Style(.down, bold: true))]
    let parts = [
      (loss.order, "by bad order"), (loss.cutoff, "cut off"),
      (loss.unretrieved, "not among the first \(depth)"),
    ]
    for (value, words) in parts.sorted(by: { $0.0 > $1.0 }) where value > 0.000_05 {
      var piece = Segments(Numerals.fraction(value, decimals: 4))
      piece.add(" " + words, muted)
      pieces.append(piece)
    }
    if loss.best < 0.999_95 {
      pieces.append(Segments("best possible " + Numerals.fraction(loss.best, decimals: 4), muted))
    }
    return pieces
  }
}
