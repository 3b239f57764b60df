internal import TerminalUI

extension ExplorerState {
  /// Performs a command while a picture fills the screen; `nil` leaves it to what is common to all places.
  mutating func look(_ command: Command) -> [Effect]? {
    guard viewer != nil else {
      guard command == .picture(.open) else { return nil }
      return openViewer()
    }
    switch command {
    case .back, .picture(.open): return closeViewer()
    case .picture(.larger): zoom(larger: true)
    case .picture(.smaller): zoom(larger: false)
    case .picture(.switchScale): switchScale()
    case .picture(.left): canPan.x ? pan(x: -1, y: 0) : moveOn(by: -1)
    case .picture(.right): canPan.x ? pan(x: 1, y: 0) : moveOn(by: 1)
    case .up: canPan.y ? pan(x: 0, y: -1) : moveOn(by: -1)
    case .down: canPan.y ? pan(x: 0, y: 1) : moveOn(by: 1)
    case .detailUp: pan(x: 0, y: -1)
    case .detailDown: pan(x: 0, y: 1)
    // The picture is the page.
    case .pageUp: moveOn(by: -1)
    case .pageDown: moveOn(by: 1)
    case .top: moveOn(by: -cursor)
    case .bottom: moveOn(by: columns[focusedColumn].rowCount)
    case .previousQuery: return walk(by: -1)
    case .nextQuery: return walk(by: 1)
    default: return nil
    }
    return []
  }

  private mutating func openViewer() -> [Effect] {
    guard current != nil else {
      notice = Notice("there is no item to look at")
      return []
    }
    viewer = PictureViewer()
    return []
  }

  /// Goes back to the results.
  mutating func closeViewer() -> [Effect] {
    guard viewer != nil else { return [] }
    viewer = nil
    return [.prefetch([])]
  }

  /// Asks about the picture that is looked at when it is another one, and gets its neighbours ready.
  mutating func settleViewer() -> [Effect] {
    guard var viewer else { return [] }
    guard let current else { return isWaiting ? [] : closeViewer() }
    guard viewer.request?.picture != current.card.namedPicture || viewer.request == nil else { return [] }
    // One that could not be used is looked at as well: its file says why, or it is whole by now.
    guard let picture = current.card.namedPicture else {
      if viewer.request != nil { viewer.ask(nil) }
      self.viewer = viewer
      return []
    }
    generation += 1
    let request = PictureRequest(generation: generation, picture: picture)
    viewer.ask(request)
    self.viewer = viewer
    let area = ViewerLayout(size).area
    let neighbours = [1, -1].compactMap { step -> PicturePlacement? in
      guard let ranking, let index = columns[focusedColumn].index(ofRow: cursor + step) else { return nil }
      return ranking.cards[index].picture.map { PicturePlacement(picture: $0, frame: area) }
    }
    return [.examinePicture(request), .prefetch(neighbours)]
  }

  /// What shows of the picture; `nil` while its size is not known, or when nothing shows.
  private var pictureView: (view: PictureView, facts: PictureFacts, box: (width: Int, height: Int))? {
    guard let viewer, let facts = viewer.facts,
      let shape = CellShape(pictures, hasPictures: bench.hasPictures)
    else { return nil }
    let area = ViewerLayout(size).area
    return (PictureView(facts, viewer, in: area, shape: shape), facts, shape.pixels(of: area.size))
  }

  /// Whether parts of the picture lie beside or above and below what shows.
  private var canPan: (x: Bool, y: Bool) {
    guard let visible = pictureView?.view.visible else { return (false, false) }
    return (visible.x < 1, visible.y < 1)
  }

  private mutating func zoom(larger: Bool) {
    guard let (view, facts, box) = pictureView else { return }
    viewer?.scale = view.scale(larger: larger, whole: PictureView.wholeFactor(facts, box))
    pan(x: 0, y: 0)
  }

  private mutating func switchScale() {
    guard let viewer else { return }
    self.viewer?.scale = viewer.scale == .whole ? .factor(1) : .whole
    pan(x: 0, y: 0)
  }

  /// Moves what shows by a quarter of it for each step, as far as the picture reaches.
  private mutating func pan(x: Double, y: Double) {
    guard let visible = pictureView?.view.visible, let centre = viewer?.centre else { return }
    viewer?.centre = PicturePoint(
      x: Self.clamped(centre.x + x * visible.x / 4, visible.x),
      y: Self.clamped(centre.y + y * visible.y / 4, visible.y))
  }

  /// Moves what shows with the mouse, by so many cells.
  mutating func drag(columns: Int, rows: Int) {
    guard let (view, facts, _) = pictureView, let centre = viewer?.centre,
      let shape = CellShape(pictures, hasPictures: bench.hasPictures)
    else { return }
    let pixels = shape.pixels(of: Size(columns: 1, rows: 1))
    viewer?.centre = PicturePoint(
      x: Self.clamped(
        centre.x - Double(columns * pixels.width) / view.factor / Double(facts.width), view.visible.x),
      y: Self.clamped(
        centre.y - Double(rows * pixels.height) / view.factor / Double(facts.height), view.visible.y))
  }

  private static func clamped(_ centre: Double, _ visible: Double) -> Double {
    min(1 - visible / 2, max(visible / 2, centre))
  }
}
