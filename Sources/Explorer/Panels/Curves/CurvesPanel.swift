internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A measure against the length of the vectors: a line for each precision and one for search without vectors, and
/// beneath it what the points cost and retain.
struct CurvesPanel {
  private let state: ExplorerState
  private let result: SweepResult
  /// Which of the result's measures is shown.
  private let measure: Int
  private let area: Rect

  /// `nil` while there is nothing to show.
  init?(_ state: ExplorerState) {
    guard let result = state.curves.result,
      let measure = result.measures.firstIndex(of: state.board.measure.title)
    else { return nil }
    self.state = state
    self.result = result
    self.measure = measure
    area = ScreenFrame(state.size).body
  }

  func draw(on screen: inout Screen) {
    let (chart, tables) = parts
    plot.draw(on: &screen, in: chart)
    for (table, area) in tables { table.draw(on: &screen, in: area) }
  }

  /// Where the plot stands, and the tables beneath it.
  private var parts: (chart: Rect, tables: [(table: CurveTable, area: Rect)]) {
    var rest = area
    let tables = tables(rows: rest.rows)
    let rows = tables.reduce(0) { $0 + $1.rows } + max(0, tables.count - 1)
    var beneath = rest.takeBottom(rows)
    _ = rest.takeTop(rest.rows > 12 ? 1 : 0)
    let places = tables.map { table in
      let area = beneath.takeTop(table.rows)
      _ = beneath.takeTop(1)
      return (table, area)
    }
    return (rest, places)
  }

  /// The length and the number format that a cell is about: a point of a line or one of the table, a line's name or a
  /// length beneath the plot; `nil` where there is neither.
  func target(at event: MouseEvent) -> (length: Int?, precision: VectorPrecision?)? {
    let (chart, tables) = parts
    if let spot = plot.spot(column: event.column, row: event.row, in: chart) {
      let precisions = CurveSubject.precisions
      let length = spot.tick.map { dimensions[$0] }
      // The last line is of words, which have no format.
      let precision = spot.line.flatMap { precisions.indices.contains($0) ? precisions[$0] : nil }
      return length == nil && precision == nil ? nil : (length, precision)
    }
    guard let (table, area) = tables.first(where: { $0.area.contains(event) }) else { return nil }
    return (table.length(at: event.column, in: area), table.precision)
  }

  private var plot: Plot {
    let dimensions = dimensions
    func position(_ length: Int) -> Double {
      dimensions.count < 2
        ? 0.5 : Double(dimensions.firstIndex(of: length) ?? 0) / Double(dimensions.count - 1)
    }
    var lines = CurveSubject.precisions.map { precision in
      Plot.Line(
        name: precision.rawValue,
        points: result.curve(state.curves.mode, precision).map { point in
          self.point(position(point.configuration.dimensions ?? 0), point)
        }, isEmphasised: precision == state.curves.precision)
    }
    if let lexical {
      lines.append(
        Plot.Line(
          name: "lexical",
          points: Set([0, position(dimensions.last ?? 0), 1]).sorted().map {
            Plot.Point(position: $0, value: lexical.scores[measure].mean.mean)
          }))
    }
    return Plot(
      lines: lines, ticks: dimensions.map { Plot.Tick(position: position($0), label: "\($0)") })
  }

  private func point(_ position: Double, _ point: SweepPoint) -> Plot.Point {
    let mean = point.scores[measure].mean
    return Plot.Point(
      position: position, value: mean.mean, interval: mean.interval.map { $0.low...max($0.low, $0.high) })
  }

  private var dimensions: [Int] {
    Set(result.points.compactMap(\.configuration.dimensions)).sorted()
  }

  private var lexical: SweepPoint? {
    result.points.first { $0.configuration.mode == .lexical }
  }

