/// What keys do in a list to choose from: that of completions, and the palette.
package enum ChoiceCommand: Hashable, Sendable {
  case next, previous
  /// Takes what is chosen.
  case take
  /// Closes the list and takes nothing.
  case close
}
