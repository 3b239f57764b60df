internal import Relevance
internal import TerminalUI

/// The line of keys: one for each grade, in its colour, and what else can be done with an item.
struct LabelKeysPanel {
  func draw(_ state: ExplorerState, _ layout: LabelLayout, on screen: inout Screen) {
    let room = Self.room(in: layout)
    line(state, columns: room.columns)
      .draw(on: &screen, column: room.column, row: room.row, maxColumns: room.columns)
  }

  /// What a click in the line does: what the key under it does.
  func click(at event: MouseEvent, in state: ExplorerState) -> Segments.Click? {
    let room = Self.room(in: LabelLayout(state))
    return room.contains(event)
      ? line(state, columns: room.columns).click(at: event.column - room.column) : nil
  }

  private static func room(in layout: LabelLayout) -> Rect {
    var room = layout.keys
    _ = room.takeLeft(1)
    _ = room.takeRight(1)
    return room
  }

  private func line(_ state: ExplorerState, columns: Int) -> Segments {
    let others = others(state)
    // The digits are left out where they would drive anything else off the line.
    let whole = join(grades(state, withDigits: true) + others)
    return whole.columns <= columns
      ? whole : Segments.fitting(grades(state, withDigits: false) + others, columns: columns, separator: "  ")
  }

  private func join(_ pieces: [Segments]) -> Segments {
    Segments.fitting(pieces, columns: .max, separator: "  ")
  }

  private func grades(_ state: ExplorerState, withDigits: Bool) -> [Segments] {
    let scale = state.bench.scale
    let given = state.labelling.task.flatMap { task in
      state.book.opinion(of: task.card.id, for: task.query.id).answer.grade
    }
    return GradeKey.all(on: scale, keymap: state.keymap, in: .view(.label)).map { key in
      let ink = GradeMark.ink(of: key.grade, on: scale)
      let isGiven = key.grade == given
      let names = withDigits ? key.keys : Array(key.keys.prefix(1))
      let click = key.keys.last.map { Segments.Click(command: .grade, key: .character($0)) }
      var piece = Segments()
      piece.add(
        names.map(String.init).joined(separator: "/"), Style(ink, bold: true, reversed: isGiven), click: click
      )
      if state.preferences.hasGradeShapes {
        piece.add(" " + GradeMark.shape(of: key.grade, on: scale).text, Style(ink), click: click)
      }
      piece.add(" " + key.name, Style(ink, underlined: isGiven), click: click)
      return piece
    }
  }

  private func others(_ state: ExplorerState) -> [Segments] {
    let words: [(Command, String)] = [
      (.skip, "skip"), (.cannotTell, "can't tell"), (.toggleFlag, "flag"), (.writeNote, "note"),
      (.undo, "undo"), (.clearGrade, "clear"),
    ]
    return words.compactMap { command, word in
      guard let binding = state.keymap.bindings(in: .view(.label)).first(where: { $0.command == command })
      else { return nil }
      var piece = Segments()
      piece.add(binding.label, Style(.accent), click: Segments.Click(binding))
      piece.add(" " + word, Style(.muted), click: Segments.Click(binding))
      return piece
    }
  }
}
