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
      case .query: Optional(query.text)
      case .id: current?.card.id.text
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
      notice = Notice("there is no item to open; / goes to the query line")
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
    switch view {
    case .label: labelling.task?.card
    case .findAll: findAll.place.flatMap { findAll.card(at: $0) }
    case .explore, .queries, .curves: current?.card
    }
  }

  private var sharedRow: String? {
    guard let (item, card) = current else { return nil }
    var cells = ["\(item.rank)", card.id.text, card.title, card.facts.joined(separator: " · ")]
    if !isBrowsing { cells.append(Numerals.fraction(item.score, decimals: 6)) }
    return cells.joined(separator: "\t")
  }
}
