internal import Relevance
internal import TerminalUI

/// The item to judge: its picture, as large as fits, and its text; or why there is none.
struct LabelItemPanel {
  func draw(_ state: ExplorerState, _ layout: LabelLayout, on screen: inout Screen) {
    guard let task = state.labelling.task, let text = layout.page(of: state) else {
      return drawMessage(message(state), in: layout, on: &screen)
    }
    if let frame = layout.picture {
      if let picture = task.card.picture {
        screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
      } else {
        screen.put(
          "no picture", column: frame.column, row: frame.row + frame.rows / 2, style: Style(.muted),
          maxColumns: frame.columns, alignment: .center)
      }
    }
    let area = layout.text
    for (row, words) in text.title.enumerated() {
      screen.put(words, column: area.column, row: area.row + row, style: Style(.plain, bold: true))
    }
    for (row, line) in text.lines.enumerated() where text.title.count + row < area.rows {
      line.draw(
        on: &screen, column: area.column, row: area.row + text.title.count + row, maxColumns: area.columns)
    }
    text.page.draw(on: &screen, in: text.area, scroll: state.labelling.textScroll)
  }

  private func message(_ state: ExplorerState) -> [String] {
    let labelling = state.labelling
    if let failure = labelling.failure { return [failure] }
    guard labelling.request != nil else {
      return ["There is no query to label for.", "/ goes to the query line."]
    }
    if labelling.isStopped {
      return [
        "The search for items was stopped.",
        "\(state.resumingKey) goes on; a is for the items of one query.",
      ]
    }
    guard let queue = labelling.queue, !labelling.isWaiting else { return waiting(labelling) }
    if queue.tasks.isEmpty && queue.settled == 0 { return ["The columns find nothing for this query."] }
    let count = queue.settled + queue.tasks.count
    let skipped = queue.tasks.count {
      state.book.opinion(of: $0.card.id, for: $0.query.id).answer == .skipped
    }
    return [
      count == 1 ? "The one item here is decided." : "All \(count) items here are decided.",
      skipped > 0
        ? "\(skipped) \(skipped == 1 ? "was" : "were") skipped; o and back, or leaving and coming back, asks again."
        : "",
      "k back · u undo · ] next query · = deeper · esc to explore",
    ].filter { !$0.isEmpty }
  }

  private func waiting(_ labelling: Labelling) -> [String] {
    guard let progress = labelling.progress else { return ["looking for items …"] }
    if let share = progress.derivation { return ["deriving vectors: \(Int(share * 100))%", "esc stops"] }
    let total = Numerals.counted(progress.total, "query", plural: "queries")
    return ["looking for items: \(Numerals.grouped(progress.done)) of \(total)", "esc stops"]
  }

  private func drawMessage(_ sentences: [String], in layout: LabelLayout, on screen: inout Screen) {
    let area =
      layout.picture.map { picture in
        Rect(
          column: layout.keys.column + 2, row: picture.row, columns: layout.keys.columns - 4,
          rows: picture.rows)
      } ?? layout.text
    let lines = sentences.flatMap { Fitting.wrap($0, columns: area.columns, maxLines: 4) }
    for (row, line) in lines.prefix(area.rows).enumerated() {
      screen.put(
        line, column: area.column, row: area.row + max(0, area.rows / 2 - 1) + row, style: Style(.muted),
        maxColumns: area.columns, alignment: .center)
    }
  }
}
