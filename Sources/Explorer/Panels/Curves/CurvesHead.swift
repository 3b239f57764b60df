internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The first line: which measure, which mode, over how many queries, and how far the measuring has come.
struct CurvesHead {
  private let state: ExplorerState

  init(_ state: ExplorerState) {
    self.state = state
  }

  func draw(on screen: inout Screen, in head: Rect) {
    ScreenFrame.drawHead(.curves, in: head, progress: progress, on: &screen) { _ in pieces }
  }

  private var pieces: [Segments] {
    let curves = state.curves
    let bold = Style(.accent, bold: true)
    switch curves.page {
    case .curves:
      var pieces = [Segments(state.board.measure.title, bold), Segments(curves.mode.rawValue)]
      if let model { pieces.append(Segments(model)) }
      if let result = curves.result { pieces.append(Segments(queries(result.queryCount), Style(.muted))) }
      return pieces
    case .funnel:
      var pieces = [Segments("funnel", bold), Segments("relevant items that a coarse first stage keeps")]
      if let model { pieces.insert(Segments(model), at: 1) }
      if let answer = curves.answer, let shares = answer.shares.first?.first {
        pieces.append(Segments("\(Numerals.grouped(shares.relevant)) relevant", Style(.muted)))
      }
      return pieces
    }
  }

  /// Whose vectors are measured, where several models' are open.
  private var model: String? {
    state.bench.models.isEmpty ? nil : state.curves.subject.map { state.bench.modelName(at: $0.model) }
  }

  private func queries(_ count: Int) -> String {
    Numerals.counted(count, "judged query", plural: "judged queries")
  }

  private var progress: Segments {
    if let (done, total) = state.curves.progress {
      let share = total > 0 ? " \(done * 100 / total)%" : ""
      return Segments("measuring\(share) · esc stops", Style(.accent))
    }
    return state.curves.isStopped ? Segments("stopped", Style(.warning)) : Segments()
  }
}

/// What stands in place of curves or funnel while there are none.
struct CurvesMessage {
  private let lines: [String]

  /// `nil` when there is something to show.
  init?(_ state: ExplorerState) {
    let curves = state.curves
    let isThere = curves.page == .curves ? curves.result != nil : curves.answer != nil
    if let failure = curves.failure {
      lines = ["Nothing could be measured.", "", failure]
    } else if isThere {
      return nil
    } else if state.curveSubject.queries.isEmpty {
      lines = [
        "No query of the set is judged yet.", "",
        "Curves need grades: give some in the explore or label view, or open judgments with --qrels FILE.",
      ]
    } else if curves.progress != nil {
      lines = ["Measuring every length and precision over the judged queries."]
    } else {
      lines = ["Stopped before there was anything to show.", "", "\(state.resumingKey) goes on."]
    }
  }

  func draw(on screen: inout Screen) {
    let room = min(90, screen.size.columns - 4)
    var row = 2
    for (index, text) in lines.enumerated() {
      for line in text.isEmpty ? [""] : Fitting.wrap(text, columns: room) where row < screen.size.rows - 1 {
        screen.put(
          line, column: 2, row: row, style: Style(index == 0 ? .plain : .muted, bold: index == 0),
          maxColumns: room)
        row += 1
      }
    }
  }
}
