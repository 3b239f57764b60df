/// As many sliders as fit on a line, the focused one among them.
struct SliderStrip {
  static let gap = 2
  /// Where the first slider begins on the line, and the cells that are kept free in all.
  static let start = 4
  static let margin = 6
  private static let tracks = stride(from: 21, through: 5, by: -2)
  private static let loneTrack = 9

  private(set) var controls: [DrawnSlider]
  /// What each of them moves.
  private(set) var parameters: [Parameter]
  private(set) var hasBefore = false
  private(set) var hasAfter = false

  init(_ state: ExplorerState, columns: Int) {
    let settings = state.columns[state.focusedColumn].settings
    let parameters = Parameter.all(fields: state.bench.textFields)
      .filter { $0 == state.slider || $0.matters(to: settings) }
    self.parameters = parameters
    let focus = parameters.firstIndex(of: state.slider) ?? 0
    func controls(track: Int, loneTrack: Int = Self.loneTrack) -> [DrawnSlider] {
      parameters.map { parameter in
        let control = SliderControl(
          parameter: parameter, settings: settings, dimensions: state.bench.dimensions(for: settings),
          isFocused: parameter == state.slider, columns: columns)
        return control.drawn(track: track, loneTrack: loneTrack)
      }
    }
    for track in Self.tracks {
      self.controls = controls(track: track)
      if Self.width(self.controls[...]) <= columns { return }
    }
    self.controls = controls(track: 0, loneTrack: columns < 58 ? 0 : Self.loneTrack)
    keepFocusInSight(focus, columns: columns)
  }

  private mutating func keepFocusInSight(_ focus: Int, columns: Int) {
    var first = 0
    while first < focus, Self.width(controls[first...focus]) > columns { first += 1 }
    var end = focus + 1
    while end < controls.count, Self.width(controls[first...end]) <= columns { end += 1 }
    hasBefore = first > 0
    hasAfter = end < controls.count
    controls = Array(controls[first..<end])
    parameters = Array(parameters[first..<end])
  }

  /// The slider over a cell, counted from where the first one begins, and the part of it there; `nil` between and beside
  /// them.
  func grip(at column: Int) -> (parameter: Parameter, grip: SliderGrip)? {
    var start = 0
    for (control, parameter) in zip(controls, parameters) {
      if (start..<start + control.columns).contains(column) {
        return (parameter, control.grip(at: column - start))
      }
      start += control.columns + Self.gap
    }
    return nil
  }

  /// The cells of a slider's track, 0 when it has none or does not show.
  func trackColumns(of parameter: Parameter) -> Int {
    zip(controls, parameters).first { $1 == parameter }?.0.track?.count ?? 0
  }

  private static func width(_ controls: ArraySlice<DrawnSlider>) -> Int {
    controls.reduce(0) { $0 + $1.columns } + gap * max(0, controls.count - 1)
  }
}
