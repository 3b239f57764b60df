internal import Relevance
internal import TerminalUI

/// The lines above the table: measure, order and progress, then how each column ranks and how good that is.
struct QueriesHead {
  private let state: ExplorerState
  private let board: QueryBoard

  init(_ state: ExplorerState) {
    self.state = state
    board = state.board
  }

  func draw(on screen: inout Screen, in head: Rect) {
    ScreenFrame.drawHead(.queries, in: head, progress: progress, on: &screen) { _ in pieces }
  }

  /// What a click in the first line does.
  func click(at event: MouseEvent, in head: Rect) -> Segments.Click? {
    let (line, place) = ScreenFrame.headLine(.queries, in: head, progress: progress) { _ in pieces }
    return place.contains(event) ? line.click(at: event.column - place.column) : nil
  }

  private var pieces: [Segments] {
    var pieces = [Segments(board.measure.title, Style(.accent, bold: true))]
    if !state.bench.queries.isEmpty {
      let listed = board.slice == nil || board.page == .slices ? state.bench.queries.count : board.shown.count
      let count = Numerals.grouped(listed)
      if board.page == .slices { pieces.append(Segments("slices", Style(.plain, bold: true))) }
      if let slice = board.slice { pieces.append(Segments("slice \(slice)", Style(.plain, bold: true))) }
      pieces += [orders, Segments("\(Numerals.grouped(board.judgedCount)) of \(count) queries judged")]
    }
    return pieces
  }

  private var progress: Segments {
    let (done, total) = board.progress
    if let share = board.derivation {
      return Segments("deriving vectors \(Int(share * 100))% · esc stops", Style(.accent))
    }
    if board.generation != nil {
      return Segments("ranking \(done) of \(total) · esc stops", Style(.accent))
    }
    guard !board.isComplete, !board.runs.isEmpty else { return Segments() }
    return Segments("stopped at \(done) of \(total)", Style(.warning))
  }

  /// The orders with their keys, the present one in brackets; a click on one sorts as its key does, a second one
  /// the other way round, which an arrow says.
  private var orders: Segments {
    var line = Segments("sort", Style(.muted))
    for order in QueryOrder.allCases {
      let isPresent = order == board.order
      let click = Segments.Click(command: .sort, key: .character(order.key))
      line.add(isPresent ? " [" : "  ", Style(.accent))
      line.add(String(order.key), Style(.accent), click: click)
      line.add(
        " " + order.name(on: board.page), Style(isPresent ? .plain : .muted, bold: isPresent), click: click)
      if isPresent { line.add(board.isReversed ? " ↑]" : "]", Style(.accent)) }
    }
    return line
  }

  /// A letter, how it ranks, the mean over the judged queries and how much of the first items is judged.
  func drawColumn(_ index: Int, in line: Rect, on screen: inout Screen) {
    let isFocused = index == state.focusedColumn
    let settings = state.columns[index].settings
    let letter = " " + ColumnHeadPanel.letter(of: index) + " "
    let least = DisplayWidth.of(letter + settings.shortName) + 3
    let numbers =
      board.summaries.indices.contains(index)
      ? Segments.fitting(numbers(board.summaries[index]), columns: line.columns - least, separator: "  ")
      : Segments()
    numbers.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
    let room = line.columns - numbers.columns - 3
    let name = DisplayWidth.of(letter + settings.name) <= room ? settings.name : settings.shortName
    var words = Segments(letter, Style(isFocused ? .accent : .muted, bold: true))
    words.add(name, Style(isFocused ? .accent : .plain, bold: isFocused))
    words.draw(on: &screen, column: line.column, row: line.row, maxColumns: room)
  }

  private func numbers(_ summary: QueryBoard.Summary) -> [Segments] {
    let muted = Style(.muted)
    var mean = Segments("mean ", muted)
    mean.add(
      summary.mean.map { Numerals.fraction($0, decimals: 4) } ?? "–", Style(.plain, bold: summary.mean != nil)
    )
    var coverage = Segments("judged@\(QueryRow.depth) ", muted)
    coverage.add(summary.coverage.map { "\(Int(($0 * 100).rounded()))%" } ?? "–")
    guard summary.failures > 0 else { return [mean, coverage] }
    return [mean, coverage, Segments("\(summary.failures) not answered", Style(.warning))]
  }
}
