internal import Relevance
internal import Retrieval
internal import TerminalUI

/// Where the parts of the funnel stand.
struct FunnelLayout {
  /// The shares: a line of shortlists, then one for each coarse length.
  let shares: Rect
  /// The line about what is lost.
  let summary: Rect
  /// The names of the list's columns.
  let header: Rect
  /// The lost items.
  let lost: Rect

  init(_ state: ExplorerState) {
    var rest = ScreenFrame(state.size).body
    _ = rest.takeTop(rest.rows > 16 ? 1 : 0)
    shares = rest.takeTop(min(1 + state.curves.lengths.count, max(2, rest.rows / 2)))
    _ = rest.takeTop(rest.rows > 8 ? 1 : 0)
    summary = rest.takeTop(1)
    header = rest.takeTop(1)
    lost = rest
  }
}

/// Coarse length against shortlist: the share of relevant items kept, and those that are lost, each with the shortlist
/// that would save it.
struct FunnelPanel {
  private let state: ExplorerState
  private let answer: FunnelAnswer
  private let layout: FunnelLayout

  /// `nil` while there is nothing to show.
  init?(_ state: ExplorerState) {
    guard let answer = state.curves.answer else { return nil }
    self.state = state
    self.answer = answer
    layout = FunnelLayout(state)
  }

  func draw(on screen: inout Screen) {
    drawShares(on: &screen)
    drawSummary(on: &screen)
    drawLost(on: &screen)
  }

  private static let labelColumns = 16
  private static let shareColumns = 8

  private func drawShares(on screen: inout Screen) {
    let precision = state.curves.precision
    let area = layout.shares
    screen.put(
      "coarse \(precision.rawValue)", column: 1, row: area.row, style: Style(.accent, bold: true),
      maxColumns: Self.labelColumns - 1)
    for (index, shortlist) in answer.funnel.shortlists.enumerated() {
      let isChosen = index == state.curves.shortlist
      screen.put(
        "\(shortlist)", column: Self.labelColumns + index * Self.shareColumns, row: area.row,
        style: Style(isChosen ? .accent : .muted, bold: isChosen), maxColumns: Self.shareColumns - 1,
        alignment: .right)
    }
    screen.put(
      "items handed on", column: Self.labelColumns + answer.funnel.shortlists.count * Self.shareColumns + 2,
      row: area.row, style: Style(.muted))
    for (row, stage) in stages.enumerated() where row + 1 < area.rows {
      drawStage(stage, row: area.row + 1 + row, on: &screen)
    }
  }

  /// The stages of the format that stands out, the shortest first: a line each.
  private var stages: [Int] {
    answer.funnel.stages.indices
      .filter { answer.funnel.stages[$0].precision == state.curves.precision }
      .sorted { answer.funnel.stages[$0].dimensions < answer.funnel.stages[$1].dimensions }
  }

  /// What a cell among the shares is about: a coarse length on its line, a shortlist in its column; `nil` elsewhere.
  func stage(at event: MouseEvent) -> (length: Int?, shortlist: Int?)? {
    guard layout.shares.contains(event) else { return nil }
    let line = event.row - layout.shares.row - 1
    let length = stages.indices.contains(line) ? answer.funnel.stages[stages[line]].dimensions : nil
    // A share stands in the cells up to its column's end, a bracket before them.
    let place = event.column - Self.labelColumns + 1
    let shortlist =
      place >= 0 && place / Self.shareColumns < answer.funnel.shortlists.count
      ? place / Self.shareColumns : nil
    return length == nil && shortlist == nil ? nil : (length, shortlist)
  }

  /// The lost item that is listed at a cell.
  func lost(at event: MouseEvent) -> Int? {
    let place = state.curves.scroll + event.row - layout.lost.row
    return layout.lost.contains(event) && state.curves.lost.indices.contains(place) ? place : nil
  }

