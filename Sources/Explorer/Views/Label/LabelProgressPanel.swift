internal import Relevance
internal import TerminalUI

/// How far the assessor is, how fast, and whether more judging can change anything; at the right, how items are chosen.
struct LabelProgressPanel {
  func draw(_ state: ExplorerState, _ layout: LabelLayout, on screen: inout Screen) {
    let line = layout.progress
    let room = line.columns - 2
    let progress = Segments.fitting(progress(state), columns: room)
    progress.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: room)
    Segments.fitting(choice(state), columns: room - progress.columns - 3)
      .draw(on: &screen, before: line.maxColumn - 1, row: line.row)
  }

  private func progress(_ state: ExplorerState) -> [Segments] {
    let labelling = state.labelling
    guard let queue = labelling.queue, !labelling.isWaiting else { return [] }
    let decided = queue.settled + queue.tasks.count { state.isDecided($0) }
    var pieces = [
      Segments("\(decided)/\(queue.settled + queue.tasks.count) done", Style(.plain, bold: true))
    ]
    if let pace = labelling.pace.perMinute { pieces.append(Segments("\(pace)/min")) }
    if let stopping = queue.stopping, let pair = state.comparedPair, !labelling.isJudgedOtherwise {
      var line = Segments(state.board.measure.title + " ", Style(.muted))
      line.add(stopping.sentence(about: pair), Style(.accent))
      pieces.append(line)
    }
    return pieces
  }

  private func choice(_ state: ExplorerState) -> [Segments] {
    let labelling = state.labelling
    let columns = state.columns.indices.map(ColumnHeadPanel.letter(of:)).joined(separator: " ")
    return [
      labelling.order.words, labelling.isBlind ? "blind" : "ranks shown",
      state.isLabellingTheSet ? "all queries" : "this query", "top \(labelling.depth) of \(columns)",
    ].map { Segments($0, Style(.muted)) }
  }
}

extension LabellingOrder {
  /// What the assessor is told.
  var words: String {
    switch self {
    case .pool: "by rank"
    case .disagreement: "by disagreement"
    case .impact: "by impact"
    case .random: "shuffled"
    }
  }
}

extension StoppingPoint {
  /// Which of the compared columns is ahead, and what can still change that: `B>A can still flip: 9 items`.
  func sentence(about pair: ColumnPair) -> String {
    let (left, right) = (ColumnHeadPanel.letter(of: pair.left), ColumnHeadPanel.letter(of: pair.right))
    // The right column is measured against the left one.
    let order =
      abs(difference) <= DifferenceInterval.tolerance
      ? "\(left)=\(right)" : difference > 0 ? "\(right)>\(left)" : "\(left)>\(right)"
    if isReached { return "\(order) is decided" }
    if unjudged == 0 { return "\(order) can still flip: \(items(normalising)) below the cut" }
    return "\(order) can still flip: \(items(unjudged))"
  }

  private func items(_ count: Int) -> String { Numerals.counted(count, "item") }
}
