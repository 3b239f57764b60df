import TerminalUI
import TestSupport
import Testing

@testable import CursesBackend

@Suite struct PictureLedgerTests {
  typealias Wanted = (placement: PicturePlacement, picture: RenderedPicture, area: Rect)

  private func wanted(_ name: String, column: Int = 0, row: Int, columns: Int = 12, rows: Int = 5) -> Wanted {
    let area = Rect(column: column, row: row, columns: columns, rows: rows)
    let picture = RenderedPicture(
      column: 0, row: 0, columns: columns, rows: rows,
      content: .pieces([piece(Array(name.utf8), columns: columns, rows: rows)]))
    return (PicturePlacement(picture: PictureID(name), frame: area), picture, area)
  }

  private func piece(_ bytes: [UInt8], columns: Int, rows: Int) -> RenderedPicture.Piece {
    RenderedPicture.Piece(
      area: Rect(column: 0, row: 0, columns: columns, rows: rows), graphic: .painted(bytes))
  }

  private func painted(_ pictures: Wanted...) -> PictureLedger {
    var ledger = PictureLedger()
    _ = ledger.want(pictures)
    for entry in ledger.pending { ledger.paint(entry) }
    return ledger
  }

  @Test func whatStaysIsNotPaintedAgain() {
    var ledger = painted(wanted("a", row: 0), wanted("b", row: 5))
    let isDistinct = ledger.want([wanted("a", row: 0), wanted("c", row: 5)])
    #expect(isDistinct)
    #expect(ledger.pending.map(\.placement.picture.path) == ["c"])
    ledger.eraseAll()
    #expect(ledger.pending.map(\.placement.picture.path) == ["a", "c"])
  }

  @Test func aBetterRenderingOfTheSamePictureReplacesIt() {
    var ledger = painted(wanted("a", row: 0))
    var better = wanted("a", row: 0)
    better.picture = RenderedPicture(
      column: 0, row: 0, columns: 12, rows: 5, content: .pieces([piece([1], columns: 12, rows: 5)]))
    _ = ledger.want([better])
    #expect(ledger.pending.count == 1)
  }

  /// What the terminal is left with: the cells of each new picture must all be rewritten before it is painted, which
  /// ncurses does where the sentinel changes.
  @Test func scrollingNeverLeavesOldPixels() {
    var generator = SeededGenerator(seed: 11)
    var ledger = PictureLedger()
    for step in 0..<300 {
      let old = ledger.entries
      let offset = Int.random(in: 0..<6, using: &generator)
      let rows = Int.random(in: 3...6, using: &generator)
      let pictures = (0..<6).flatMap { index in
        [0, 40].map { column in
          wanted(
            "\(Int.random(in: 0..<8, using: &generator))", column: column, row: offset + index * rows,
            rows: rows)
        }
      }
      let isDistinct = ledger.want(pictures)
      guard isDistinct else { continue }
      for entry in ledger.entries where !old.contains(entry) {
        for before in old where before.area.overlaps(entry.area) {
          #expect(before.sentinel != entry.sentinel, "step \(step)")
        }
      }
      for entry in ledger.pending { ledger.paint(entry) }
    }
  }

  /// Brings a picture with the sentinel `level` on the glass, by covering pictures with all lower ones.
  private func grow(
    _ level: Int, at row: Int, beside others: [Wanted], in ledger: inout PictureLedger
  ) -> (picture: Wanted, isDistinct: Bool) {
    var parts: [Wanted] = []
    var end = row
    for lower in 0..<level {
      let part = grow(lower, at: end, beside: others + parts, in: &ledger).picture
      parts.append(part)
      end = part.area.maxRow
    }
    let whole = wanted("\(level) at \(row)", row: row, rows: max(1, end - row))
    return (whole, ledger.want(others + [whole]))
  }

  @Test func aPictureOverEverySentinelAsksForAFullRepaint() {
    var ledger = PictureLedger()
    for level in 0..<PictureLedger.sentinelCount {
      let (picture, isDistinct) = grow(level, at: level * 20, beside: [], in: &ledger)
      #expect(isDistinct)
      #expect(ledger.entries.first { $0.placement == picture.placement }?.sentinel == level)
    }
    let last = grow(PictureLedger.sentinelCount, at: 100, beside: [], in: &ledger)
    #expect(!last.isDistinct)
  }

  @Test func aNarrowPictureBetweenChangesIsPaintedAgain() {
    func changes(_ columns: Int...) -> [Bool] { (0..<80).map(columns.contains) }
    var ledger = painted(wanted("narrow", column: 10, row: 0, columns: 5), wanted("wide", column: 40, row: 0))
    ledger.textChanges(row: 1, isChanged: changes(9))
    ledger.textChanges(row: 1, isChanged: changes(2, 15))
    ledger.textChanges(row: 7, isChanged: changes(9, 15))
    ledger.textChanges(row: 1, isChanged: changes(39, 52))
    #expect(ledger.pending.isEmpty)
    ledger.textChanges(row: 4, isChanged: changes(8, 16))
    #expect(ledger.pending.map(\.placement.picture.path) == ["narrow"])
  }
}
