internal import Foundation

/// The journal for grades that are given in the tour of the sample catalogue: begun anew each time, so that they neither
/// count anywhere else nor get in the way of the next tour.
struct TourJournal {
  private let folder: String

  init(settings: Settings) {
    folder = settings.stateFolder + "/tour"
  }

  /// Removes the journal of the tour before with all that was made from it; returns where this one's goes.
  func begin() throws(CommandFailure) -> String {
    let journal = folder + "/journal.jsonl"
    guard FileManager.default.fileExists(atPath: folder) else { return journal }
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where Self.isOurs(name) {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    } catch {
      throw .data("the journal of the tour before can't be removed: \(folder): \(error.localizedDescription)")
    }
    return journal
  }

  /// Whether a tour leaves a file of that name: the journal, what lies beside it, and the list of typed queries.
  private static func isOurs(_ name: String) -> Bool {
    name.hasPrefix("journal.") || name == "queries.tsv"
  }
}
