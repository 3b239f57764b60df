internal import Synchronization

/// The scratch memory of one thread that scores items: kept between queries, because fresh pages cost more than
/// scoring does.
struct ScoreBoard: Sendable {
  /// A score for each item of a window and one more; all 0 between two queries.
  var scores: [Float] = []
  /// The best alternative of a word that is being typed; all 0 between two words.
  var best: [Float] = []
  /// Places for the items and scores that a kernel finds.
  var positions = [UInt32](repeating: 0, count: 4096)
  var found = [Float](repeating: 0, count: 4096)

  /// Bounds of scores, a byte for each item of a small window; all 0 between two windows, empty until needed.
  var marks: [UInt8] = []
  /// Positions in a small window and their scores; empty until needed.
  var listed: [UInt32] = []
  var listedScores: [Float] = []

  /// Makes room for small windows that are marked before they are scored.
  mutating func fitMarks(_ span: Int) {
    guard marks.count < span else { return }
    marks = [UInt8](repeating: 0, count: span)
    listed = [UInt32](repeating: 0, count: span)
    listedScores = [Float](repeating: 0, count: span)
  }

  /// Makes room for a window.
  mutating func fit(_ span: Int) {
    let missing = span + 1 - scores.count
    guard missing > 0 else { return }
    scores.append(contentsOf: repeatElement(0, count: missing))
    best.append(contentsOf: repeatElement(0, count: missing))
  }
}

/// Score boards that are not in use.
final class ScoreBoardPool: Sendable {
  private let boards = Mutex<[ScoreBoard]>([])

  /// Lends a board with room for `span` items.
  func withBoard<Result>(span: Int, _ body: (inout ScoreBoard) -> Result) -> Result {
    var board = boards.withLock { $0.popLast() } ?? ScoreBoard()
    board.fit(span)
    let result = body(&board)
    boards.withLock { $0.append(board) }
    return result
  }
}
