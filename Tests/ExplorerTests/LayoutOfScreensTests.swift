import Explorer
import TerminalUI
import TestSupport
import Testing

/// What holds on every screen, whatever its size and whatever is open.
@Suite struct LayoutOfScreensTests {
  @Test(arguments: [PictureSupport.sixel(cellWidth: 9, cellHeight: 19), .blocks, .none])
  func holdsInEverySize(pictures: PictureSupport) {
    for columns in [40, 57, 73, 80, 120, 300] {
      for rows in [10, 13, 24, 90] {
        var session = Session(columns, rows, pictures: pictures)
        for script in [
          "red striped mug", "<enter>3j", "l", "v", "v", "v", "v?", "?G", "<f2>", "n", "x<enter>b", "?",
          "?oe<f1>",
        ] {
          session.press(script)
          let screen = draw(session.state)
          let place = "\(columns)×\(rows) after \(script)"
          #expect(
            screen.pictures.allSatisfy { $0.frame.maxRow < rows }, "a picture on the last row: \(place)")
          #expect(
            screen.pictures.allSatisfy { isInside($0.frame, screen.size) && isBlank($0.frame, screen) },
            "a picture over text or over the edge: \(place)")
          #expect(doNotOverlap(screen.pictures.map(\.frame)), "pictures overlap: \(place)")
          #expect(GoldenRows.rows(screen).last?.isEmpty == false, "no status line: \(place)")
        }
      }
    }
  }

  private func isInside(_ frame: Rect, _ size: Size) -> Bool {
    frame.column >= 0 && frame.row >= 0 && frame.maxColumn <= size.columns && frame.maxRow <= size.rows
      && !frame.isEmpty
  }

  private func isBlank(_ frame: Rect, _ screen: Screen) -> Bool {
    (frame.row..<frame.maxRow).allSatisfy { row in
      (frame.column..<frame.maxColumn).allSatisfy { screen[column: $0, row: row].text == " " }
    }
  }

  private func doNotOverlap(_ frames: [Rect]) -> Bool {
    frames.enumerated().allSatisfy { index, frame in
      frames[(index + 1)...].allSatisfy { $0.intersection(frame).isEmpty }
    }
  }
}

/// Rows of a screen as text.
enum GoldenRows {
  static func rows(_ screen: Screen) -> [String] { GoldenScreen.rows(of: screen) }
}
