internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Performs a command that hands something on to other programs; `nil` for any other command.
  mutating func share(_ command: Command) -> [Effect]? {
    switch command {
    case .copy(let subject): return copy(subject)
    case .openItem: return openItem()
    case .export(let format): return export(format)
    default: return nil
    }
  }

  private mutating func copy(_ subject: CopySubject) -> [Effect] {
    let text =
      switch subject {
      case .query: sharedQuery
      case .id: sharedItem?.id.text
      case .row: sharedRow
      }
    guard let text, !text.isEmpty else {
      notice = Notice(subject == .query ? "there is no query to copy" : "there is no item to copy")
      return []
    }
    return [.copy(CopyRequest(subject: subject, text: text))]
  }

  private mutating func openItem() -> [Effect] {
    guard let card = sharedItem else {
      notice = Notice("there is no item to open")
      return []
    }
    return [.open(OpenRequest(item: card.id, picture: card.picture))]
  }

  private mutating func export(_ format: ExportFormat) -> [Effect] {
    guard !isWaiting, let comparison = ComparisonSnapshot(self) else {
      notice = Notice(isWaiting ? "the answers are not complete yet" : "there is no answer to export")
      return []
    }
    notice = Notice("exporting")
    return [.export(ExportRequest(format: format, comparison: comparison))]
  }

  /// The item before the eyes.
  private var sharedItem: ItemCard? {
    view == .label ? labelling.task?.card : current?.card
  }

  private var sharedQuery: String? {
    view == .label ? labelling.task?.query.text : query.text
  }

  private var sharedRow: String? {
    guard let card = sharedItem else { return nil }
    var cells = [card.id.text, card.title, card.facts.joined(separator: " · ")]
    // While items are judged blindly, rank and score stay out of sight.
    if view != .label, let current {
      cells.insert("\(current.item.rank)", at: 0)
      if !isBrowsing { cells.append(Numerals.fraction(current.item.score, decimals: 6)) }
    }
    return cells.joined(separator: "\t")
  }
}
