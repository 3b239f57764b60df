internal import TerminalUI

/// Compares a glass with the screen it should show.
struct FrameCheck {
  /// Whether the picture of a placement can be shown at all.
  let isShowable: (PictureID) -> Bool
  /// The digest that each picture had when it was first seen in a frame of one shape.
  private(set) var digests: [Key: UInt64] = [:]

  /// A picture in a frame of some cells.
  struct Key: Hashable {
    let picture: PictureID
    let size: Size
  }

  init(isShowable: @escaping (PictureID) -> Bool) {
    self.isShowable = isShowable
  }

  /// What is wrong with the text, or `nil` when every row is as expected.
  ///
  /// Times differ from run to run: the milliseconds in the column heads, the time of day after `saved` and the pace of
  /// an assessor are left out. Nothing else is.
  static func textMismatch(_ glass: Glass, _ screen: Screen) -> String? {
    for row in 0..<screen.size.rows {
      let found = glass.text(row: row)
      let expected = (0..<screen.size.columns).map { screen[column: $0, row: row].text }.joined()
      if found != expected, timeless(found) != timeless(expected) {
        return "row \(row) shows\n  “\(found)”\ninstead of\n  “\(expected)”"
      }
    }
    return nil
  }

  /// The words of a row without those that tell times.
  static func timeless(_ row: String) -> [Substring] {
    var words: [Substring] = []
    for word in row.split(separator: " ") {
      if word == "ms", words.last?.first?.isNumber == true {
        words.removeLast()
      } else if word.hasSuffix("/min"), word.first?.isNumber == true {
        // With the dot that stands before it.
        if words.last == "·" { words.removeLast() }
      } else if words.last == "saved", word.utf8.count == 8, word.utf8.count(where: { $0 == 0x3a }) == 2 {
        continue
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// What is wrong with the pictures, or `nil` when each stands whole in its frame and none stands elsewhere.
  ///
  /// A picture is known by its bytes: those it had when it was first painted in a frame of that size, which no other
  /// picture may have.
  mutating func pictureMismatch(_ glass: Glass, _ screen: Screen) -> String? {
    var left = glass.cells.reduce(into: [Int: Int]()) {
      if $1.painting > 0 { $0[$1.painting, default: 0] += 1 }
    }
    for placement in screen.pictures where isShowable(placement.picture) {
      guard let index = painting(in: placement.frame, glass) else {
        return "the picture \(placement.picture.path) is not in its frame"
      }
      let painting = glass.paintings[index - 1]
      guard left.removeValue(forKey: index) == painting.area.columns * painting.area.rows else {
        return "the picture \(placement.picture.path) is damaged"
      }
      let key = Key(picture: placement.picture, size: placement.frame.size)
      guard digests[key] ?? painting.digest == painting.digest else {
        return "another picture stands where \(placement.picture.path) should"
      }
      digests[key] = painting.digest
    }
    return left.isEmpty ? nil : "\(left.count) pictures are left over where none should be"
  }

  /// How many of a screen's pictures were never seen in their size.
  func unseen(in screen: Screen) -> Int {
    screen.pictures.count {
      isShowable($0.picture) && digests[Key(picture: $0.picture, size: $0.frame.size)] == nil
    }
  }

  /// The one picture that shows in a frame and lies inside it.
  private func painting(in frame: Rect, _ glass: Glass) -> Int? {
    var found: Set<Int> = []
    for row in frame.row..<frame.maxRow {
      for column in frame.column..<frame.maxColumn {
        found.insert(glass.cells[row * glass.size.columns + column].painting)
      }
    }
    found.remove(0)
    guard let index = found.first, found.count == 1 else { return nil }
    let area = glass.paintings[index - 1].area
    let isInside =
      area.column >= frame.column && area.row >= frame.row && area.maxColumn <= frame.maxColumn
      && area.maxRow <= frame.maxRow
    return isInside ? index : nil
  }
}
