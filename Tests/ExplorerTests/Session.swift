import Explorer
import Relevance
import TerminalUI

/// Drives a state the way the event loop does, with the pretend engine, and remembers every effect.
struct Session {
  var state: ExplorerState
  /// Every effect, in order.
  private(set) var effects: [Effect] = []
  /// Whether requests are answered at once; otherwise they only pile up in `effects`.
  var answers = true
  /// Whether pairs of columns are judged over the query set, too, which takes a moment.
  var judgesPairs = false
  /// How many places every item has moved down the answers; the last come first.
  var shift = 0
  /// An item that is not answered with any more.
  var gone: DocumentID?
  /// What is saved of columns.
  var saved = SavedPresets(path: "/home/ann/.config/assay/presets.toml", presets: [])
  /// The places of the models that are still being loaded.
  var loading: Set<Int> = []
  /// The places of the models whose servers have not answered yet.
  var asking: Set<Int> = []
  /// The time in milliseconds, when there is a clock.
  var clock: Int?
  /// How many items of the whole catalogue have a score.
  var scored = 300
  /// How many items every query matches; `nil` for those of the small catalogue.
  var matched: Int?

  init(
    _ columns: Int = 120, _ rows: Int = 36, pictures: PictureSupport = .sixel(cellWidth: 9, cellHeight: 19),
    bench: Workbench = Bench.workbench(), query: String = "", history: [String] = [],
    showsHints: Bool = false,
    tour: Tour? = nil, answers: Bool = true
  ) {
    self.answers = answers
    state = ExplorerState(
      bench: bench, size: Size(columns: columns, rows: rows), pictures: pictures, query: query,
      history: QueryHistory(history), showsHints: showsHints, tour: tour)
    perform(state.start())
  }

  /// Opens a state that goes on where a record ended.
  init(
    restoring record: SessionRecord, bench: Workbench, gone: DocumentID? = nil, matched: Int? = nil
  ) {
    state = ExplorerState(
      bench: bench, size: Size(columns: 120, rows: 36), pictures: .sixel(cellWidth: 9, cellHeight: 19))
    self.gone = gone
    self.matched = matched
    state.restore(record)
    perform(state.start())
  }

  /// Feeds one action and performs its effects.
  @discardableResult
  mutating func send(_ action: Action) -> [Effect] {
    let new = state.reduce(action, at: clock)
    perform(new)
    return new
  }

  private mutating func perform(_ new: [Effect]) {
    effects += new
    guard answers else { return }
    for effect in new {
      switch effect {
      case .search(let request):
        if let failure = Bench.failure(request) ?? Bench.wait(request, for: loading, asking: asking) {
          send(.searchFailed(column: request.column, generation: request.generation, failure))
        } else {
          send(Bench.answer(request, matched: matched, shift: shift, without: gone, loading: loading))
        }
      case .inspect(let request): send(Bench.detail(request))
      case .complete(let request): send(.completed(Bench.completion(request)))
      case .queue(let request):
        send(.queued(generation: request.generation, Bench.queue(request)))
      case .append(let draft): send(.judged(token: draft.token, clock: "12:04:31"))
      case .rankQueries(let request): for reply in Bench.rankings(request) { send(.rankedQueries(reply)) }
      case .measureCurves(let request):
        let (curves, funnel) = (Bench.curves(request), Bench.funnel(request))
        send(
          .measuredCurves(
            MeasureCurvesReply(
              generation: request.generation, .curves(curves, queries: request.subject.queries))))
        send(.measuredCurves(MeasureCurvesReply(generation: request.generation, .funnel(funnel))))
      case .findAll(let request): for reply in Bench.scores(request, of: scored) { send(.foundAll(reply)) }
      case .placeItems(let request): send(.placedItems(Bench.places(request)))
      case .locate(let request): send(Bench.location(request))
      case .readPresets: send(.presets(saved))
      case .savePreset(let preset, _):
        let others = saved.presets.filter { $0.name != preset.name }
        saved = SavedPresets(path: saved.path, presets: others + [preset])
      case .deletePreset(let name):
        saved = SavedPresets(path: saved.path, presets: saved.presets.filter { $0.name != name })
        send(.presets(saved))
      case .openScore(let request): send(.openedScore(Bench.score(request)))
      case .openMean(let request):
        if let reply = request.answer(ranking: { try Bench.ranking(of: $0, plan: request.plan) }) {
          send(.openedMean(reply))
        }
      case .comparePair(let request):
        if judgesPairs, let reply = request.answer() { send(.comparedPair(reply)) }
      default: break
      }
    }
  }

  /// Presses keys written as text: characters stand for themselves, `<enter>` and the like for named keys.
  @discardableResult
  mutating func press(_ script: String) -> [Effect] {
    var all: [Effect] = []
    for key in Script.keys(script) { all += send(.terminal(.key(key))) }
    return all
  }

  /// Answers the latest search of every column; earlier ones are stale.
  mutating func answerLatest() {
    for column in state.columns.indices {
      if let request = searches.last(where: { $0.column == column }) { send(Bench.answer(request)) }
    }
  }

  /// The searches among all effects so far.
  var searches: [SearchRequest] {
    effects.compactMap { if case .search(let request) = $0 { request } else { nil } }
  }

  /// The wishes for detail among all effects so far.
  var inspections: [InspectRequest] {
    effects.compactMap { if case .inspect(let request) = $0 { request } else { nil } }
  }

  /// The wishes for a queue among all effects so far.
  var queueRequests: [QueueRequest] {
    effects.compactMap { if case .queue(let request) = $0 { request } else { nil } }
  }

  /// The decisions among all effects so far.
  var drafts: [JudgmentDraft] {
    effects.compactMap { if case .append(let draft) = $0 { draft } else { nil } }
  }
}
