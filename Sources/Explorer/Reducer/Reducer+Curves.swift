internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Performs a command in the Curves view; `nil` leaves it to what is common to all views.
  mutating func browseCurves(_ command: Command) -> [Effect]? {
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp: moveInCurves(command)
    case .switchMode: curves.mode = curves.mode == .dense ? .hybrid : .dense
    case .switchPrecision: curves.movePrecision(by: 1)
    case .switchStages: curves.page = curves.page == .curves ? .funnel : .curves
    case .shorter: moveLength(by: -1)
    case .longer: moveLength(by: 1)
    case .columnLeft: curves.page == .curves ? curves.movePoint(by: -1) : curves.moveShortlist(by: -1)
    case .columnRight: curves.page == .curves ? curves.movePoint(by: 1) : curves.moveShortlist(by: 1)
    case .openNumber where curves.page == .curves: return openCurvePoint()
    case .openNumber:
      notice = Notice(
        "\(key(of: .openNumber)) opens a point of a curve; \(key(of: .switchStages)) shows the curves")
    case .openQuery: return openLostQuery(in: .explore)
    case .judgeQuery: return openLostQuery(in: .label)
    case .back where curves.progress != nil: return stopCurves()
    default: return nil
    }
    return []
  }

  private mutating func moveLength(by step: Int) {
    if curves.page == .curves { curves.movePoint(by: step) } else { curves.moveLength(by: step) }
  }

  /// Asks for curves when what they are about has changed.
  mutating func settleCurves() -> [Effect] {
    let subject = curveSubject
    guard !subject.queries.isEmpty, subject != curves.subject else { return [] }
    return measureCurves(subject)
  }

  /// Goes on with what was stopped when it is looked at again.
  mutating func resumeCurves() -> [Effect] {
    guard curves.isStopped, let subject = curves.subject else { return [] }
    return measureCurves(subject)
  }

  private mutating func measureCurves(_ subject: CurveSubject) -> [Effect] {
    generation += 1
    let request = MeasureCurvesRequest(generation: generation, subject: subject)
    curves.ask(request)
    return [.measureCurves(request)]
  }

  private mutating func stopCurves() -> [Effect] {
    curves.stop()
    notice = Notice("stopped; \(resumingKey) goes on")
    return [.stopMeasuringCurves]
  }

  /// What the curves are about now: the judged queries of the set, each by the grades that count for it.
  var curveSubject: CurveSubject {
    var grades: [QueryID: [DocumentID: Int]] = [:]
    let judged = bench.queries.filter { query in
      let known = self.grades(of: query)
      if !known.isEmpty { grades[query.id] = known }
      return !known.isEmpty
    }
    let settings = columns[focusedColumn].settings
    return CurveSubject(
      queries: judged, qrels: Qrels(grades), textShare: settings.textShare, lexical: bench.lexical,
      dimensions: bench.dimensions(for: settings), model: settings.model?.place ?? 0)
  }

  private mutating func moveInCurves(_ command: Command) {
    switch curves.page {
    case .curves:
      switch command {
      case .down: curves.movePrecision(by: 1)
      case .up: curves.movePrecision(by: -1)
      default: break
      }
    case .funnel:
      let visible = max(1, FunnelLayout(self).lost.rows)
      curves.cursor = command.position(
        from: curves.cursor, page: visible, last: max(0, curves.lost.count - 1))
      curves.scroll = min(max(curves.scroll, curves.cursor - visible + 1), curves.cursor)
    }
  }

  /// Shows the query that the chosen item was lost for.
  private mutating func openLostQuery(in view: View) -> [Effect] {
    guard curves.page == .funnel, curves.lost.indices.contains(curves.cursor) else { return [] }
    let id = curves.lost[curves.cursor].query
    guard let place = bench.queries.firstIndex(where: { $0.id == id }) else { return [] }
    return openQuery(at: place, in: view)
  }
}
