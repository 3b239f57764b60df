extension Plot {
  /// Draws the plot into a rectangle; in one too small for it nothing is drawn.
  package func draw(on screen: inout Screen, in rect: Rect) {
    let layout = PlotLayout(self, in: rect)
    guard layout.isDrawn else { return }
    drawAxes(layout, on: &screen)
    let order =
      lines.indices.filter { !lines[$0].isEmphasised } + lines.indices.filter { lines[$0].isEmphasised }
    var canvas = BrailleCanvas(layout.area.size)
    for index in order where lines[index].isEmphasised { drawBand(lines[index], layout, on: &canvas) }
    for index in order where !lines[index].isEmphasised { drawStrokes(index, layout, on: &canvas) }
    for index in order { drawLine(index, layout, on: &canvas) }
    canvas.draw(on: &screen, column: layout.area.column, row: layout.area.row)
    for index in order { drawMarkers(index, layout, on: &screen) }
    drawNames(layout, on: &screen)
  }

  private func style(of line: Line) -> Style {
    line.isEmphasised ? Style(.accent, bold: true) : .plain
  }

  private func drawAxes(_ layout: PlotLayout, on screen: inout Screen) {
    let area = layout.area
    let muted = Style(.muted)
    screen.fill(
      Rect(column: area.column - 1, row: area.row, columns: 1, rows: area.rows), with: "│", style: muted)
    screen.put("└", column: area.column - 1, row: area.maxRow, style: muted)
    screen.fill(
      Rect(column: area.column, row: area.maxRow, columns: area.columns, rows: 1), with: "─", style: muted)
    for mark in layout.marks {
      let row = layout.row(of: mark)
      screen.put("┤", column: area.column - 1, row: row, style: muted)
      screen.put(
        axis.label(of: mark), column: area.column - 1 - layout.labelColumns, row: row, style: muted,
        maxColumns: layout.labelColumns - 1, alignment: .right)
    }
    var end = area.column - 1
    for tick in ticks {
      let column = layout.column(of: tick.position)
      screen.put("┴", column: column, row: area.maxRow, style: muted)
      let width = DisplayWidth.of(tick.label)
      let start = max(area.column, column - (width - 1) / 2)
      // A label that would run into the one before is left out.
      guard start > end else { continue }
      screen.put(tick.label, column: start, row: area.maxRow + 1, style: muted)
      end = start + width
    }
  }

  /// The interval of the emphasised line: hatched, so that the line within it stands out.
  private func drawBand(_ line: Line, _ layout: PlotLayout, on canvas: inout BrailleCanvas) {
    for (left, right) in zip(line.points, line.points.dropFirst()) {
      guard let start = left.interval, let end = right.interval else { continue }
      let (first, last) = (layout.x(of: left.position), layout.x(of: right.position))
      for x in stride(from: first + first % 2, through: last, by: 2) {
        let share = last > first ? Double(x - first) / Double(last - first) : 0
        let low = layout.y(of: start.lowerBound + share * (end.lowerBound - start.lowerBound))
        let high = layout.y(of: start.upperBound + share * (end.upperBound - start.upperBound))
        for y in min(low, high)...max(low, high) where (x / 2 + y) % 4 == 0 {
          canvas.set(x: x, y: y, style: Style(.muted))
        }
      }
    }
  }

  /// The interval of another line: a dotted stroke at every point, beside those of the other lines.
  private func drawStrokes(_ index: Int, _ layout: PlotLayout, on canvas: inout BrailleCanvas) {
    for point in lines[index].points {
      guard let interval = point.interval else { continue }
      let x = layout.x(of: point.position) + layout.shift(of: index)
      let (top, bottom) = (layout.y(of: interval.upperBound), layout.y(of: interval.lowerBound))
      for y in stride(from: min(top, bottom), through: max(top, bottom), by: 2) {
        canvas.set(x: x, y: y, style: Style(.muted))
      }
    }
  }

  private func drawLine(_ index: Int, _ layout: PlotLayout, on canvas: inout BrailleCanvas) {
    let dashes = PlotPen.all[index % PlotPen.all.count].dashes
    let style = style(of: lines[index])
    var length = 0
    for (left, right) in zip(lines[index].points, lines[index].points.dropFirst()) {
      let (x0, x1) = (layout.x(of: left.position), layout.x(of: right.position))
      let (y0, y1) = (layout.y(of: left.value), layout.y(of: right.value))
      let steps = max(abs(x1 - x0), abs(y1 - y0), 1)
      for step in 0...steps {
        if dashes[length % dashes.count] {
          canvas.set(
            x: x0 + ((x1 - x0) * step).rounded(dividedBy: steps),
            y: y0 + ((y1 - y0) * step).rounded(dividedBy: steps), style: style)
        }
        length += 1
      }
    }
  }

  private func drawMarkers(_ index: Int, _ layout: PlotLayout, on screen: inout Screen) {
    for point in lines[index].points where point.value.isFinite {
      screen.put(
        Plot.marker(of: index), column: layout.column(of: point.position), row: layout.row(of: point.value),
        style: style(of: lines[index]))
    }
  }

  /// The name of each line as near to its end as the others let it be.
  private func drawNames(_ layout: PlotLayout, on screen: inout Screen) {
    for (index, row) in layout.nameRows {
      let style = style(of: lines[index])
      screen.put(
        Plot.marker(of: index) + " " + lines[index].name, column: layout.area.maxColumn + 1, row: row,
        style: style, maxColumns: layout.nameColumns)
    }
  }
}

extension Int {
  /// The quotient rounded to the nearest whole number, halves away from zero.
  fileprivate func rounded(dividedBy divisor: Int) -> Int {
    let doubled = 2 * abs(self) + divisor
    return (self < 0 ? -1 : 1) * (doubled / (2 * divisor))
  }
}
