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
    /// Whether the pixels are on the glass.
    var isPainted = false
  }

  static let sentinelCount = 4

  private(set) var entries: [Entry] = []

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
    return isDistinct
  }

  /// Says that an entry's pixels are on the glass.
  mutating func paint(_ entry: Entry) {
    if let index = entries.firstIndex(of: entry) { entries[index].isPainted = true }
  }

  /// Says that all cells are about to be written anew, which erases every picture.
  mutating func eraseAll() {
    for index in entries.indices { entries[index].isPainted = false }
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
      if right - left - 1 <= Self.shortRun { entries[index].isPainted = false }
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
