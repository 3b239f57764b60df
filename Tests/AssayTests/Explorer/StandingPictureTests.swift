import TerminalUI
import Testing

@testable import assay

@Suite struct StandingPictureTests {
  private func screen(_ path: String, _ part: Int?, columns: Int = 80) -> Screen {
    var screen = Screen(size: Size(columns: columns, rows: 24))
    let region = part.map {
      PictureRegion(x: $0, y: 0, width: 10, height: 10, drawnWidth: 20, drawnHeight: 20)
    }
    screen.pictures = [
      PicturePlacement(
        picture: PictureID(path), frame: Rect(column: 0, row: 1, columns: 80, rows: 20), region: region)
    ]
    return screen
  }

  @Test func theFormerPartStaysUntilTheNextIsReady() {
    var standing = StandingPicture()
    let (whole, part) = (screen("a.jpg", nil), screen("a.jpg", 5))
    #expect(standing.kept(in: whole) { _ in false } == whole, "there is nothing to keep yet")
    #expect(standing.kept(in: whole) { _ in true } == whole)
    #expect(standing.kept(in: part) { _ in false } == whole)
    #expect(standing.kept(in: screen("a.jpg", 7)) { _ in false } == whole)
    #expect(standing.kept(in: part) { _ in true } == part)
    #expect(standing.kept(in: whole) { _ in false } == part)
  }

  @Test func nothingStaysOfAnotherPictureOrPlace() {
    var standing = StandingPicture()
    _ = standing.kept(in: screen("a.jpg", nil)) { _ in true }
    let (other, narrow, none) = (
      screen("b.jpg", nil), screen("a.jpg", 5, columns: 60), Screen(size: Size(columns: 80, rows: 24))
    )
    #expect(standing.kept(in: other) { _ in false } == other)
    #expect(standing.kept(in: narrow) { _ in false } == narrow)
    #expect(standing.kept(in: none) { _ in false } == none)
    standing.forget()
    let part = screen("a.jpg", 5)
    #expect(standing.kept(in: part) { _ in false } == part)
  }
}
