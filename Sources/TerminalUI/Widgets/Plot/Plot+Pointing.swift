/// What stands at a cell of a plot.
package struct PlotSpot: Hashable, Sendable {
  /// The tick whose place is nearest, by its index; `nil` beside the lines, and where there are no ticks.
  package let tick: Int?
  /// The line that has its name or one of its markers there, by its index.
  package let line: Int?
}

extension Plot {
  /// What stands at a cell of the screen when the plot is drawn into `rect`; `nil` outside it.
  ///
  /// A marker is also had by the cells next to it; the nearest counts, and of equally near ones that in front.
  package func spot(column: Int, row: Int, in rect: Rect) -> PlotSpot? {
    guard column >= rect.column, column < rect.maxColumn, row >= rect.row, row < rect.maxRow else {
      return nil
    }
    let layout = PlotLayout(self, in: rect)
    guard layout.isDrawn else { return nil }
    if column > layout.area.maxColumn {
      return PlotSpot(tick: nil, line: layout.nameRows.first { $0.row == row }?.line)
    }
    let tick = ticks.indices.min {
      distance(of: $0, to: column, layout) < distance(of: $1, to: column, layout)
    }
    return PlotSpot(
      tick: column < layout.area.column ? nil : tick, line: marked(column: column, row: row, layout))
  }

  private func distance(of tick: Int, to column: Int, _ layout: PlotLayout) -> Int {
    abs(layout.column(of: ticks[tick].position) - column)
  }

  /// The line with a marker at a cell or next to it.
  private func marked(column: Int, row: Int, _ layout: PlotLayout) -> Int? {
    let near = lines.indices.flatMap { line in
      lines[line].points.filter(\.value.isFinite).compactMap { point -> (line: Int, distance: Int)? in
        let across = abs(layout.column(of: point.position) - column)
        let down = abs(layout.row(of: point.value) - row)
        return across <= 1 && down <= 1 ? (line, across + down) : nil
      }
    }
    return near.min { first, second in
      let ranks = [first, second].map { ($0.distance, lines[$0.line].isEmphasised ? 0 : 1, $0.line) }
      return ranks[0] < ranks[1]
    }?.line
  }
}
