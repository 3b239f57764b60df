internal import TerminalUI

/// Where everything stands in the Label view.
///
/// Top to bottom: the query, the guidelines, the item (picture and text side by side, or one above the other where that
/// is too narrow), the progress, the keys. Nothing depends on the item, so that the next picture can be got ready.
struct LabelLayout {
  /// Text narrower than this is hard to read beside a picture.
  static let narrowestText = 32
  /// Text wider than this is hard to read anywhere.
  static let widestText = 60
  static let mostGuidelines = 2

  let head: Rect
  let guidelines: Rect
  /// The cells of the picture, or `nil` when none is shown.
  let picture: Rect?
  let text: Rect
  let progress: Rect
  let keys: Rect

  init(_ state: ExplorerState) {
    let frame = ScreenFrame(state.size)
    head = frame.head
    var rest = frame.body
    keys = rest.takeBottom(1)
    progress = rest.takeBottom(1)
    let lines = Self.guidelines(of: state, columns: rest.columns - 2).count
    guidelines = rest.takeTop(min(lines, max(0, rest.rows - 4)))
    _ = rest.takeTop(rest.rows > 6 ? 1 : 0)
    _ = rest.takeBottom(rest.rows > 8 ? 1 : 0)
    let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures)
    (picture, text) = Self.split(rest, shape: shape)
  }

  /// The guidelines, broken into lines.
  static func guidelines(of state: ExplorerState, columns: Int) -> [String] {
    guard let text = state.bench.guidelines else { return [] }
    let isTall = state.size.rows >= 40
    return Fitting.wrap(text, columns: columns, maxLines: isTall ? mostGuidelines * 2 : mostGuidelines)
  }

  private static func split(_ area: Rect, shape: CellShape?) -> (picture: Rect?, text: Rect) {
    guard let shape, area.rows >= shape.leastRows else { return (nil, column(of: area, columns: widestText)) }
    let gap = 3
    let room = area.columns - narrowestText - gap - 2
    let (columns, rows) = square(shape, within: Size(columns: room, rows: area.rows))
    // Beside the text a picture may be narrow; but then it is larger above.
    if rows >= min(area.rows * 2 / 3, area.rows - 4) {
      let textColumns = min(widestText, area.columns - columns - gap - 2)
      var pair = column(of: area, columns: columns + gap + textColumns)
      let left = pair.takeLeft(columns)
      _ = pair.takeLeft(gap)
      let picture = Rect(
        column: left.column, row: left.row + (left.rows - rows) / 2, columns: columns, rows: rows)
      return (picture, Rect(column: pair.column, row: picture.row, columns: pair.columns, rows: rows))
    }
    var rest = area
    let top = rest.takeTop(max(shape.leastRows, area.rows * 3 / 5))
    let (wide, high) = square(shape, within: Size(columns: area.columns - 2, rows: top.rows))
    let picture = Rect(column: top.column + (top.columns - wide) / 2, row: top.row, columns: wide, rows: high)
    _ = rest.takeTop(1)
    return (picture, column(of: rest, columns: widestText))
  }

  /// The largest square picture, in cells.
  private static func square(_ shape: CellShape, within room: Size) -> (columns: Int, rows: Int) {
    let columns = min(shape.columns(forRows: room.rows), max(1, room.columns))
    return (columns, min(room.rows, shape.rows(forColumns: columns)))
  }

  /// A part of the area so many columns wide, in its middle.
  private static func column(of area: Rect, columns: Int) -> Rect {
    let width = min(columns, max(0, area.columns - 2))
    return Rect(
      column: area.column + (area.columns - width) / 2, row: area.row, columns: width, rows: area.rows)
  }

  /// The text of the item before the assessor, as far as it can be scrolled.
  func page(of state: ExplorerState) -> LabelText? {
    state.labelling.task.map { LabelText($0, state, in: text) }
  }
}
