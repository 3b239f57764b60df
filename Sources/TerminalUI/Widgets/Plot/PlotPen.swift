/// How one line of a plot is drawn, so that it is told from the others without colour.
struct PlotPen {
  /// The cell at every point.
  let marker: String
  /// Which of the dots along the line are drawn, again and again.
  let dashes: [Bool]

  static let all = [
    PlotPen(marker: "●", dashes: [true]),
    PlotPen(marker: "□", dashes: [true, true, true, true, false, false, false]),
    PlotPen(marker: "▲", dashes: [true, false, false]),
    PlotPen(marker: "◇", dashes: [true, true, true, true, true, false, false, true, false, false]),
    PlotPen(marker: "■", dashes: [true, true, false, false]),
    PlotPen(marker: "○", dashes: [true, false, false, false, false]),
  ]
}
