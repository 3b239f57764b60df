package import Relevance
package import Retrieval
package import TerminalUI

/// Everything the explorer knows between two keys; `reduce(_:)` changes it and `draw(_:)` shows it.
package struct ExplorerState: Hashable, Sendable {
  /// Where keys go.
  package enum Focus: Hashable, Sendable {
    case query, results
  }

  /// How many items a search returns at first, so far as there are that many; moving to their end asks for more.
  package static let firstDepth = 100
  /// The most items a search returns: further down nobody reads, and `assay search --at-least` finds all.
  package static let lastDepth = 25_600
  /// The smallest terminal that can be worked in.
  package static let smallest = Size(columns: 40, rows: 10)

  /// What the explorer was opened on.
  package internal(set) var bench: Workbench
  /// What keys mean.
  package let keymap: Keymap
  /// How the user wants it to look.
  package let preferences: Preferences
  /// The terminal's size.
  package internal(set) var size: Size
  /// How pictures can be shown; decides whether layouts leave room for them.
  package internal(set) var pictures: PictureSupport

  /// The view that is shown.
  package internal(set) var view = View.explore
  /// Where keys go in the Explore view.
  package internal(set) var focus = Focus.query
  /// Whether the list of keys is open, and how far it is scrolled.
  package internal(set) var helpScroll: Int?
  /// What has become of the index since it was opened.
  package internal(set) var indexNews: IndexNews?
  /// Keys of a sequence that is not complete yet.
  package internal(set) var pendingKeys: [Key] = []
  /// What the status line says until the next key.
  package internal(set) var notice: Notice?
  /// The local time of day of the latest durable decision.
  package internal(set) var savedAt: String?
  /// How many decisions could not be saved.
  package internal(set) var failedSaves = 0

  /// The query line.
  package internal(set) var field: TextField
  /// The queries that were asked before.
  package internal(set) var history: QueryHistory
  /// The search for one of them.
  package internal(set) var historySearch: HistorySearch?
  /// What the query line may go on with.
  package internal(set) var completion: Completion?
  /// The list of all actions.
  package internal(set) var palette: Palette?
  /// The guided tour.
  package internal(set) var tour: Tour?
  /// Whether the hints of a first start show.
  package internal(set) var showsHints: Bool
  /// The query that the line stands for.
  package internal(set) var query: Query
  /// The place of `query` in the set, or `nil` when it was typed.
  package internal(set) var position: Int?

  /// The columns, left to right.
  package internal(set) var columns: [ResultColumn]
  /// The column that commands go to.
  package internal(set) var focusedColumn = 0
  /// Whether all columns scroll together.
  package internal(set) var isLinked = true
  /// Which rows show.
  package internal(set) var differences = DifferenceFilter.off
  /// The columns before each change of which there are, the latest last.
  var formerColumns: [ColumnArrangement] = []
  /// The line in which something about columns is written.
  package internal(set) var columnPrompt: ColumnPrompt?
  /// The filters that were written last; it matters until they are answered.
  var triedFilter: TriedFilter?
  /// The list of saved columns; `nil` while it is closed.
  package internal(set) var presets: PresetList?
  /// The latest wish to know where another column ranks an item; answers to any other are stale.
  var location: LocateRequest?
  /// The row that commands go to, from 0; all columns share it while they scroll together.
  package internal(set) var cursor = 0
  /// The first row shown.
  package internal(set) var scroll = 0
  /// The picture that fills the screen; `nil` while none does.
  package internal(set) var viewer: PictureViewer?
  /// How results stand in the columns.
  package internal(set) var style = ResultsStyle.list
  /// The slider that the arrow keys move.
  package internal(set) var slider = Parameter.dimensions

  /// The time in milliseconds since the session began; `nil` when nobody tells.
  package internal(set) var now: Int?
  /// The item that is being looked at.
  package internal(set) var attention: Attention?
  /// The note that is being written.
  package internal(set) var noteEditor: NoteEditor?

  /// Grades, undo and redo.
  package internal(set) var book: GradeBook
  /// What the detail pane shows.
  package internal(set) var detail = DetailMode.off
  /// How far the detail pane is scrolled.
  package internal(set) var detailScroll = 0
  /// The item in the detail pane.
  package internal(set) var inspection = Inspection()

  /// What the Label view knows.
  package internal(set) var labelling = Labelling()
  /// The query set as the columns answer it.
  package internal(set) var board = QueryBoard()
  /// Measures against lengths and precisions.
  package internal(set) var curves = CurveBoard()
  /// The catalogue cut by a threshold.
  package internal(set) var findAll = FindAllBoard()

  /// Numbers whose arithmetic is open, the one that shows last.
  package internal(set) var opened: [OpenedNumber] = []

  /// How finished the query is.
  package internal(set) var typing = Typing.finished

  /// The walk through the history that the query line is on.
  var walk: HistoryWalk?
  /// Actions that were run from the palette, the latest first.
  var recentActions: [String] = []
  /// The item that the cursor goes to where it is listed, as soon as the answers are there.
  var sought: SoughtItem?
  /// The flagged item that was gone to last.
  var visitedFlag: FlaggedItem?
  /// Where the mouse was pressed last.
  var mousePress: MousePress?
  /// How many items a search returns now.
  var depth = ExplorerState.firstDepth
  var generation = 0
  private let positions: [String: Int]

  /// Opens a workbench with the query line focused and with `columns`; without any, with two, dense and hybrid, or one
  /// for each model where there are several.
  ///
  /// Nothing is asked for before `start()`.
  package init(
    bench: Workbench, size: Size, pictures: PictureSupport = .none, query: String = "",
    keymap: Keymap = .standard, columns: ColumnArrangement? = nil, history: QueryHistory = QueryHistory(),
    showsHints: Bool = false, tour: Tour? = nil,
    preferences: Preferences = Preferences()
  ) {
    self.bench = bench
    self.keymap = keymap
    self.preferences = preferences
    self.size = size
    self.pictures = pictures
    self.field = TextField(query)
    self.history = history
    self.showsHints = showsHints
    self.tour = tour
    self.query = Query(id: "", text: "")
    self.columns = (columns?.settings ?? bench.firstColumns).map { ResultColumn(settings: $0) }
    self.focusedColumn = columns?.focus ?? 0
    self.book = GradeBook(bench.judgments)
    self.notice = bench.remark.map { Notice($0, isWarning: true) }
    self.positions = Dictionary(
      bench.queries.enumerated().map { (QueryIdentity.canonical($1.text), $0) },
      uniquingKeysWith: { first, _ in first })
    readQuery()
  }

  /// What to do before the first key: show the catalogue, or the answer to the query the explorer opened with.
  package mutating func start() -> [Effect] {
    // A view that was restored gets ready as when one goes there.
    searchAll() + (view == .explore ? [] : view.screen.enter(&self))
  }

  /// Where the keyboard is.
  package var context: KeyContext {
    if isTooSmall { return .tooSmall }
    if palette != nil { return .palette }
    if helpScroll != nil { return .help }
    if noteEditor != nil { return .note }
    if columnPrompt != nil { return isCompletingFilter ? .completion : .columnPrompt }
    if presets != nil { return .presets }
    if !opened.isEmpty { return .number }
    if viewer != nil, view == .explore { return .picture }
    guard isInQueryLine else { return view.screen.context(in: self) }
    if historySearch != nil { return .history }
    return completion?.isOpen == true ? .completion : .query
  }

  /// Whether what a column's filter may go on with is listed.
  var isCompletingFilter: Bool { completion?.isOpen == true && columnPrompt?.isFilter == true }

  /// The place behind the one where the keyboard is, to which keys go that mean nothing there.
  var contextBehind: KeyContext? { isCompletingFilter ? .columnPrompt : context.behind }

  /// Whether the query line is what keys go to, or what lies behind the list they go to.
  var isInQueryLine: Bool { view == .explore && focus == .query && viewer == nil }

  /// The time in milliseconds at which something changes by itself; `nil` when nothing does.
  package var wakesAt: Int? { showsHints ? HintLine.duration : nil }

  /// Whether the terminal is too small to be worked in.
  package var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Whether an answer to the latest request of some column is due, so that older ones are still on the glass.
  package var isWaiting: Bool { columns.contains(where: \.isWaiting) }

  /// What to get ready while nothing else is to be done: other lengths of the vectors.
  ///
  /// For the focused column, or else for any that compares vectors; `nil` while an answer is due.
  package var preparation: PrepareRequest? {
    guard !isWaiting, !isBrowsing, queryFailure == nil else { return nil }
    let rankings = [ranking] + columns.map(\.ranking)
    guard let ranking = rankings.lazy.compactMap(\.self).first(where: { $0.plan.dense != nil }) else {
      return nil
    }
    return PrepareRequest(query: ranking.query, plan: ranking.plan, typing: ranking.typing)
  }

  /// Why the query can't be read, when that is the reason why some column has no answer to it.
  package var queryFailure: SearchFailure? {
    columns.lazy.compactMap(\.failure).first { $0.range != nil }
  }

  /// What of the query could not be read if it ended here; `nil` when nothing is typed any more.
  var unfinished: SearchFailure? {
    guard focus == .query, !isWaiting, let ranking, ranking.query == query else { return nil }
    return ranking.unfinished
  }

  /// What may have been meant otherwise in the query, or is missing yet, while it is being typed.
  var hint: Notice? {
    // An open list says better what may follow.
    guard focus == .query, !isWaiting, completion == nil else { return nil }
    return (unfinished?.message ?? ranking?.hints.first).map { Notice($0) }
  }

  /// Whether the whole catalogue is listed because nothing was typed.
  package var isBrowsing: Bool { query.text.isEmpty }

  /// The answer in the focused column.
  package var ranking: Ranking? { columns[focusedColumn].ranking }

  /// The item under the cursor with what to show of it, or `nil` when the column is empty.
  package var current: (item: RankedItem, card: ItemCard)? {
    guard let ranking, let index = columns[focusedColumn].index(ofRow: cursor) else { return nil }
    return (ranking.outcome.items[index], ranking.cards[index])
  }

  /// How a column differs from the one to its left; `nil` for the first one and while answers are due.
  package func comparison(of column: Int) -> Comparison? {
    guard column > 0, !isBrowsing else { return nil }
    return Comparison(left: columns[column - 1].ranking, right: columns[column].ranking)
  }

  /// Takes the query from the line: a query of the set when the text is one, otherwise a typed one.
  mutating func readQuery() {
    let text = field.text.trimmed
    position = text.isEmpty ? nil : positions[QueryIdentity.canonical(text)]
    query = position.map { bench.queries[$0] } ?? Query(id: QueryIdentity.id(of: text), text: text)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
