internal import Explorer
internal import Storage

/// What the explorer knows of earlier sessions before its first key.
struct ExplorerMemory: Sendable {
  /// Where queries are kept, unless none are.
  let file: QueryHistoryFile?
  /// The queries that were asked before.
  let history: QueryHistory
  /// Whether the explorer was never started before.
  let isFirstStart: Bool
  /// What could not be read.
  let note: String?

  /// Reads what is kept in the state folder; with `keepsNothing`, nothing is read or written there.
  init(settings: Settings, keepsNothing: Bool) {
    guard !keepsNothing else {
      (file, history, isFirstStart, note) = (nil, QueryHistory(), false, nil)
      return
    }
    let file = QueryHistoryFile(settings.stateFolder + "/queries", capacity: QueryHistory.capacity)
    self.file = file
    isFirstStart = FirstStart(settings: settings).claim()
    do throws(StorageError) {
      history = QueryHistory(try file.read())
      note = nil
    } catch {
      history = QueryHistory()
      note = "former queries can't be read: \(error); --no-history does without"
    }
  }
}
