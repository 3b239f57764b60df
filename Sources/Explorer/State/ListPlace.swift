/// Where one stands in a list: the row that commands go to, and the first one shown.
package struct ListPlace: Hashable, Sendable {
  /// The row that commands go to, from 0.
  package var cursor = 0
  /// The first row shown.
  package var scroll = 0

  /// The beginning.
  package init() {}

  /// The same place, or the last row of a list that has become shorter.
  func within(rows: Int) -> ListPlace {
    var place = self
    place.cursor = min(cursor, max(0, rows - 1))
    place.scroll = min(scroll, max(0, rows - 1))
    return place
  }
}
