import TerminalUI
import Testing

@testable import CursesBackend

@Suite struct BlockAdmissionTests {
  private func picture(_ columns: Int, _ rows: Int) -> RenderedPicture {
    RenderedPicture(
      column: 0, row: 0, columns: columns, rows: rows,
      content: .cells(Array(repeating: HalfBlock(upper: 16, lower: 17), count: columns * rows)))
  }

  private func placement(_ name: String) -> PicturePlacement {
    PicturePlacement(picture: PictureID(name), frame: Rect(column: 0, row: 0, columns: 40, rows: 20))
  }

  /// How many rows of each picture show after a frame, and whether more are to come.
  private func frame(
    _ admission: inout BlockAdmission, _ pictures: [(String, RenderedPicture)], budget: Int?
  ) -> (rows: [Int], isWaiting: Bool) {
    admission.beginFrame()
    let rows = pictures.map { admission.rows(of: $0.1, at: placement($0.0), budget: budget) }
    admission.endFrame()
    return (rows, admission.isWaiting)
  }

  @Test func rowsComeAsTheBudgetAllows() {
    var admission = BlockAdmission()
    let pictures = [("a", picture(40, 6)), ("b", picture(40, 6))]
    // A row of forty cells takes a thousand bytes.
    #expect(frame(&admission, pictures, budget: 4000) == ([4, 0], true))
    #expect(frame(&admission, pictures, budget: 4000) == ([6, 2], true))
    #expect(frame(&admission, pictures, budget: 0) == ([6, 2], true), "while a key is held nothing is added")
    #expect(frame(&admission, pictures, budget: 4000) == ([6, 6], false))
    #expect(frame(&admission, pictures, budget: 0) == ([6, 6], false), "what shows costs nothing")
  }

  @Test func withoutABudgetEverythingComesAtOnce() {
    var admission = BlockAdmission()
    #expect(frame(&admission, [("a", picture(200, 60))], budget: nil) == ([60], false))
  }

  @Test func aPictureThatWentComesBackByRows() {
    var admission = BlockAdmission()
    let pictures = [("a", picture(40, 3))]
    #expect(frame(&admission, pictures, budget: 9000).rows == [3])
    #expect(frame(&admission, [], budget: 9000).rows.isEmpty)
    #expect(frame(&admission, pictures, budget: 2000).rows == [2])
    #expect(frame(&admission, [("a", picture(40, 4))], budget: 10).rows == [1], "one row at least")
  }
}