  /// As many tables as leave the plot room: that of the precision that stands out, or those of all.
  private func tables(rows: Int) -> [CurveTable] {
    let all = CurveSubject.precisions.enumerated().map { index, precision in
      CurveTable(
        precision: precision, marker: Plot.marker(of: index),
        points: result.curve(state.curves.mode, precision), measure: measure,
        isEmphasised: precision == state.curves.precision, coverageCutoff: result.coverageCutoff,
        chosen: precision == state.curves.precision ? state.curves.point?.configuration.dimensions : nil)
    }
    let needed = all.reduce(0) { $0 + $1.rows + 1 }
    if rows - needed >= Self.leastPlot { return all }
    return rows >= Self.leastPlotBesideTable ? all.filter(\.isEmphasised) : []
  }

  private static let leastPlot = 16
  private static let leastPlotBesideTable = 14
}

/// What the points of one line are worth and cost, a column for each length.
struct CurveTable {
  let precision: VectorPrecision
  let marker: String
  let points: [SweepPoint]
  let measure: Int
  let isEmphasised: Bool
  /// How many ranks the coverage is about.
  let coverageCutoff: Int
  /// The length of the point that commands go to, when it is one of these.
  let chosen: Int?

  private static let labelColumns = 14
  private static let narrowestColumn = 10

  /// Lines it takes: lengths, scores, intervals, coverage, retention, bytes, milliseconds.
  var rows: Int { 7 }

  func draw(on screen: inout Screen, in area: Rect) {
    let style = Style(isEmphasised ? .accent : .plain, bold: isEmphasised)
    screen.put(marker + " " + precision.rawValue, column: area.column + 1, row: area.row, style: style)
    let labels = ["mean", "95 %", "judged@\(coverageCutoff)", "retained", "B/vector", "ms"]
    for (index, label) in labels.enumerated() where index + 1 < area.rows {
      screen.put(label, column: area.column + 3, row: area.row + 1 + index, style: Style(.muted))
    }
    for (point, place) in places(in: area) {
      for (row, cell) in cells(point).enumerated() where row < area.rows {
        screen.put(
          cell.text, column: place.column, row: area.row + row, style: cell.style, maxColumns: place.columns,
          alignment: .right)
      }
    }
  }

  /// The length of the point whose numbers stand in a column of the screen.
  func length(at column: Int, in area: Rect) -> Int? {
    places(in: area).first { _, place in column >= place.column && column <= place.maxColumn }?
      .point.configuration.dimensions
  }

  /// The points there is room for, and the cells of their numbers.
  private func places(in area: Rect) -> [(point: SweepPoint, place: Rect)] {
    let room = area.columns - Self.labelColumns - 2
    let fitting = max(1, room / Self.narrowestColumn)
    let width = min(16, max(Self.narrowestColumn, room / max(1, points.count)))
    // Where not all lengths have room, the shortest are left out: they are worth least.
    return points.suffix(fitting).enumerated().map { index, point in
      let column = area.column + Self.labelColumns + index * width
      return (point, Rect(column: column, row: area.row, columns: width - 1, rows: area.rows))
    }
  }

  private func cells(_ point: SweepPoint) -> [(text: String, style: Style)] {
    let score = point.scores[measure]
    let muted = Style(.muted)
    let interval = score.mean.interval.map {
      Numerals.fraction($0.low, decimals: 2) + "–" + Numerals.fraction($0.high, decimals: 2)
    }
    let retained = score.retention.map { Numerals.fixed($0.mean * 100, decimals: 1) + "%" }
    let milliseconds = point.milliseconds.map { Numerals.fixed($0, decimals: $0 < 10 ? 2 : 0) }
    let isChosen = point.configuration.dimensions == chosen
    let length = "\(point.configuration.dimensions ?? 0)"
    return [
      isChosen ? ("[\(length)]", Style(.accent, bold: true)) : (length, muted),
      (Numerals.fraction(score.mean.mean, decimals: 4), Style(.plain, bold: isEmphasised)),
      (interval ?? "–", muted),
      (Numerals.fixed(point.coverage * 100, decimals: 1) + "%", muted), (retained ?? "–", .plain),
      (Numerals.grouped(point.configuration.bytes), .plain), (milliseconds ?? "–", .plain),
    ]
  }
}
