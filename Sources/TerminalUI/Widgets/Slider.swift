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

  /// The track to the left of the knob, the knob, and the track to its right.
  package var texts: (before: String, knob: String, after: String) {
    let position = Int((fraction * Double(columns - 1)).rounded())
    return (
      String(repeating: "─", count: position), "●", String(repeating: "─", count: columns - 1 - position)
    )
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

  /// What to write for each value, one after the other; the chosen one stands in brackets, legible without colour.
  package var texts: [String] {
    values.enumerated().map { index, value in
      index == chosen ? "[\(value)]" : index == 0 || index == chosen + 1 ? value : " \(value)"
    }
  }
}
