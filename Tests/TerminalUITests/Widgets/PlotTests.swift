import TerminalUI
import TestSupport
import Testing

@Suite struct PlotTests {
  private static let ticks = [16, 32, 64, 128, 256].enumerated().map {
    Plot.Tick(position: Double($0) / 4, label: "\($1)")
  }

  private static func line(_ name: String, _ values: [Double], width: Double = 0.05, emphasised: Bool = false)
    -> Plot.Line
  {
    let points = values.enumerated().map { place, value in
      Plot.Point(
        position: Double(place) / 4, value: value, interval: value - width...value + width)
    }
    return Plot.Line(name: name, points: points, isEmphasised: emphasised)
  }

  static let plot = Plot(
    lines: [
      line("float32", [0.41, 0.55, 0.63, 0.68, 0.69], emphasised: true),
      line("int8", [0.40, 0.54, 0.625, 0.675, 0.688]), line("binary", [0.12, 0.25, 0.41, 0.52, 0.6]),
    ], ticks: ticks)

  @Test(arguments: [(78, 14), (120, 24), (40, 8)]) func drawsLines(columns: Int, rows: Int) {
    var screen = Screen(size: Size(columns: columns, rows: rows))
    Self.plot.draw(on: &screen, in: Rect(column: 0, row: 0, columns: columns, rows: rows))
    expectScreen(screen, "plot-\(columns)x\(rows)")
  }

  @Test func drawsNothingWhereThereIsNoRoom() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 12, rows: 10), Size(columns: 60, rows: 4)] {
      var screen = Screen(size: size)
      Self.plot.draw(on: &screen, in: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows))
      #expect(screen == Screen(size: size))
    }
  }

  @Test func survivesEmptyAndStrangeValues() {
    let strange = Plot.Line(
      name: "long name of a line that does not fit anywhere at all",
      points: [
        Plot.Point(position: 0, value: .nan), Plot.Point(position: 0.5, value: .infinity),
        Plot.Point(position: 1, value: 3),
      ])
    for plot in [Plot(lines: [], ticks: []), Plot(lines: [strange], ticks: Self.ticks)] {
      var screen = Screen(size: Size(columns: 60, rows: 12))
      plot.draw(on: &screen, in: Rect(column: 0, row: 0, columns: 60, rows: 12))
      #expect(screen.size == Size(columns: 60, rows: 12))
    }
  }

  @Test(arguments: [
    ([0.12, 0.74], 0.1...0.8, [".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8"]), ([], 0...1, [".0", "1.0"]),
    ([0.5, 0.5], 0.5...0.502, [".500", ".502"]), ([0, 40], 0...40, ["0", "10", "20", "30", "40"]),
  ])
  func marksRoundNumbers(values: [Double], range: ClosedRange<Double>, labels: [String]) {
    let axis = PlotAxis(covering: values)
    #expect(abs(axis.range.lowerBound - range.lowerBound) < 1e-9)
    #expect(abs(axis.range.upperBound - range.upperBound) < 1e-9)
    #expect(axis.marks(atMost: 8).map(axis.label(of:)).first == labels.first)
    #expect(axis.marks(atMost: 8).map(axis.label(of:)).last == labels.last)
    #expect(axis.marks(atMost: 3).count <= 3)
  }
}
