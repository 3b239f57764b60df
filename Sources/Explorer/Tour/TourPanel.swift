internal import TerminalUI

/// The step of the tour that is to be done, above the status line.
struct TourPanel {
  private static let widest = 52

  func draw(_ state: ExplorerState, on screen: inout Screen) {
    guard let tour = state.tour, let step = tour.step else { return }
    let body = ScreenFrame(state.size).body
    let columns = min(Self.widest, body.columns)
    let lines = Fitting.wrap(
      step.text(state.keymap, inQueryLine: state.isInQueryLine), columns: max(1, columns - 4),
      maxLines: max(1, body.rows - 4))
    let rows = min(body.rows, lines.count + 2)
    let frame = Rect(
      column: body.maxColumn - columns, row: body.maxRow - rows, columns: columns, rows: rows)
    var popUp = PopUp(frame: frame, title: "tour \(tour.outcomes.count + 1)/\(Tour.length) · \(step.title)")
    popUp.footer = footer(tour, state.keymap)
    popUp.draw(lines.map { PopUp.Row(left: Segments($0)) }, on: &screen)
  }

  /// What became of the step before, and the keys.
  private func footer(_ tour: Tour, _ keymap: Keymap) -> String {
    let keys = keymap.bindings.compactMap { binding -> String? in
      switch binding.command {
      case .tour(.skip): "\(binding.label) skips"
      case .tour(.end): "\(binding.label) ends"
      default: nil
      }
    }
    let number = tour.outcomes.count
    let former = tour.outcomes.last.map { $0 == .done ? ["✓ \(number) done"] : ["\(number) skipped"] } ?? []
    return (former + keys).joined(separator: " · ")
  }
}
