internal import Relevance
internal import TerminalUI

/// What is known about the two compared columns over the query set: how much better one is, and what unjudged items
/// can still do about it.
struct VerdictLines {
  private let state: ExplorerState

  init(_ state: ExplorerState) {
    self.state = state
  }

  func draw(on screen: inout Screen, in area: Rect) {
    guard let pair = state.comparedPair else { return }
    let (left, right) = (ColumnHeadPanel.letter(of: pair.left), ColumnHeadPanel.letter(of: pair.right))
    for (index, line) in lines(left, right, columns: area.columns - 2).enumerated() where index < area.rows {
      line.draw(on: &screen, column: area.column + 1, row: area.row + index, maxColumns: area.columns - 2)
    }
  }

  private func lines(_ left: String, _ right: String, columns: Int) -> [Segments] {
    let name = Segments("\(right) − \(left)  ", Style(.muted))
    guard state.board.isComplete else {
      return [name.followed(by: Segments("known once every query is ranked", Style(.muted)))]
    }
    guard !state.board.verdict.isWaiting, let answer = state.board.verdict.answer else {
      return [name.followed(by: Segments("working it out", Style(.muted)))]
    }
    // Inside a slice both lines are about it, as the table is.
    let slice = state.board.slice.flatMap { name in
      answer.slices.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
    let compared = Segments.fitting(
      comparison(slice.map(\.comparison) ?? answer.comparison), columns: columns - name.columns,
      separator: "  ")
    let stopping = Segments.fitting(
      stopping(slice.map(\.stopping) ?? answer.stopping, left, right), columns: columns, separator: "  ")
    return [name.followed(by: compared), stopping]
  }

  private func comparison(_ comparison: PairedComparison?) -> [Segments] {
    guard let comparison else {
      return [Segments("nothing is judged yet: grade items in the explore or label view", Style(.muted))]
    }
    let muted = Style(.muted)
    var delta = Segments(Numerals.signed(comparison.delta.mean, decimals: 4), Style(.plain, bold: true))
    if let interval = comparison.delta.interval {
      delta.add(
        " [\(Numerals.signed(interval.low, decimals: 3)), \(Numerals.signed(interval.high, decimals: 3))]")
    }
    var pieces = [delta]
    if let test = comparison.randomisation {
      var p = Segments("p ", muted)
      p.add(test.p < 0.001 ? "<.001" : Numerals.fraction(test.p, decimals: 3))
      pieces.append(p)
    }
    var record = Segments("\(comparison.record.wins)", Style(.up))
    record.add(" better ", muted)
    record.add("\(comparison.record.ties)")
    record.add(" equal ", muted)
    record.add("\(comparison.record.losses)", Style(.down))
    record.add(" worse", muted)
    pieces.append(record)
    if comparison.isSmall {
      pieces.append(Segments("fewer than \(ComparisonMethod.trustedCount) queries", Style(.warning)))
    }
    return pieces
  }

  /// Between what the difference lies, whatever the unjudged items turn out to be, and whether that settles it.
  private func stopping(_ point: StoppingPoint, _ left: String, _ right: String) -> [Segments] {
    let interval = point.interval
    let muted = Style(.muted)
    guard point.unjudged + point.normalising > 0 else {
      return [Segments("all that this measure looks at is judged", muted)]
    }
    let items = Segments("\(Numerals.grouped(point.unjudged)) unjudged")
    guard interval.worst.isFinite, interval.best.isFinite else {
      return [items, Segments("what they can change is not known for this measure", muted)]
    }
    let verdict =
      switch interval.verdict {
      case .left: Segments("\(right) wins whatever they are: done", Style(.up, bold: true))
      case .right: Segments("\(left) wins whatever they are: done", Style(.up, bold: true))
      case .tie: Segments("equal whatever they are: done", Style(.up, bold: true))
      case .open: Segments("the winner can still change", muted)
      }
    var ends = Segments(interval.isExact ? "between " : "surely between ", muted)
    ends.add(Numerals.signed(interval.worst, decimals: 3))
    ends.add(" and ", muted)
    ends.add(Numerals.signed(interval.best, decimals: 3))
    guard point.normalising > 0 else { return [items, verdict, ends] }
    // They have no rank that counts, and matter by what the scores are divided by.
    let below = Segments("\(Numerals.grouped(point.normalising)) more below the cut", muted)
    return [items, verdict, ends, below]
  }
}
