internal import Retrieval
internal import TerminalUI

/// The sliders of the focused column that matter to its mode, on one line.
///
/// Where they do not fit side by side, first the tracks go, then the line starts further to the right, so that the
/// slider that the arrow keys move is always whole; `‹` and `›` say that there are others.
struct SlidersPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    let line = layout.sliders
    let letter = Segments(ColumnHeadPanel.letter(of: state.focusedColumn), Style(.accent, bold: true))
    letter.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: 1)
    let strip = SliderStrip(state, columns: line.columns - SliderStrip.margin)
    var column = line.column + SliderStrip.start
    if strip.hasBefore { screen.put("‹", column: column - 1, row: line.row, style: Style(.accent)) }
    for control in strip.controls {
      control.draw(on: &screen, column: column, row: line.row, maxColumns: line.maxColumn - 1 - column)
      column += control.columns + SliderStrip.gap
    }
    if strip.hasAfter {
      screen.put("›", column: line.maxColumn - 1, row: line.row, style: Style(.accent))
    }
  }
}

/// As many sliders as fit on a line, the focused one among them.
struct SliderStrip {
  static let gap = 2
  /// Where the first slider begins on the line, and the cells that are kept free in all.
  static let start = 4
  static let margin = 6
  private static let tracks = stride(from: 21, through: 5, by: -2)
  private static let loneTrack = 9

  private(set) var controls: [Segments]
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
    func controls(track: Int, loneTrack: Int = Self.loneTrack) -> [Segments] {
      parameters.map { parameter in
        let control = SliderControl(
          parameter: parameter, settings: settings, dimensions: state.bench.dimensions(for: settings),
          isFocused: parameter == state.slider, columns: columns)
        return control.segments(track: track, loneTrack: loneTrack)
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

  /// What the slider over a cell moves, counted from where the first one begins; `nil` between and beside them.
  func parameter(at column: Int) -> Parameter? {
    var start = 0
    for (control, parameter) in zip(controls, parameters) {
      if (start..<start + control.columns).contains(column) { return parameter }
      start += control.columns + Self.gap
    }
    return nil
  }

  private static func width(_ controls: ArraySlice<Segments>) -> Int {
    controls.reduce(0) { $0 + $1.columns } + gap * max(0, controls.count - 1)
  }
}

/// One slider with its name and value.
private struct SliderControl {
  let parameter: Parameter
  let settings: RankingSettings
  let dimensions: [Int]
  let isFocused: Bool
  /// The most cells it may take.
  let columns: Int

  private var name: Style { isFocused ? Style(.accent, bold: true) : Style(.muted) }
  private var knob: Style { Style(isFocused ? .accent : .plain, bold: true) }

  /// The slider with a track of so many cells for a share, and of `loneTrack` cells for any number in focus.
  func segments(track: Int, loneTrack: Int) -> Segments {
    var line = Segments(parameter.name(for: settings) + " ", name)
    guard parameter.matters(to: settings) else {
      line.add("–", Style(.muted))
      return line
    }
    let lone = isFocused ? loneTrack : 0
    switch parameter {
    case .dimensions: addDimensions(settings.dimensions, settings.precision, to: &line)
    case .coarseDimensions: addDimensions(settings.coarse.dimensions, settings.coarse.precision, to: &line)
    case .shortlist: addNumber(Numerals.grouped(settings.coarse.shortlist), track: lone, to: &line)
    case .fusionDepth: addNumber("\(settings.fusionDepth)", track: lone, to: &line)
    case .textShare:
      // The knob stands near the word that has the larger share, and text is at the left.
      line.add(Numerals.fraction(settings.textShare, decimals: 2))
      addTrack(max(track, lone), to: &line)
      if max(track, lone) > 0 { line.add(" image", name) }
    case .fusion where settings.fusionRule == .reciprocalRank:
      line.add("k \(settings.rankConstant)", knob)
    case .fusion:
      line.add(Numerals.fraction(settings.lexicalShare, decimals: 2))
      addTrack(max(track, lone), to: &line)
    case .saturation: addNumber(Numerals.brief(settings.lexical.k1), track: lone, to: &line)
    case .lengthNormalisation:
      addNumber(Numerals.fraction(settings.lexical.b, decimals: 2), track: lone, to: &line)
    case .weight(let field):
      addNumber(Numerals.brief(settings.weight(of: field)), track: lone, to: &line)
    }
    return line
  }

  private func addDimensions(_ length: Int, _ precision: VectorPrecision, to line: inout Segments) {
    let end = " " + precision.rawValue
    let room = columns - line.columns - DisplayWidth.of(end)
    let shown = lengths(around: length, columns: room)
    let chosen = shown.firstIndex(of: length) ?? 0
    if shown.first != dimensions.first { line.add("…", Style(.muted)) }
    for (index, text) in Steps(shown.map(String.init), chosen: chosen).texts.enumerated() {
      line.add(text, index == chosen ? knob : Style(.muted))
    }
    if shown.last != dimensions.last { line.add("…", Style(.muted)) }
    line.add(end)
  }

  /// As many lengths as fit; those furthest from the chosen one are left out.
  private func lengths(around length: Int, columns: Int) -> [Int] {
    var shown = dimensions[...]
    while shown.count > 1, width(of: shown, chosen: length) > columns, let first = shown.first,
      let last = shown.last
    {
      let isNearerToFirst =
        dimensions.count { $0 > first && $0 <= length } < dimensions.count { $0 >= length && $0 < last }
      shown = isNearerToFirst ? shown.dropLast() : shown.dropFirst()
    }
    return Array(shown)
  }

  private func width(of shown: ArraySlice<Int>, chosen: Int) -> Int {
    let texts = Steps(
      shown.map(String.init), chosen: shown.firstIndex(of: chosen).map { $0 - shown.startIndex } ?? 0
    )
    .texts
    return DisplayWidth.of(texts.joined()) + (shown.count < dimensions.count ? 2 : 0)
  }

  private func addNumber(_ text: String, track: Int, to line: inout Segments) {
    line.add(text)
    addTrack(track, to: &line)
  }

  private func addTrack(_ columns: Int, to line: inout Segments) {
    guard columns > 0 else { return }
    let slider = Slider(
      fraction: parameter.position(in: settings, dimensions: dimensions), columns: columns)
    line.add(" ")
    line.add(slider.texts.before, Style(.muted))
    line.add(slider.texts.knob, knob)
    line.add(slider.texts.after, Style(.muted))
  }
}
