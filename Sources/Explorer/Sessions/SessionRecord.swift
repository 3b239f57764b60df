internal import Relevance
internal import Retrieval
internal import TerminalUI

/// What is kept of a session, so that the next one on the same catalogue begins where it ended.
///
/// Refers to columns, fields and items by their names, and what can't be found again is left out: the index may be
/// another one by then.
package struct SessionRecord: Codable, Hashable, Sendable {
  /// The version of the form; records of another one are not read.
  package static let currentVersion = 1

  /// The version it is written in.
  package let version: Int
  var query: String
  var view: String
  var isInResults: Bool
  var columns: [ColumnRecord]
  var focusedColumn: Int
  var cursor: Int
  /// The item under the cursor.
  var item: String?
  var slider: String?
  var detail: String
  var measure: String
  /// Whether the lists scroll together.
  var isLinked: Bool
  /// Rows show only of items that a neighbour ranks more than so many places away; `nil` when all rows show.
  var differences: Int?
  /// How results stand; `nil` in records of before that could be chosen.
  var style: String?
  /// How the table of queries is sorted, and whether the other way round; `nil` in records of before that was kept.
  var order: String?
  var isReversed: Bool?
  /// Of which mode the curves are.
  var curves: String?
  /// Where the catalogue was cut by hand, and which grade counted as relevant there.
  var threshold: Float?
  var level: Int?

  /// Records a session; `withQuery` says whether what was typed may be kept.
  package init(_ state: ExplorerState, withQuery: Bool) {
    version = Self.currentVersion
    query = withQuery ? state.field.text : ""
    view = state.view.name
    isInResults = state.focus == .results
    columns = state.columns.map { ColumnRecord($0.settings, withFilter: withQuery) }
    focusedColumn = state.focusedColumn
    cursor = state.cursor
    item = withQuery ? state.current?.card.id.text : nil
    slider = Self.name(of: state.slider, in: state)
    detail = "\(state.detail)"
    measure = state.board.measure.title
    isLinked = state.isLinked
    differences = if case .beyond(let places) = state.differences { places } else { nil }
    style = state.style.rawValue
    order = state.board.order.rawValue
    isReversed = state.board.isReversed
    curves = state.curves.mode.rawValue
    threshold = withQuery && state.view == .findAll ? state.findAll.chosenThreshold : nil
    level = state.findAll.level
  }

  /// The same without what was typed and found by it.
  package var withoutQuery: SessionRecord {
    var record = self
    record.query = ""
    record.item = nil
    record.cursor = 0
    record.threshold = nil
    for index in record.columns.indices { record.columns[index].filter = nil }
    return record
  }

  /// The same for whoever names columns.
  package var withoutColumns: SessionRecord {
    var record = self
    record.columns = []
    return record
  }

  static func name(of slider: Parameter, in state: ExplorerState) -> String? {
    if case .weight(let field) = slider { return "weight " + field }
    return "\(slider)"
  }
}
