internal import TerminalUI

/// Keeps what shows of the picture that fills the screen until another part of it is ready: a black screen between two
/// parts would hide what the eye is about to follow.
struct StandingPicture {
  private var last: (placement: PicturePlacement, size: Size)?

  /// A screen with the part that was ready last in the place of one that is not; of another picture nothing is kept.
  mutating func kept(in screen: Screen, isReady: (PicturePlacement) -> Bool) -> Screen {
    guard let wanted = screen.pictures.first, screen.pictures.count == 1 else { return screen }
    if isReady(wanted) {
      last = (wanted, screen.size)
      return screen
    }
    guard let last, last.placement.picture == wanted.picture, last.size == screen.size else { return screen }
    var kept = screen
    kept.pictures = [last.placement]
    return kept
  }

  /// Keeps nothing: no picture fills the screen.
  mutating func forget() {
    last = nil
  }
}
