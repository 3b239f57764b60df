internal import Relevance
internal import Retrieval
internal import TerminalUI

/// What somebody has to have done for a step of the tour to be over.
enum TourGoal: Hashable, Sendable {
  /// A query of so many characters is answered, and the keys go to the results.
  case asked(length: Int)
  /// The explanation is shown.
  case explained
  /// A column compares fewer dimensions than it did.
  case shortened
  /// There are other columns, or they rank in other ways.
  case rearranged
  /// The query or a column has a filter.
  case filtered
  /// A grade was given.
  case graded
  /// A view is shown.
  case sees(View)
  /// The list of actions is open above a view.
  case inPalette(View)
}

/// What the explorer was like when the tour or a step of it began, as far as goals care.
struct TourMark: Hashable, Sendable {
  let dimensions: [Int]
  let modes: [RankingMode]
  let grades: Qrels

  init(_ state: ExplorerState) {
    dimensions = state.columns.map(\.settings.dimensions)
    modes = state.columns.map(\.settings.mode)
    grades = state.book.grades
  }
}

extension ExplorerState {
  /// Whether a goal is reached, seen from where the tour or its step began.
  func hasReached(_ goal: TourGoal, since mark: TourMark) -> Bool {
    switch goal {
    case .asked(let length): query.text.count >= length && isAnsweredInResults
    case .explained: view == .explore && detail == .explanation
    case .shortened: zip(columns, mark.dimensions).contains { $0.settings.dimensions < $1 }
    case .rearranged: columns.map(\.settings.mode) != mark.modes
    case .filtered:
      columns.contains { !$0.settings.filter.isEmpty } || query.text.contains(":") && isAnsweredInResults
    case .graded: book.grades.count > mark.grades.count
    case .sees(let view): self.view == view
    case .inPalette(let view): self.view == view && palette != nil
    }
  }

  /// Whether somebody went to the results of a query that has some.
  private var isAnsweredInResults: Bool {
    context == .results && !isWaiting && ranking.map { $0.query == query && $0.count > 0 } == true
  }
}
