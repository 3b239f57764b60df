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
    var pieces = [Segments("\(decided) of \(queue.settled + queue.tasks.count)", Style(.plain, bold: true))]
    if let pace = labelling.pace.perMinute { pieces.append(Segments("\(pace)/min")) }
    if let stopping = queue.stopping { pieces.append(Segments(stopping.sentence, Style(.accent))) }
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
  /// Which of the first two columns is ahead, and what can still change that: `A>B can still flip: 9 items`.
  var sentence: String {
    let order = difference == 0 ? "A=B" : difference > 0 ? "A>B" : "B>A"
    if isReached { return "\(order) is decided" }
    return "\(order) can still flip: \(unjudged) item\(unjudged == 1 ? "" : "s")"
  }
}
