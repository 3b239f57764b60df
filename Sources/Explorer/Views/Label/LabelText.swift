internal import Relevance
internal import TerminalUI

/// What there is to read about an item, broken into lines: title, facts, what was said about it, fields.
struct LabelText {
  let title: [String]
  let lines: [Segments]
  let page: FieldsPage
  let area: Rect

  init(_ task: LabelTask, _ state: ExplorerState, in text: Rect) {
    var area = text
    title = Fitting.wrap(task.card.title, columns: area.columns, maxLines: min(4, max(1, area.rows)))
    let facts = task.card.facts.joined(separator: " · ")
    var lines = facts.isEmpty ? [] : [Segments(facts, Style(.muted))]
    lines += Self.said(about: task, state, columns: area.columns)
    self.lines = lines
    page = FieldsPage(fields: task.fields, columns: area.columns)
    _ = area.takeTop(title.count + lines.count + 1)
    self.area = area
  }

  /// The furthest the fields can be scrolled.
  var lastScroll: Int { page.lastScroll(rows: area.rows) }

  private static func said(about task: LabelTask, _ state: ExplorerState, columns: Int) -> [Segments] {
    let opinion = state.book.opinion(of: task.card.id, for: task.query.id)
    let grade = opinion.answer.grade
    var line = Segments()
    if !opinion.isOpen {
      let mark = GradeMark.of(grade, on: state.bench.scale, answer: opinion.answer)
      line.add(mark.text, mark.style)
      if let grade, state.preferences.hasGradeShapes {
        let shape = GradeMark.shape(of: grade, on: state.bench.scale)
        line.add(" " + shape.text, shape.style)
      }
      line.add(" " + (grade.flatMap { state.bench.scale.name(of: $0) } ?? opinion.unjudgedWords), mark.style)
    }
    if opinion.isFlagged { line.join(Segments("\(GradeMark.flag.text) flagged", GradeMark.flag.style)) }
    if !state.labelling.isBlind { line.join(Segments(found(task), Style(.muted))) }
    var lines = line.parts.isEmpty ? [] : [line]
    if !opinion.note.isEmpty {
      lines += Fitting.wrap("\(GradeMark.note.text) \(opinion.note)", columns: columns, maxLines: 3)
        .map { Segments($0, GradeMark.note.style) }
    }
    return lines
  }

  /// Where the columns have it: `A #3 · B –`.
  private static func found(_ task: LabelTask) -> String {
    task.ranks.enumerated().map { "\(ColumnHeadPanel.letter(of: $0)) " + ($1.map { "#\($0)" } ?? "–") }
      .joined(separator: " · ")
  }
}
