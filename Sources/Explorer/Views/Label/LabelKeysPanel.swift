internal import Relevance
internal import TerminalUI

/// The line of keys: one for each grade, in its colour, and what else can be done with an item.
struct LabelKeysPanel {
  func draw(_ state: ExplorerState, _ layout: LabelLayout, on screen: inout Screen) {
    let line = layout.keys
    let room = line.columns - 2
    let others = others(state)
    // The digits are left out where they would drive anything else off the line.
    let whole = join(grades(state, withDigits: true) + others)
    let keys =
      whole.columns <= room
      ? whole : Segments.fitting(grades(state, withDigits: false) + others, columns: room, separator: "  ")
    keys.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: room)
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
      var piece = Segments(
        names.map(String.init).joined(separator: "/"), Style(ink, bold: true, reversed: isGiven))
      if state.preferences.hasGradeShapes {
        piece.add(" " + GradeMark.shape(of: key.grade, on: scale).text, Style(ink))
      }
      piece.add(" " + key.name, Style(ink, underlined: isGiven))
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
      var piece = Segments(binding.label, Style(.accent))
      piece.add(" " + word, Style(.muted))
      return piece
    }
  }
}
