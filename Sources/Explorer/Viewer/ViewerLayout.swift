internal import TerminalUI

/// Where the picture that fills the screen stands, and which part of it shows.
struct ViewerLayout {
  /// The line of the item's title.
  let title: Rect
  /// All that the picture may fill.
  let area: Rect
  /// The line of what is known about the picture.
  let facts: Rect

  init(_ size: Size) {
    let frame = ScreenFrame(size)
    title = frame.head
    var rest = frame.body
    facts = rest.takeBottom(1)
    area = rest
  }
}

/// A picture drawn at a scale: the cells it takes, and the part that shows.
struct PictureView: Hashable {
  /// Scales that the keys step through, beside that of the whole picture.
  private static let steps: [Double] = [
    1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 3, 1.0 / 2, 2.0 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16,
  ]

  /// The cells.
  let frame: Rect
  /// The part, at its scale; `nil` for the whole picture as large as fits.
  let region: PictureRegion?
  /// Pixels of the screen for each of the picture.
  let factor: Double
  /// How much of the picture's width and height shows, 0…1.
  let visible: PicturePoint

  /// Works out what shows of a picture of so many pixels in an area of cells.
  init(_ facts: PictureFacts, _ viewer: PictureViewer, in area: Rect, shape: CellShape) {
    let box = shape.pixels(of: area.size)
    let whole = Self.wholeFactor(facts, box)
    guard case .factor(let factor) = viewer.scale else {
      self.init(frame: area, region: nil, factor: whole, visible: PicturePoint(x: 1, y: 1))
      return
    }
    let across = Self.part(of: facts.width, room: box.width, factor: factor, centre: viewer.centre.x)
    let down = Self.part(of: facts.height, room: box.height, factor: factor, centre: viewer.centre.y)
    let region = PictureRegion(
      x: across.start, y: down.start, width: across.length, height: down.length, drawnWidth: across.drawn,
      drawnHeight: down.drawn)
    let size = shape.cells(covering: (region.drawnWidth, region.drawnHeight))
    self.init(
      frame: Rect(
        column: area.column + max(0, area.columns - size.columns) / 2,
        row: area.row + max(0, area.rows - size.rows) / 2,
        columns: min(area.columns, size.columns), rows: min(area.rows, size.rows)),
      region: region, factor: factor,
      visible: PicturePoint(
        x: Double(across.length) / Double(facts.width), y: Double(down.length) / Double(facts.height)))
  }

  private init(frame: Rect, region: PictureRegion?, factor: Double, visible: PicturePoint) {
    self.frame = frame
    self.region = region
    self.factor = factor
    self.visible = visible
  }

  /// The scale at which the whole picture is as large as fits.
  static func wholeFactor(_ facts: PictureFacts, _ box: (width: Int, height: Int)) -> Double {
    min(Double(box.width) / Double(facts.width), Double(box.height) / Double(facts.height))
  }

  /// The pixels of one side that show, and on how many of the screen's.
  private static func part(of side: Int, room: Int, factor: Double, centre: Double) -> (
    start: Int, length: Int, drawn: Int
  ) {
    let length = min(side, max(1, Int(Double(room) / factor)))
    let start = Int((centre * Double(side) - Double(length) / 2).rounded())
    let drawn = min(room, max(1, Int((Double(length) * factor).rounded())))
    return (min(side - length, max(0, start)), length, drawn)
  }

  /// The next scale of the steps; smaller than the whole picture there is none, unless that would be enlarged.
  func scale(larger: Bool, whole: Double) -> PictureViewer.Scale {
    let margin = 1.001
    if larger {
      return Self.steps.first { $0 > factor * margin }.map { .factor($0) } ?? .factor(factor)
    }
    let least = min(whole, 1)
    // A step that hardly differs from the whole picture is no step.
    guard let step = Self.steps.last(where: { $0 * margin < factor }), step > least * 1.05 || step == 1
    else { return .whole }
    return .factor(step)
  }
}
