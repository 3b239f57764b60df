/// Lines over a common horizontal axis, each with its interval, legible without colour.
///
/// Every line has its own dashes and its own marker, and its name stands at its end. The emphasised line shows its
/// interval as a hatched field, the others as a dotted stroke at every point.
package struct Plot: Hashable, Sendable {
  /// One measured place of a line.
  package struct Point: Hashable, Sendable {
    /// Where it stands on the horizontal axis, 0…1.
    package let position: Double
    /// How high it stands, in the units of the vertical axis.
    package let value: Double
    /// Its interval, if it has one.
    package let interval: ClosedRange<Double>?

    /// Makes a point.
    package init(position: Double, value: Double, interval: ClosedRange<Double>? = nil) {
      self.position = position
      self.value = value
      self.interval = interval
    }
  }

  /// One line.
  package struct Line: Hashable, Sendable {
    /// What stands at its end.
    package let name: String
    /// Its points, ascending by position.
    package let points: [Point]
    /// Whether it stands out, in front of the others.
    package let isEmphasised: Bool

    /// Makes a line.
    package init(name: String, points: [Point], isEmphasised: Bool = false) {
      self.name = name
      self.points = points
      self.isEmphasised = isEmphasised
    }
  }

  /// A mark on the horizontal axis.
  package struct Tick: Hashable, Sendable {
    /// Where, 0…1.
    package let position: Double
    /// What stands under it.
    package let label: String

    /// Makes a mark.
    package init(position: Double, label: String) {
      self.position = position
      self.label = label
    }
  }

  /// The lines; the first gets the first marker and dashes, and so on, round and round.
  package let lines: [Line]
  /// The marks of the horizontal axis.
  package let ticks: [Tick]
  /// What the vertical axis covers.
  package let axis: PlotAxis

  /// Makes a plot whose vertical axis covers every point and interval.
  package init(lines: [Line], ticks: [Tick]) {
    self.lines = lines
    self.ticks = ticks
    axis = PlotAxis(
      covering: lines.flatMap(\.points).flatMap { point in
        [point.value] + (point.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
      })
  }

  /// What tells lines apart: the marker of their points, for tables beside the plot.
  package static func marker(of line: Int) -> String { PlotPen.all[line % PlotPen.all.count].marker }
}
