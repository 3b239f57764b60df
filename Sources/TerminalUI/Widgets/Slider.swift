/// A position on a line: `──●────`.
package struct Slider: Hashable, Sendable {
  /// Where the knob stands, 0…1.
  package var fraction: Double
  /// Cells of the track.
  package var columns: Int

  /// Makes a slider; fractions outside 0…1 are clamped.
  package init(fraction: Double, columns: Int) {
    self.fraction = min(1, max(0, fraction))
    self.columns = max(1, columns)
  }

  /// Draws track and knob and returns the cells taken.
  @discardableResult
  package func draw(on screen: inout Screen, column: Int, row: Int, track: Style, knob: Style) -> Int {
    let position = Int((fraction * Double(columns - 1)).rounded())
    screen.put(String(repeating: "─", count: columns), column: column, row: row, style: track)
    screen.put("●", column: column + position, row: row, style: knob)
    return columns
  }
}

/// A choice among a few values, all of them visible: `16 32 64 128[256]`.
package struct Steps: Hashable, Sendable {
  /// The values in order.
  package var values: [String]
  /// The index of the chosen one.
  package var chosen: Int

  /// Makes a choice.
  package init(_ values: [String], chosen: Int) {
    self.values = values
    self.chosen = chosen
  }

  /// Draws every value and returns the cells taken; the chosen one stands in brackets, legible without colour.
  @discardableResult
  package func draw(on screen: inout Screen, column: Int, row: Int, style: Style, chosenStyle: Style) -> Int {
    var position = column
    for (index, value) in values.enumerated() {
      let isChosen = index == chosen
      position += screen.put(
        isChosen ? "[\(value)]" : index == 0 || index == chosen + 1 ? value : " \(value)", column: position,
        row: row, style: isChosen ? chosenStyle : style)
    }
    return position - column
  }
}
