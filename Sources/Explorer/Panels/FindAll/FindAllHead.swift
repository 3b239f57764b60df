internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The first line: the query, how it is ranked, what the scores are and how far the scoring has come.
struct FindAllHead {
  private let state: ExplorerState

  init(_ state: ExplorerState) {
    self.state = state
  }

  func draw(on screen: inout Screen, in head: Rect) {
    ScreenFrame.drawHead(.findAll, in: head, progress: progress, on: &screen, pieces: pieces)
  }

  private func pieces(room: Int) -> [Segments] {
    let settings = state.columns[state.focusedColumn].settings
    let letter = ColumnHeadPanel.letter(of: state.focusedColumn)
    let name = settings.name.count * 2 > room ? settings.shortName : settings.name
    var ranking = Segments(letter + " ", Style(.accent, bold: true))
    ranking.add(name, Style(.accent))
    let queryRoom = max(8, room - ranking.columns - 3)
    var pieces = [ranking]
    if !state.isBrowsing {
      let query = Fitting.truncate(state.query.text, columns: queryRoom, cut: .atWord)
      pieces.insert(Segments(query, Style(.plain, bold: true)), at: 0)
    }
    if let items = state.findAll.found?.items {
      pieces.append(Segments(items.basis.summary, Style(.muted)))
      if items.unscored > 0 {
        pieces.append(Segments("\(Numerals.grouped(items.unscored)) without a score", Style(.muted)))
      }
    }
    return pieces
  }

  private var progress: Segments {
    let board = state.findAll
    if board.isWaiting {
      if let share = board.derivation {
        return Segments("deriving vectors \(Int(share * 100))% · esc stops", Style(.accent))
      }
      return Segments(
        board.found == nil ? "scoring · esc stops" : "≈ by bytes, scoring · esc stops", Style(.accent))
    }
    if board.isStopped { return Segments("stopped", Style(.warning)) }
    guard let found = board.found else { return Segments() }
    let isExact = found.items.exactness.isExact
    return Segments(
      Numerals.milliseconds(found.seconds) + (isExact ? " exact" : " approx"),
      Style(isExact ? .muted : .warning))
  }
}

/// What stands in place of the histogram and the list while there are none.
struct FindAllMessage {
  private let lines: [String]
  private let isFailure: Bool

  /// `nil` when there is something to show.
  init?(_ state: ExplorerState) {
    let board = state.findAll
    isFailure = board.failure != nil
    if state.isBrowsing {
      lines = [
        "Nothing is asked for, so nothing has a score.", "",
        "/ goes to the query line; a threshold then cuts the whole catalogue by its score.",
      ]
    } else if let failure = state.queryFailure?.message {
      lines = ["The query can't be read.", "", failure]
    } else if let failure = board.failure {
      lines = ["Nothing could be scored.", "", failure]
    } else if board.isStopped {
      lines = ["Stopped before every item was scored.", "", "\(state.resumingKey) goes on."]
    } else if let items = board.found?.items {
      guard items.scores.isEmpty else { return nil }
      lines = [
        "No item has a score.", "",
        items.count == 0
          ? "The filters let nothing through."
          : "Counted is the \(items.basis.summary); tab goes to the next column.",
      ]
    } else {
      lines = ["Scoring every item of the catalogue."]
    }
  }

  func draw(on screen: inout Screen) {
    let room = min(90, screen.size.columns - 4)
    var row = 2
    for (index, text) in lines.enumerated() {
      for line in text.isEmpty ? [""] : Fitting.wrap(text, columns: room) where row < screen.size.rows - 1 {
        let ink: Ink = index == 0 ? (isFailure ? .warning : .plain) : .muted
        screen.put(
          line, column: 2, row: row, style: Style(ink, bold: index == 0), maxColumns: room)
        row += 1
      }
    }
  }
}
