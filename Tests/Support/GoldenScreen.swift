import Foundation
package import TerminalUI
package import Testing

/// Compares a screen with the text file `Screens/NAME.txt` beside the test, and fails with the rows that differ.
///
/// `RECORD=1` in the environment writes the file instead; read it before committing. The file holds the screen as it
/// looks (`▒` where a picture goes), then one letter for the style of each cell:
/// `m`uted, `a`ccent, `w`arning, `u`p, `d`own, `0`–`3` for grades, a blank for plain; upper case or `B` is bold,
/// `r` reversed, `_` underlined.
package func expectScreen(
  _ screen: Screen, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Screens/\(name).txt")
  let actual = GoldenScreen.text(of: screen)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do { try actual.write(to: file, atomically: true, encoding: .utf8) } catch {
      Issue.record("cannot record \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "no recorded screen \(name).txt: run again with RECORD=1 and read it", sourceLocation: sourceLocation)
    return
  }
  if expected != actual {
    Issue.record(
      "\(name).txt differs (- recorded, + drawn):\n\(GoldenScreen.difference(expected, actual))",
      sourceLocation: sourceLocation)
  }
}

/// A screen as a text that a person can read and a tool can compare.
package enum GoldenScreen {
  /// Size, rows, cursor, pictures and styles.
  package static func text(of screen: Screen) -> String {
    let cursor = screen.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    let header = "\(screen.size.columns)×\(screen.size.rows) · \(cursor) · \(screen.pictures.count) pictures"
    let parts = [[header], rows(of: screen), ["styles"], styles(of: screen), pictures(of: screen)]
    return parts.joined().joined(separator: "\n") + "\n"
  }

  /// The rows as text, without blanks at their ends, with `▒` wherever a picture may be drawn.
  package static func rows(of screen: Screen) -> [String] {
    var covered = Set<Int>()
    for frame in screen.pictures.map(\.frame) {
      for row in frame.row..<frame.maxRow {
        for column in frame.column..<frame.maxColumn { covered.insert(row * screen.size.columns + column) }
      }
    }
    return (0..<screen.size.rows).map { row in
      let line = (0..<screen.size.columns).map { column in
        let text = screen[column: column, row: row].text
        return text == " " && covered.contains(row * screen.size.columns + column) ? "▒" : text
      }
      return trimmed(line.joined())
    }
  }

  private static func styles(of screen: Screen) -> [String] {
    (0..<screen.size.rows).map { row in
      trimmed((0..<screen.size.columns).map { letter(screen[column: $0, row: row]) }.joined())
    }
  }

  private static func pictures(of screen: Screen) -> [String] {
    screen.pictures.map { placement in
      let frame = placement.frame
      return
        "picture \(placement.picture.path) at \(frame.column),\(frame.row) \(frame.columns)×\(frame.rows)"
        + (placement.region.map(part) ?? "")
    }
  }

  private static func part(_ region: PictureRegion) -> String {
    ", \(region.width)×\(region.height) pixels from \(region.x),\(region.y) as "
      + "\(region.drawnWidth)×\(region.drawnHeight)"
  }

  private static func letter(_ cell: Cell) -> String {
    let style = cell.style
    if style.isReversed { return "r" }
    if style.isUnderlined { return "_" }
    let letter: String =
      switch style.ink {
      case .plain: style.isBold && cell.text != " " ? "b" : " "
      case .muted: "m"
      case .accent: "a"
      case .warning: "w"
      case .up: "u"
      case .down: "d"
      case .grade0: "0"
      case .grade1: "1"
      case .grade2: "2"
      case .grade3: "3"
      }
    return style.isBold ? letter.uppercased() : letter
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// The lines that differ, numbered from 1.
  package static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : nil
      let after = index < new.count ? new[index] : nil
      guard before != after else { continue }
      if let before { lines.append("\(index + 1) - \(before)") }
      if let after { lines.append("\(index + 1) + \(after)") }
    }
    return lines.joined(separator: "\n")
  }
}
