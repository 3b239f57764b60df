internal import Foundation

/// The journal for grades that are given in the tour of the sample catalogue: begun anew each time, so that they neither
/// count anywhere else nor get in the way of the next tour.
struct TourJournal {
  private let path: String

  init(settings: Settings) {
    path = settings.stateFolder + "/tour/journal.jsonl"
  }

  /// Removes the journal of the tour before; returns where this one's goes.
  func begin() throws(CommandFailure) -> String {
    guard FileManager.default.fileExists(atPath: path) else { return path }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .data("the journal of the tour before can't be removed: \(path): \(error.localizedDescription)")
    }
    return path
  }
}
