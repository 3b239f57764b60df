internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The last line: what to press or what happened, and where the work stands and is saved.
struct StatusPanel {
  func draw(_ state: ExplorerState, on screen: inout Screen) {
    let line = ScreenFrame(state.size).status
    let room = line.columns - 2
    var left = news(state, columns: max(14, room - 94))
    let notice =
      state.notice ?? state.queryFailure.map { Notice($0.message, isWarning: true) } ?? state.hint
      ?? deriving(state) ?? shortfall(state) ?? damage(of: state)
    if let notice {
      let ink: Ink = notice.isWarning ? .warning : .accent
      left = Segments(Fitting.truncate(notice.text, columns: room, cut: .atWord), Style(ink))
    }
    let facts = facts(state, columns: max(0, room - left.columns - 2))
    if notice == nil { left = news(state, columns: room - facts.columns - 2) }
    left.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: room)
    facts.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
  }

  /// Catalogue, encoder, place in the query set, judged, saved and where; what there is no room for is left out.
  ///
  /// The place goes before the path does: the query line shows it too.
  private func facts(_ state: ExplorerState, columns: Int) -> Segments {
    let whole = stand(state, withPosition: true, columns: columns)
    for line in [whole, stand(state, withPosition: false, columns: columns)] {
      let room = columns - line.columns - 3
      guard room >= Self.shortestPath else { continue }
      let path = Fitting.truncate(state.bench.journal, columns: room - 2, cut: .atFront)
      var longer = line
      longer.join(Segments("→ " + path, Style(.muted)))
      return longer
    }
    return whole
  }

  private func stand(_ state: ExplorerState, withPosition: Bool, columns: Int) -> Segments {
    let muted = Style(.muted)
    let models = state.bench.models.count
    let encoder = models == 0 ? state.bench.encoder : "\(models) models"
    var pieces = [Segments(state.bench.catalogue, muted), Segments(encoder, muted)]
    if withPosition, let position = state.position {
      pieces.append(Segments("\(position + 1)/\(state.bench.queries.count)", muted))
    }
    if state.view == .explore, let words = state.differences.words {
      pieces.insert(Segments(words, Style(.accent)), at: 0)
    }
    pieces.append(Segments("\(Numerals.grouped(state.book.grades.count)) judged"))
    pieces.append(saving(state))
    return Segments.fitting(pieces, columns: columns)
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
    guard let news = state.indexNews else { return hints(state, columns: columns) }
    let key = state.keymap.bindings.first { $0.command == .reload }?.label ?? ""
    // A sentence that does not fit is better cut than left out; the facts step back for its first words.
    return Segments(
      Fitting.truncate(news.sentence(key: key), columns: max(columns, 60), cut: .atWord), Style(.accent))
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

  /// Why the focused column could be answered by words alone.
  private func shortfall(_ state: ExplorerState) -> Notice? {
    guard state.view == .explore, let reason = state.ranking?.shortfall else { return nil }
    return Notice("\(ColumnHeadPanel.letter(of: state.focusedColumn)): \(reason)", isWarning: true)
  }

  /// What makes answers doubtful; it may take the whole line.
  private func damage(of state: ExplorerState) -> Notice? {
    state.indexNews.flatMap { $0.isWarning ? Notice($0.sentence(key: ""), isWarning: true) : nil }
  }

  /// Reminders from the keymap, as many as fit, in its order; the way to the whole list comes first.
  ///
  /// Bindings with the same word are one reminder: `j/k move`.
  private func hints(_ state: ExplorerState, columns: Int) -> Segments {
    let bindings = state.keymap.bindings(in: state.context)
      .filter { $0.hint != nil && $0.command != .show(state.view) }
      .filter { !state.view.screen.reminders.contains($0.command) }
    var words: [String] = []
    for binding in bindings.filter(\.isGuide) + bindings {
      if let word = binding.hint, !words.contains(word) { words.append(word) }
    }
    var line = Segments()
    for word in words {
      let keys = bindings.filter { $0.hint == word }.map { key(of: $0, state.bench.scale) }
      var piece = Segments(keys.joined(separator: "/"), Style(.accent))
      piece.add(" " + word, Style(.muted))
      var longer = line
      longer.join(piece, by: "  ")
      guard longer.columns <= columns else { break }
      line = longer
    }
    return line
  }

  private func key(of binding: Binding, _ scale: Scale) -> String {
    if binding.command == .grade { return "\(scale.lowest)-\(scale.highest)" }
    return binding.keys.first?.map(\.label).joined() ?? ""
  }
}

extension Binding {
  /// Whether it leads to where all the other keys are.
  fileprivate var isGuide: Bool {
    [.help, .leaveQuery, .saveNote, .column(.accept), .column(.load)].contains(command)
  }
}
