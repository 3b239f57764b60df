internal import TerminalUI

extension ExplorerState {
  /// Performs a command in the Explore view; `nil` leaves it to what is common to all views.
  mutating func explore(_ command: Command, key: Key) -> [Effect]? {
    switch command {
    case .leaveQuery: return leaveQuery()
    case .history(let command): return recall(command)
    case .complete: return complete()
    case .edit(let edit): return change { $0.apply(edit) }
    case .down, .up, .top, .bottom, .pageDown, .pageUp: move(command)
    case .columnLeft: go(by: -1)
    case .columnRight: go(by: 1)
    // In a grid arrows go from item to item; < and > still slide.
    case .slideDown where style == .grid && key == .left: go(by: -1)
    case .slideUp where style == .grid && key == .right: go(by: 1)
    case .switchStyle: switchStyle()
    case .column(let command): return arrange(command)
    case .switchMode, .switchPrecision, .switchStages, .switchCoarsePrecision, .switchFusion,
      .switchNormalisation:
      return switchSetting(command)
    case .shorter: return slide(.dimensions, by: -1)
    case .longer: return slide(.dimensions, by: 1)
    case .nextSlider: slider = slider(after: slider, by: 1)
    case .previousSlider: slider = slider(after: slider, by: -1)
    case .slideDown: return slide(slider, by: -1)
    case .slideUp: return slide(slider, by: 1)
    case .openNumber: return openColumnScore()
    case .rotateDetail: show(detail.next)
    case .explain: show(.explanation)
    case .detailDown: scrollDetail(by: 1)
    case .detailUp: scrollDetail(by: -1)
    case .back where !derivingColumns.isEmpty: return stopDeriving()
    case .back: show(.off)
    case .previousQuery: return walk(by: -1)
    case .nextQuery: return walk(by: 1)
    case .previousDifference: return jumpToDifference(by: -1)
    case .nextDifference: return jumpToDifference(by: 1)
    case .nextFlag: return goToNextFlag()
    default: return nil
    }
    return []
  }

  /// Goes to the left or to the right: in a grid to the next item, in a list to the next column.
  private mutating func go(by step: Int) {
    if let grid = ExplorerLayout(self).grid {
      moveSideways(by: step, in: grid)
    } else {
      focusColumn(focusedColumn + step)
    }
  }
}
