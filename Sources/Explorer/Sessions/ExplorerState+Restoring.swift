internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Goes on where a session ended; to be called before `start()`.
  ///
  /// Columns whose model is not open are left out; when none remains, the usual ones stay. A cursor whose item is not
  /// listed any more stays at its place.
  package mutating func restore(_ record: SessionRecord) {
    guard record.version == SessionRecord.currentVersion else { return }
    let restored = record.columns.prefix(4).compactMap { $0.settings(on: bench) }
    if !restored.isEmpty {
      columns = restored.map { ResultColumn(settings: $0) }
      focusedColumn = min(restored.count - 1, max(0, record.focusedColumn))
    }
    isLinked = record.isLinked
    differences =
      DifferenceFilter.steps.first { $0 == record.differences.map(DifferenceFilter.beyond) ?? .off } ?? .off
    field = TextField(record.query)
    readQuery()
    typing = .finished
    cursor = max(0, record.cursor)
    while depth <= cursor, depth < Self.lastDepth { depth = min(Self.lastDepth, depth * 4) }
    sought = record.item.map { SoughtItem(id: DocumentID($0)) }
    // Without a query there is nothing to move in that would be worth more than the query line.
    focus = record.isInResults && !isBrowsing ? .results : .query
    view = View.allCases.first { $0.name == record.view } ?? .explore
    slider =
      Parameter.all(fields: bench.textFields).first { SessionRecord.name(of: $0, in: self) == record.slider }
      ?? slider
    style = record.style.flatMap { ResultsStyle(rawValue: $0) } ?? .list
    detail = DetailMode.allCases.first { "\($0)" == record.detail } ?? .off
    board.measure = MeasureChoice.allCases.first { $0.title == record.measure } ?? board.measure
    board.order = record.order.flatMap { QueryOrder(rawValue: $0) } ?? board.order
    board.isReversed = record.isReversed ?? false
    curves.mode = record.curves.flatMap { RankingMode(rawValue: $0) } ?? curves.mode
    findAll.level = record.level.flatMap { bench.scale.grades.contains($0) ? $0 : nil }
    findAll.formerThreshold = record.threshold
  }
}
