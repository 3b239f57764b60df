internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The last line: what to press or what happened, and where the work stands and is saved.
struct StatusPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let line = ScreenFrame(state.size).status
    let room = line.columns - 2
    var left: Segments
    let facts: Segments
    if let notice = notice(state) {
      let ink: Ink = notice.isWarning ? .warning : .accent
      // That something is not saved must not vanish behind any message.
      let kept = state.failedSaves > 0 ? saving(state).columns + 2 : 0
      left = Segments(Fitting.truncate(notice.text, columns: room - kept, cut: .atWord), Style(ink))
      facts = self.facts(state, columns: max(0, room - left.columns - 2))
    } else {
      facts = factsBesideNews(state, room: room)
      left = news(state, columns: room - facts.columns - 2)
    }
    left.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: room)
    facts.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
  }

  /// What a click in the line does: the command of the reminder that is there.
  func click(at event: MouseEvent, in state: ExplorerState) -> Segments.Click? {
    let line = ScreenFrame(state.size).status
    guard line.contains(event), notice(state) == nil, state.indexNews == nil else { return nil }
    let room = line.columns - 2
    let facts = factsBesideNews(state, room: room)
    return Reminders(state, columns: room - facts.columns - 2).segments.click(
      at: event.column - line.column - 1)
  }

  /// What there is to say instead of reminders.
  private func notice(_ state: ExplorerState) -> Notice? {
    state.notice ?? state.queryFailure.map { Notice($0.message, isWarning: true) } ?? state.hint
      ?? deriving(state) ?? awaitedJump(state) ?? shortfall(state) ?? damage(of: state)
  }

  private func factsBesideNews(_ state: ExplorerState, room: Int) -> Segments {
    let left = news(state, columns: max(14, room - 94))
    return facts(state, columns: max(0, room - left.columns - 2))
  }

  /// Catalogue, encoder, place in the query set, judged, saved and where; what there is no room for is left out.
  ///
  /// The place goes before the path does: the query line shows it too.
  private func facts(_ state: ExplorerState, columns: Int) -> Segments {
    let whole = stand(state, withPosition: true, columns: columns)
    guard !whole.isCut else { return whole.line }
    for line in [whole.line, stand(state, withPosition: false, columns: columns).line] {
      let room = columns - line.columns - 3
      guard room >= Self.shortestPath else { continue }
      let path = Fitting.truncate(state.bench.journal, columns: room - 2, cut: .atFront)
      var longer = line
      longer.join(Segments("→ " + path, Style(.muted)))
      return longer
    }
    return whole.line
  }

  /// How the work stands, in a fixed order; where there is no room for all, `…` stands for what matters least, which is
  /// known already.
  private func stand(
    _ state: ExplorerState, withPosition: Bool, columns: Int
  ) -> (line: Segments, isCut: Bool) {
    let muted = Style(.muted)
    let models = state.bench.models.count
    let encoder = models == 0 ? state.bench.encoder : "\(models) models"
    var pieces = [(Segments(state.bench.catalogue, muted), 5), (Segments(encoder, muted), 6)]
    if withPosition, let position = state.position {
      pieces.append((Segments("\(position + 1)/\(state.bench.queries.count)", muted), 4))
    }
    if state.view == .explore, let words = state.differences.words {
      pieces.insert((Segments(words, Style(.accent)), 2), at: 0)
    }
    pieces.append((Segments("\(Numerals.grouped(state.book.grades.count)) judged"), 3))
    pieces.append((saving(state), 1))
    return Segments.fitting(byImportance: pieces, columns: columns)
  }

  /// The room that `→ …/journal.jsonl` needs.
  private static let shortestPath = 17

  private func saving(_ state: ExplorerState) -> Segments {
    if state.failedSaves > 0 {
      return Segments("\(state.failedSaves) not saved", Style(.warning, bold: true))
    }
    if state.book.isSaving { return Segments("saving", Style(.muted)) }
    return state.savedAt.map { Segments("saved \($0)", Style(.accent)) } ?? Segments()
  }

  /// What has become of the index, or else reminders of keys.
  private func news(_ state: ExplorerState, columns: Int) -> Segments {
    guard let news = state.indexNews else { return Reminders(state, columns: columns).segments }
    // A sentence that does not fit is better cut than left out; the facts step back for its first words.
    return Segments(
      Fitting.truncate(news.sentence(key: state.key(of: .reload)), columns: max(columns, 60), cut: .atWord),
      Style(.accent))
  }

  /// That a column waits for vectors, and how to get out of that.
  private func deriving(_ state: ExplorerState) -> Notice? {
    guard state.view == .explore, let column = state.derivingColumns.first,
      let share = state.columns[column].derivation
    else { return nil }
    let settings = state.columns[column].settings
    let format =
      settings.isTwoStage && settings.precision == .float32 ? settings.coarse.precision : settings.precision
    let former = (state.columns[column].answered ?? settings.comparingAsPacked).precision
    return Notice(
      "\(ColumnHeadPanel.letter(of: column)): deriving \(format.rawValue) vectors, \(Int(share * 100))% · "
        + "esc goes back to \(former.rawValue)")
  }

  /// That the next query by how much columns differ is gone to when the query set is ranked.
  private func awaitedJump(_ state: ExplorerState) -> Notice? {
    guard state.view == .explore, state.board.awaitedJump != nil, state.board.generation != nil else {
      return nil
    }
    let (done, total) = state.board.progress
    return Notice("ranking the query set first: \(done) of \(total)")
  }

  /// Why the focused column could be answered by words alone.
  private func shortfall(_ state: ExplorerState) -> Notice? {
    guard state.view == .explore, let reason = state.ranking?.shortfall else { return nil }
    return Notice("\(ColumnHeadPanel.letter(of: state.focusedColumn)): \(reason)", isWarning: true)
  }

  /// What makes answers doubtful; it may take the whole line.
  private func damage(of state: ExplorerState) -> Notice? {
    state.indexNews.flatMap { $0.isWarning ? Notice($0.sentence(key: ""), isWarning: true) : nil }
  }
}