  private func drawStage(_ index: Int, row: Int, on screen: inout Screen) {
    let stage = answer.funnel.stages[index]
    let isLookedAt = index == state.curves.stage
    if isLookedAt { screen.put("▌", column: 0, row: row, style: Style(.accent)) }
    screen.put(
      "\(stage.dimensions) dims", column: 1, row: row, style: Style(.plain, bold: isLookedAt),
      maxColumns: Self.labelColumns - 2, alignment: .left)
    for (place, share) in answer.shares[index].enumerated() {
      let isChosen = isLookedAt && place == state.curves.shortlist
      // Brackets, so that the choice is legible without colour.
      let percent = Numerals.fixed(share.mean.mean * 100, decimals: 1) + "%"
      screen.put(
        isChosen ? "[" + percent + "]" : percent + " ",
        column: Self.labelColumns + place * Self.shareColumns - 1, row: row,
        style: Style(isChosen ? .accent : .plain, bold: isChosen), maxColumns: Self.shareColumns + 1,
        alignment: .right)
    }
    screen.put(
      "\(Numerals.grouped(stage.bytes)) B/vector",
      column: Self.labelColumns + answer.shares[index].count * Self.shareColumns + 2, row: row,
      style: Style(.muted))
  }

  private func drawSummary(on screen: inout Screen) {
    guard let index = state.curves.stage, answer.shares[index].indices.contains(state.curves.shortlist) else {
      return
    }
    let stage = answer.funnel.stages[index]
    let share = answer.shares[index][state.curves.shortlist]
    var kept = Segments("\(stage.label) → \(share.shortlist)", Style(.accent, bold: true))
    kept.add("  keeps \(Numerals.grouped(share.kept)) of \(Numerals.grouped(share.relevant)) relevant items")
    var pieces = [kept]
    if let interval = share.mean.interval {
      pieces.append(
        Segments(
          "mean \(Numerals.fraction(share.mean.mean, decimals: 3)) "
            + "[\(Numerals.fraction(interval.low, decimals: 3)), \(Numerals.fraction(interval.high, decimals: 3))]",
          Style(.muted)))
    }
    if let all = stage.shortlistKeepingAll() {
      pieces.append(Segments("\(Numerals.grouped(all)) would keep all", Style(.muted)))
    }
    Segments.fitting(pieces, columns: layout.summary.columns - 2)
      .draw(on: &screen, column: 1, row: layout.summary.row, maxColumns: layout.summary.columns - 2)
  }

  private static let numbers = 26

  private func drawLost(on screen: inout Screen) {
    let room = layout.lost.columns - Self.numbers - 2
    let itemColumns = max(10, room * 3 / 5)
    let muted = Style(.muted)
    let header = layout.header.row
    guard !state.curves.lost.isEmpty else {
      screen.put("nothing is lost", column: 2, row: header, style: Style(.up))
      return
    }
    screen.put("  full  coarse  grade  lost item", column: 2, row: header, style: muted)
    screen.put("query", column: Self.numbers + itemColumns, row: header, style: muted)
    for row in 0..<layout.lost.rows where state.curves.scroll + row < state.curves.lost.count {
      let place = state.curves.scroll + row
      draw(
        state.curves.lost[place], isChosen: place == state.curves.cursor, row: layout.lost.row + row,
        itemColumns: itemColumns, on: &screen)
    }
  }

  /// Rank at full length, the place under the coarse stage – the shortlist that would save it –, grade, item, query.
  private func draw(
    _ lost: FunnelPlace, isChosen: Bool, row: Int, itemColumns: Int, on screen: inout Screen
  ) {
    let style = Style(.plain, bold: isChosen)
    if isChosen { screen.put("▌", column: 0, row: row, style: Style(.accent)) }
    func put(_ text: String, _ column: Int, _ width: Int, _ style: Style) {
      screen.put(text, column: column, row: row, style: style, maxColumns: width, alignment: .right)
    }
    put(lost.fullRank.map { "#\($0)" } ?? "–", 2, 6, style)
    put(lost.coarseRank.map { "\($0)" } ?? "never", 9, 7, Style(.down))
    let (text, ink) = GradeMark.of(lost.grade, on: state.bench.scale)
    put(text, 17, 6, ink)
    screen.put(
      answer.titles[lost.document] ?? lost.document.text, column: 25, row: row, style: style,
      maxColumns: itemColumns - 1, cut: .atWord)
    let query = state.bench.queries.first { $0.id == lost.query }
    screen.put(
      query?.shownText ?? lost.query.text, column: Self.numbers + itemColumns, row: row, style: Style(.muted),
      maxColumns: layout.lost.columns - Self.numbers - itemColumns - 1, cut: .atWord)
  }
}
