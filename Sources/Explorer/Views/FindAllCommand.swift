/// What only the Find-all view can do.
package enum FindAllCommand: Hashable, Sendable {
  /// Moves the threshold by a bar of the histogram.
  case lower, higher
  /// Moves the cut by an item.
  case fewer, more
  /// Cuts where scores fall the most; once more, where they fall the next most.
  case gap
  /// Opens the line in which a threshold is typed.
  case type
  /// Goes to the cut, or from there to the top.
  case border
  /// Shows the sample, or the list.
  case sample
  /// Draws another round of the sample.
  case draw
  /// Lets items count as relevant from another grade on.
  case level
  /// Goes on with the next column's ranking.
  case column
  /// Writes the list into a file.
  case export(ListFormat)
}
