internal import Retrieval

/// The scores of a catalogue on a line of cells: the lowest at the left, the highest at the right.
struct ScoreAxis: Hashable {
  let range: ClosedRange<Float>
  /// How many cells, and so bins, there are.
  let cells: Int

  /// `nil` when nothing has a score or there is no room.
  init?(_ items: ScoredItems, cells: Int) {
    guard let range = items.range, cells > 0 else { return nil }
    // A line needs a length, though all scores be equal; and one that is no number has no place on it.
    let isLine = range.lowerBound < range.upperBound && (range.upperBound - range.lowerBound).isFinite
    let reach = max(abs(range.lowerBound) * 0.01, 0.01)
    self.range = isLine ? range : range.lowerBound - reach...range.lowerBound + reach
    self.cells = cells
  }

  /// The lowest score of a cell; that of the cell behind the last is the upper end.
  func edge(of cell: Int) -> Float {
    if cell <= 0 { return range.lowerBound }
    if cell >= cells { return range.upperBound }
    let share = Float(cell) / Float(cells)
    return range.lowerBound + (range.upperBound - range.lowerBound) * share
  }

  /// The cell that a score lies in, or the nearest one.
  func cell(of score: Float) -> Int {
    guard score > range.lowerBound else { return 0 }
    guard score < range.upperBound else { return cells - 1 }
    let place = (score - range.lowerBound) / (range.upperBound - range.lowerBound) * Float(cells)
    var cell = min(cells - 1, max(0, Int(place)))
    // What rounding moved across an edge goes back.
    while cell > 0, score < edge(of: cell) { cell -= 1 }
    while cell + 1 < cells, score >= edge(of: cell + 1) { cell += 1 }
    return cell
  }

  /// How many items lie in each cell.
  /// - Complexity: O(cells × log items).
  func counts(of items: ScoredItems) -> [Int] {
    let borders = (0...cells).map { cell in
      cell == 0 ? items.scores.count : cell == cells ? 0 : items.count(atLeast: edge(of: cell))
    }
    return zip(borders, borders.dropFirst()).map { $0 - $1 }
  }
}
