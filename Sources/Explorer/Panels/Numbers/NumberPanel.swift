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
  ///
  /// The amounts add up: within `columns` cells shorter words keep all of them.
  static func lost(_ loss: ScoreLoss, depth: Int, columns: Int) -> [Segments] {
    let long = lost(
      loss, words: Loss(order: "by bad order", cutoff: "cut off", missed: "not among the first \(depth)"))
    let amounts = Segments.fitting(Array(long.prefix(4)), columns: .max)
    return amounts.columns <= columns
      ? long : lost(loss, words: Loss(order: "order", cutoff: "cut off", missed: "missed"))
  }

  /// What the ways to lose are called.
  private struct Loss {
    let order: String
    let cutoff: String
    let missed: String
  }

  private static func lost(_ loss: ScoreLoss, words: Loss) -> [Segments] {
    let total = loss.best - loss.score
    let muted = Style(.muted)
    guard total > 0.000_05 else { return [Segments("nothing is lost: no ranking could do better", muted)] }
    var pieces = [Segments("lost " + Numerals.fraction(total, decimals: 4), Style(.down, bold: true))]
    let parts = [
      (loss.order, words.order), (loss.cutoff, words.cutoff), (loss.unretrieved, words.missed),
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
