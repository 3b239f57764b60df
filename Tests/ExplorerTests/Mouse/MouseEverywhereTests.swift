import Relevance
import TerminalUI
import Testing

@testable import Explorer

/// Every cell of every place, under every gesture.
@Suite struct MouseEverywhereTests {
  /// The keys that lead to each place from the results.
  private static let places: [(keys: String, context: KeyContext)] = [
    ("", .results), ("v", .results), ("o", .results), ("p", .results), ("pp", .results), ("/", .query),
    ("/ brand:<tab>", .completion), ("/<ctrl-r>", .history), ("n", .note), ("zf", .columnPrompt),
    ("zs", .columnPrompt), ("zsone<enter>zazstwo<enter>zp", .presets), (":", .palette), (":dim", .palette),
    ("?", .help), ("X", .number), ("<f3>X", .number), ("<enter>", .picture), ("<enter>z", .picture),
    ("<f2>", .view(.label)), ("<f3>", .view(.queries)), ("<f3>t", .view(.queries)),
    ("<f4>", .view(.curves)), ("<f4>t", .view(.curves)), ("<f5>", .view(.findAll)),
    ("<f5>s", .view(.findAll)),
  ]

  private func session(_ size: Size, keys: String) -> Session {
    var session = Session(size.columns, size.rows)
    session.clock = 0
    session.press("red striped mug<enter>" + keys)
    return session
  }

  @Test func noPlaceIsLeftOut() {
    for place in Self.places {
      let session = session(Size(columns: 120, rows: 36), keys: place.keys)
      #expect(session.state.context == place.context, "\(place.keys)")
    }
    #expect(Set(Self.places.map(\.context)).union([.tooSmall]) == Set(KeyContext.allCases))
  }

  @Test(arguments: [(20, 5), (40, 10), (80, 24)])
  func everyCellCanBeClickedDraggedAndWheeled(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    for place in Self.places {
      var session = session(size, keys: place.keys)
      for row in 0..<rows {
        for column in stride(from: row * 13 % 41, to: columns, by: 41) {
          for action in [MouseEvent.Action.press, .drag, .release, .wheelDown, .wheelUp] {
            session.mouse(action, column, row)
          }
        }
        // Whatever was hit, the place shows again.
        if session.state.context != place.context { session = self.session(size, keys: place.keys) }
      }
      session.mouse(.press, 500, 500)
      #expect(draw(session.state).size == size, "\(place.keys)")
    }
  }
}
