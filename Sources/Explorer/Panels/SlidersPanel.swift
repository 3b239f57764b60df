internal import Retrieval
internal import TerminalUI

/// The sliders of the focused column, on one line.
struct SlidersPanel: Panel {
  /// Below this width tracks are left out, and below the smaller one all sliders but the focused one.
  private static let roomForTracks = 76
  private static let roomForAll = 58

  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    let line = layout.sliders
    let settings = state.columns[state.focusedColumn].settings
    let track = line.columns < Self.roomForTracks ? 0 : min(21, 5 + (line.columns - Self.roomForTracks) / 2)
    var pen = Pen(column: line.column + 1, row: line.row, end: line.maxColumn)
    pen.write(ColumnHeadPanel.letter(of: state.focusedColumn), Style(.accent, bold: true), on: &screen)
    for parameter in Parameter.allCases where line.columns >= Self.roomForAll || parameter == state.slider {
      let isFocused = parameter == state.slider
      let control = Control(
        parameter: parameter, settings: settings, dimensions: state.bench.dimensions, track: track,
        isFocused: isFocused)
      control.draw(with: &pen, on: &screen)
    }
  }
}

/// One slider with its name and value.
private struct Control {
  let parameter: Parameter
  let settings: RankingSettings
  let dimensions: [Int]
  let track: Int
  let isFocused: Bool

  private var name: Style { isFocused ? Style(.accent, bold: true) : Style(.muted) }
  private var knob: Style { Style(isFocused ? .accent : .plain, bold: true) }

  func draw(with pen: inout Pen, on screen: inout Screen) {
    pen.write("  ", .plain, on: &screen)
    pen.write(parameter.name(for: settings) + " ", name, on: &screen)
    guard parameter.matters(to: settings.mode) else {
      pen.write("–", Style(.muted), on: &screen)
      return
    }
    switch parameter {
    case .dimensions: drawDimensions(with: &pen, on: &screen)
    case .textShare:
      // The knob stands near the word that has the larger share, and text is at the left.
      pen.write(Numerals.fraction(settings.textShare, decimals: 2), .plain, on: &screen)
      guard track > 0 else { return }
      drawTrack(1 - settings.textShare, with: &pen, on: &screen)
      pen.write(" image", name, on: &screen)
    case .fusion where settings.fusesRanks: pen.write("k \(settings.rankConstant)", knob, on: &screen)
    case .fusion:
      pen.write(Numerals.fraction(settings.lexicalShare, decimals: 2), .plain, on: &screen)
      if track > 0 { drawTrack(settings.lexicalShare, with: &pen, on: &screen) }
    }
  }

  private func drawDimensions(with pen: inout Pen, on screen: inout Screen) {
    let steps = Steps(
      dimensions.map(String.init), chosen: dimensions.firstIndex(of: settings.dimensions) ?? 0)
    pen.skip(
      steps.draw(on: &screen, column: pen.column, row: pen.row, style: Style(.muted), chosenStyle: knob))
    if track > 0 { pen.write(" " + settings.precision.rawValue, .plain, on: &screen) }
  }

  private func drawTrack(_ fraction: Double, with pen: inout Pen, on screen: inout Screen) {
    pen.write(" ", .plain, on: &screen)
    let slider = Slider(fraction: fraction, columns: min(track, max(1, pen.end - pen.column)))
    pen.skip(slider.draw(on: &screen, column: pen.column, row: pen.row, track: Style(.muted), knob: knob))
  }
}

/// A place on a line that moves on as text is written.
struct Pen {
  private(set) var column: Int
  let row: Int
  let end: Int

  init(column: Int, row: Int, end: Int) {
    self.column = column
    self.row = row
    self.end = end
  }

  mutating func write(_ text: String, _ style: Style, on screen: inout Screen) {
    column += screen.put(text, column: column, row: row, style: style, maxColumns: max(0, end - column))
  }

  mutating func skip(_ columns: Int) {
    column += columns
  }
}
