internal import TerminalUI

extension ExplorerState {
  /// A click looks at the length, the number format, the stage or the lost item that it is on; a double click opens what
  /// a key opens there: the point's number, or the query that the item was lost for.
  mutating func clickInCurves(at event: MouseEvent, isDouble: Bool) -> [Effect] {
    guard !bench.queries.isEmpty, CurvesMessage(self) == nil else { return [] }
    switch curves.page {
    case .curves:
      guard let target = CurvesPanel(self)?.target(at: event) else { return [] }
      curves.choose(length: target.length, precision: target.precision)
      return isDouble ? browseCurves(.openNumber) ?? [] : []
    case .funnel:
      guard let panel = FunnelPanel(self) else { return [] }
      if let stage = panel.stage(at: event) {
        curves.chooseStage(length: stage.length, shortlist: stage.shortlist)
      } else if let lost = panel.lost(at: event) {
        curves.cursor = lost
        return isDouble ? browseCurves(.openQuery) ?? [] : []
      }
      return []
    }
  }
}
