import TerminalUI

@testable import Explorer

/// The mouse of a session, and where on its screen things are.
extension Session {
  /// Something that was looked for and does not show.
  struct Missing: Error {
    let text: String
  }

  /// A session with a clock, in whose query line something is typed.
  static func typing() -> Session {
    var session = Session(pictures: .none)
    session.clock = 0
    session.press("red striped mug")
    return session
  }

  /// Presses, drags, releases or turns the wheel at a cell.
  @discardableResult
  mutating func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> [Effect] {
    send(.terminal(.mouse(MouseEvent(action, column: column, row: row))))
  }

  /// Presses and releases.
  @discardableResult
  mutating func click(_ column: Int, _ row: Int) -> [Effect] {
    mouse(.press, column, row) + mouse(.release, column, row)
  }

  /// The cell where a text begins on the screen, the first from a row and a column on.
  func find(_ text: String, below first: Int = 0, from start: Int = 0) throws -> (column: Int, row: Int) {
    let screen = draw(state)
    let characters = text.map(String.init)
    for row in first..<screen.size.rows {
      let line = (0..<screen.size.columns).map { screen[column: $0, row: row].text }
      for column in start...(max(start, line.count - characters.count))
      where line[column...].starts(with: characters) {
        return (column, row)
      }
    }
    throw Missing(text: text)
  }
}
