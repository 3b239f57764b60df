internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The explorer without a terminal: what the screen has to show after each key, worked out in this process.
///
/// Reduces the same events as the program that is driven and performs searches and inspections at once, on the same
/// index. Grades count as saved and are not written anywhere.
struct ExpectedExplorer {
  private(set) var state: ExplorerState
  private let workspace: Workspace

  private let queues: LabelQueueBuilder

  /// Opens the same catalogue in a window of the same size; everything that is asked for at first is answered.
  init(
    workspace: Workspace, bench: Workbench, size: Size, assessor: String
  ) throws {
    self.workspace = workspace
    queues = LabelQueueBuilder(assessor: assessor)
    state = ExplorerState(bench: bench, size: size)
    try perform(state.start())
  }

  /// What has to be on the glass.
  var screen: Screen { draw(state) }

  /// Takes a key, or what the terminal said.
  mutating func take(_ event: TerminalEvent) throws {
    try perform(state.reduce(.terminal(event)))
  }

  private mutating func perform(_ effects: [Effect]) throws {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .search(let request): waiting += state.reduce(try answer(request))
      case .inspect(let request): waiting += state.reduce(.inspected(try workspace.inspect(request)))
      case .complete(let request): waiting += state.reduce(.completed(try workspace.complete(request)))
      case .examinePicture(let request):
        let outcome = PictureExamination(folder: workspace.pictures).outcome(request.picture)
        waiting += state.reduce(
          .examinedPicture(PictureReply(generation: request.generation, outcome: outcome)))
      case .queue(let request):
        waiting += state.reduce(
          .queued(generation: request.generation, try queues.queue(request, of: workspace)))
      case .append(let draft): waiting += state.reduce(.judged(token: draft.token, clock: "00:00:00"))
      case .rankQueries, .stopRankingQueries, .comparePair, .measureCurves, .stopMeasuringCurves: break
      case .forgetHeldSearches, .locate, .readPresets, .savePreset, .deletePreset, .remember: break
      case .stopQueue, .openScore, .openMean, .prefetch, .compileQrels, .reload, .redraw, .suspend, .quit:
        break
      case .copy, .open, .export: break
      case .findAll, .stopFindingAll, .placeItems, .exportList: break
      }
    }
  }

  private func answer(_ request: SearchRequest) throws -> Action {
    do {
      return .searched(try workspace.search(request))
    } catch let error as QueryError {
      return .searchFailed(
        column: request.column, generation: request.generation,
        SearchFailure(error.message, range: error.range))
    }
  }
}
