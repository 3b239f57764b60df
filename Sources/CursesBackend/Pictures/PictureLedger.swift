internal import TerminalUI

/// What ncurses does not know: which pictures are painted over its cells.
///
/// A terminal erases a picture cell by cell when text is written there. So the cells under a picture are filled with
/// *sentinels*: characters that look blank but that ncurses takes for text. It never clears through them, and it
/// rewrites them by itself, erasing the pixels, once something else is wanted there. A new picture gets a sentinel
/// that differs from those it replaces, so that ncurses rewrites the cells before the picture is painted.
struct PictureLedger {
  /// A picture that belongs on the glass.
  struct Entry: Hashable {
    let placement: PicturePlacement
    let picture: RenderedPicture
    /// The cells that carry its sentinel: its frame, cut at the last row.
    let area: Rect
    /// Which sentinel, 0..<`sentinelCount`.
    let sentinel: Int
    /// How many of the picture's pieces are on the glass.
    var painted = 0
    /// Where the terminal shows pieces that it keeps, which text does not erase.
    var places: [StoredPictures.Place] = []

    /// Whether all of the picture is on the glass.
    var isPainted: Bool { painted >= picture.pieces.count }
  }

  static let sentinelCount = 4

  private(set) var entries: [Entry] = []
  /// What shows of pictures that are not wanted there any more, and has to be taken away.
  private(set) var leftovers: [StoredPictures.Place] = []

  /// The pictures still to be painted, from the top left.
  var pending: [Entry] {
    entries.filter { !$0.isPainted }.sorted { ($0.area.row, $0.area.column) < ($1.area.row, $1.area.column) }
  }

  /// Takes the pictures of the next frame.
  /// - Returns: `false` when no sentinel differed from all it replaces, so that everything has to be repainted.
  mutating func want(_ pictures: [(placement: PicturePlacement, picture: RenderedPicture, area: Rect)])
    -> Bool
  {
    let old = entries
    var isDistinct = true
    entries = pictures.map { wanted in
      if let kept = old.first(where: {
        $0.placement == wanted.placement && $0.area == wanted.area && $0.picture == wanted.picture
      }) {
        return kept
      }
      let taken = Set(old.filter { $0.area.overlaps(wanted.area) }.map(\.sentinel))
      let free = (0..<Self.sentinelCount).first { !taken.contains($0) }
      if free == nil { isDistinct = false }
      return Entry(
        placement: wanted.placement, picture: wanted.picture, area: wanted.area, sentinel: free ?? 0)
    }
    let kept = Set(entries.flatMap(\.places))
    leftovers += old.flatMap(\.places).filter { !kept.contains($0) }
    return isDistinct
  }

  /// Says that the next piece of an entry's pixels is on the glass.
  mutating func paint(_ entry: Entry, at place: StoredPictures.Place? = nil) {
    guard let index = entries.firstIndex(where: { $0.placement == entry.placement && $0.area == entry.area })
    else { return }
    entries[index].painted += 1
    if let place { entries[index].places.append(place) }
  }

  /// Says that all cells are about to be written anew, which erases every picture.
  mutating func eraseAll() {
    for index in entries.indices { erase(index) }
  }

  /// Takes note that what was left over is gone.
  mutating func takeLeftovers() -> [StoredPictures.Place] {
    defer { leftovers = [] }
    return leftovers
  }

  private mutating func erase(_ index: Int) {
    leftovers += entries[index].places
    entries[index].places = []
    entries[index].painted = 0
  }

  /// Says which cells of a row are about to be written.
  ///
  /// ncurses rewrites unchanged cells rather than move the cursor over a short run of them. A picture so narrow,
  /// between two changes, loses pixels and is painted again.
  /// - Parameters:
  ///   - row: the row.
  ///   - isChanged: for each column whether its cell changes.
  mutating func textChanges(row: Int, isChanged: [Bool]) {
    for index in entries.indices {
      let area = entries[index].area
      guard area.row <= row, row < area.maxRow, area.columns <= Self.shortRun,
        let left = isChanged[..<area.column].lastIndex(of: true),
        let right = isChanged[area.maxColumn...].firstIndex(of: true)
      else { continue }
      if right - left - 1 <= Self.shortRun { erase(index) }
    }
  }

  /// The longest run that ncurses may rewrite: as many cells as its longest way to skip one has bytes,
  /// `CSI 24 ; 24 H` (`_inline_cost` in lib_mvcur.c).
  private static let shortRun = 8
}

extension Rect {
  /// Whether some cell lies in both.
  func overlaps(_ other: Rect) -> Bool {
    column < other.maxColumn && other.column < maxColumn && row < other.maxRow && other.row < maxRow
  }
}
