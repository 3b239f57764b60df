/// What keys do to the picture that fills the screen.
package enum PictureCommand: Hashable, Sendable {
  case open
  case larger, smaller
  /// From the whole picture to one pixel for each of its own, or back.
  case switchScale
  case left, right
}
