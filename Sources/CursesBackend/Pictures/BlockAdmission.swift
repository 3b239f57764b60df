internal import TerminalUI

/// Lets pictures made of cells onto the screen a few rows at a time, so that a slow link is not filled with them.
///
/// What shows already costs nothing; of the rest, as many rows are let in with each frame as the budget allows.
struct BlockAdmission {
  private struct Shown {
    let picture: RenderedPicture
    var rows: Int
  }

  /// What one cell takes at most: two colours of three digits, the block itself.
  private static let bytesOfCell = 25

  private var shown: [PicturePlacement: Shown] = [:]
  private var next: [PicturePlacement: Shown] = [:]
  private var spent = 0
  /// Whether rows wait for the next frame.
  private(set) var isWaiting = false

  /// How many rows of a picture show in the frame that is being made.
  mutating func rows(of picture: RenderedPicture, at placement: PicturePlacement, budget: Int?) -> Int {
    let former = shown[placement].flatMap { $0.picture == picture ? $0.rows : nil } ?? 0
    var rows = picture.rows
    if let budget {
      let cost = max(1, picture.columns) * Self.bytesOfCell
      let affordable = max(spent == 0 && budget > 0 ? 1 : 0, (budget - spent) / cost)
      rows = min(picture.rows, former + max(0, affordable))
      spent += (rows - former) * cost
    }
    if rows < picture.rows { isWaiting = true }
    next[placement] = Shown(picture: picture, rows: rows)
    return rows
  }

  /// Ends the frame.
  mutating func endFrame() {
    (shown, next, spent) = (next, [:], 0)
  }

  /// Begins a frame.
  mutating func beginFrame() {
    isWaiting = false
  }
}
