internal import Relevance
internal import Retrieval
internal import TerminalUI

/// Two lines over each column: how it ranks and how fast, then how good it is and how it differs.
struct ColumnHeadPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    for (place, column) in layout.columns.enumerated() {
      let neighbours = (
        before: place == 0 && column.index > 0,
        after: place == layout.columns.count - 1 && column.index < state.columns.count - 1
      )
      drawConfiguration(state, column, neighbours, on: &screen)
      drawMeasures(state, column, on: &screen)
      if column.head.column > 0 {
        let rule = Rect(
          column: column.head.column - 1, row: column.head.row, columns: 1,
          rows: column.head.rows + column.body.rows)
        screen.fill(rule, with: "│", style: Style(.muted))
      }
    }
  }

  /// The letter a column goes by.
  static func letter(of index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
  }

  private func drawConfiguration(
    _ state: ExplorerState, _ column: ExplorerLayout.Column, _ hidden: (before: Bool, after: Bool),
    on screen: inout Screen
  ) {
    let content = state.columns[column.index]
    let isFocused = column.index == state.focusedColumn
    let end = column.head.maxColumn - 1
    let detail = Detail(columns: column.head.columns)
    let letter = (hidden.before ? "‹" : " ") + Self.letter(of: column.index) + " "
    if hidden.after { screen.put("›", column: end, row: column.head.row, style: Style(.accent)) }
    // How it ranks comes before how exactly.
    let least = DisplayWidth.of(letter + content.settings.shortName)
    let timings = [
      timing(of: content, detail: detail, exactness: \.word),
      timing(of: content, detail: .short, exactness: \.word),
      timing(of: content, detail: .short, exactness: \.mark),
    ]
    let timing = timings.first { end - $0.columns - 1 - column.head.column >= least } ?? timings[2]
    timing.draw(on: &screen, before: end, row: column.head.row)
    let room = end - timing.columns - 1 - column.head.column
    let isShort = DisplayWidth.of(letter + content.settings.name) > room
    var name = Segments(letter, Style(isFocused ? .accent : .muted, bold: true))
    name.add(
      isShort ? content.settings.shortName : content.settings.name,
      Style(isFocused ? .accent : .plain, bold: isFocused))
    if hidden.before || hidden.after, isFocused {
      let others = "  \(column.index + 1) of \(state.columns.count)"
      if name.columns + DisplayWidth.of(others) <= room { name.add(others, Style(.muted)) }
    }
    name.draw(on: &screen, column: column.head.column, row: column.head.row, maxColumns: room)
  }

  private func timing(
    of column: ResultColumn, detail: Detail, exactness: KeyPath<ExactnessWords, String>
  ) -> Segments {
    if let failure = column.failure {
      switch failure.awaited {
      case .model: return Segments("loading model", Style(.accent))
      case .server: return Segments("asking server", Style(.accent))
      case nil: break
      }
      return Segments(failure.range == nil ? "failed" : "query not read", Style(.warning))
    }
    if let share = column.derivation { return Segments("deriving \(Int(share * 100))%", Style(.accent)) }
    guard let ranking = column.ranking else { return Segments("searching", Style(.muted)) }
    var timing = Segments()
    if detail > .short, !ranking.query.text.isEmpty {
      timing.add(Numerals.counted(ranking.outcome.matched, "item") + "  ", Style(.muted))
    }
    timing.add(Numerals.milliseconds(ranking.seconds), Style(column.isWaiting ? .muted : .plain))
    timing.add(" " + ExactnessWords(ranking.outcome.exactness)[keyPath: exactness], Style(.muted))
    return timing
  }

  private func drawMeasures(
    _ state: ExplorerState, _ column: ExplorerLayout.Column, on screen: inout Screen
  ) {
    let room = column.head.columns - 4
    let pieces = pieces(state, column.index, detail: Detail(columns: column.head.columns))
    Segments.fitting(pieces, columns: room)
      .draw(on: &screen, column: column.head.column + 3, row: column.head.row + 1, maxColumns: room)
  }

  /// How much a head has room to say.
  private enum Detail: Comparable {
    case short, medium, long

    init(columns: Int) {
      self = columns >= 72 ? .long : columns >= 54 ? .medium : .short
    }
  }

  private func pieces(_ state: ExplorerState, _ index: Int, detail: Detail) -> [Segments] {
    guard let ranking = state.columns[index].ranking else { return [] }
    let muted = Style(.muted)
    if ranking.query.text.isEmpty {
      return [Segments(Numerals.counted(ranking.outcome.matched, "item") + " in catalogue order", muted)]
    }
    let shortfall = ranking.shortfall == nil ? [] : [Segments("lexical only", Style(.warning))]
    let isCut = state.bench.cutsUntrained(state.columns[index].settings)
    let cut = isCut ? [Segments("cut, no Matryoshka", Style(.down))] : []
    return shortfall + measures(state, index, detail: detail) + cut + facts(of: ranking)
  }

  /// What the answer may miss, why, and what one vector takes.
  private func facts(of ranking: Ranking) -> [Segments] {
    // The reason stands in the status line of the column that has the focus.
    guard ranking.shortfall == nil else { return [] }
    var pieces: [Segments] = []
    if let lost = ranking.outcome.lost, lost > 0 {
      pieces.append(Segments("\(lost) lost by filtering late", Style(.down)))
    }
    // A coarse stage stands in the column's name.
    if case .approximate(let reason) = ranking.outcome.exactness,
      reason != ranking.plan.dense?.coarse?.summary
    {
      pieces.append(Segments("approx: \(reason)", Style(.muted)))
    }
    if let dense = ranking.plan.dense {
      pieces.append(Segments("\(Numerals.grouped(dense.bytes)) B/vector", Style(.muted)))
    }
    return pieces
  }

  private func measures(_ state: ExplorerState, _ index: Int, detail: Detail) -> [Segments] {
    let muted = Style(.muted)
    let depth = Standing.cutoff
    let suffix = detail == .long ? "@\(depth) " : " "
    var pieces: [Segments] = []
    if let standing = state.columns[index].standing {
      var measure = Segments(standing.measure.title + " ", muted)
      measure.add(standing.score.map { Numerals.fraction($0, decimals: detail == .long ? 4 : 3) } ?? "–")
      measure.add(detail == .short ? " " : " · judged\(suffix)", muted)
      measure.add("\(standing.judged)/\(depth)")
      measure.add(" \(standing.source.rawValue)", muted)
      pieces.append(measure)
    } else {
      pieces.append(Segments("judged\(suffix)0/\(depth)", muted))
    }
    if let comparison = state.comparison(of: index) {
      var overlap = Segments(detail == .short ? "∩ " : "overlap\(suffix)", muted)
      overlap.add("\(comparison.overlap(at: depth))")
      pieces.append(overlap)
      if let similarity = state.columns[index].similarity {
        var alike = Segments("rbo ", muted)
        alike.add(Numerals.fraction(similarity.extrapolated, decimals: 2))
        pieces.append(alike)
      }
      let unlisted = comparison.unlisted(at: depth)
      if unlisted > 0 {
        let place = comparison.excludesMore ? "unlisted" : comparison.listedDepth.map { ">\($0)" } ?? "gone"
        pieces.append(Segments("\(unlisted) \(place)", Style(.down)))
      }
    }
    return pieces
  }
}

/// Whether a list is the top of the full ranking and how that is known, in a word and in one cell.
private struct ExactnessWords {
  let word: String
  let mark: String

  init(_ exactness: Exactness) {
    (word, mark) =
      switch exactness {
      case .scanned: ("exact", "=")
      case .proven: ("proven", "✓")
      case .approximate: ("approx", "≈")
      }
  }
}
