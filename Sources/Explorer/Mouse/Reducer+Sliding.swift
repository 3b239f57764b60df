internal import TerminalUI

extension ExplorerState {
  /// A press on a slider gives it the focus, and moves it to where it was pressed on.
  mutating func clickSlider(at event: MouseEvent, _ layout: ExplorerLayout) -> [Effect] {
    let strip = strip(in: layout)
    let column = event.column - layout.sliders.column - SliderStrip.start
    guard let (parameter, grip) = strip.grip(at: column) else { return [] }
    slider = parameter
    mousePress?.slider = parameter
    mousePress?.grip = grip
    guard let fraction = grip.fraction else { return [] }
    return slide(parameter, to: fraction)
  }

  /// Moves the slider that was pressed on: its knob goes along with the pointer, a length is chosen by being under it,
  /// and what shows as a number alone moves by a step for each cell.
  mutating func dragSlider(to event: MouseEvent) -> [Effect] {
    guard let press = mousePress, let parameter = press.slider, let grip = press.grip else { return [] }
    let layout = ExplorerLayout(self)
    let strip = strip(in: layout)
    let moved = event.column - press.column
    switch grip {
    case .name:
      guard moved != 0 else { return [] }
      mousePress?.column = event.column
      return slide(parameter, by: moved)
    case .track(let fraction):
      // The track may stand elsewhere since it was pressed on: what counts is how far the pointer went.
      let cells = strip.trackColumns(of: parameter) - 1
      guard cells > 0 else { return [] }
      return slide(parameter, to: fraction + Double(moved) / Double(cells))
    case .value:
      let column = event.column - layout.sliders.column - SliderStrip.start
      guard let under = strip.grip(at: column), under.parameter == parameter,
        case .value(let fraction) = under.grip
      else { return [] }
      return slide(parameter, to: fraction)
    }
  }

  private func strip(in layout: ExplorerLayout) -> SliderStrip {
    SliderStrip(self, columns: layout.sliders.columns - SliderStrip.margin)
  }

  /// Moves a slider of the focused column to the place on its track that is nearest to a fraction of it.
  private mutating func slide(_ parameter: Parameter, to fraction: Double) -> [Effect] {
    let settings = columns[focusedColumn].settings
    let lengths = bench.dimensions(for: settings)
    return slide(parameter, by: parameter.steps(to: fraction, from: settings, dimensions: lengths))
  }
}

/// A part of a slider that the mouse can take hold of.
enum SliderGrip: Hashable, Sendable {
  /// The name or the number beside the track.
  case name
  /// The track, at a fraction of it.
  case track(Double)
  /// One of the values that are written out, with the place of the knob that stands for it.
  case value(Double)

  /// Where the knob goes; `nil` when a press there moves nothing.
  var fraction: Double? {
    switch self {
    case .name: nil
    case .track(let fraction), .value(let fraction): fraction
    }
  }
}

extension Parameter {
  /// How many steps lead from the present place to the one nearest to a fraction of the track, 0 at its left end; of two
  /// equally near ones, the nearer to the present.
  func steps(to fraction: Double, from settings: RankingSettings, dimensions: [Int]) -> Int {
    let place = position(in: settings, dimensions: dimensions)
    let direction = fraction < place ? -1 : 1
    var (best, steps) = (abs(place - fraction), 0)
    var former = settings
    while true {
      let next = moved(settings, by: steps + direction, dimensions: dimensions)
      let distance = abs(position(in: next, dimensions: dimensions) - fraction)
      // Values that are not on offer stand on the place of a neighbour: the first step away may not come nearer.
      let mayGoOn = distance < best || (steps == 0 && distance == best && best > 0)
      guard next != former, mayGoOn else { return steps }
      (best, former) = (distance, next)
      steps += direction
    }
  }
}
