internal import Relevance
internal import TerminalUI

/// What somebody has to have done for a step of the tour to be over.
enum TourGoal: Hashable, Sendable {
  /// A query of so many characters is answered.
  case answered(length: Int)
  /// The keys go to the results.
  case inResults
  /// The explanation is shown.
  case explained
  /// A column compares fewer dimensions than it did.
  case shortened
  /// A grade was given.
  case graded
  /// A grade was taken back.
  case tookBack
  /// A view is shown.
  case sees(View)
  /// The list of actions is open.
  case inPalette
}

/// What the explorer was like when a step began, as far as goals care.
struct TourMark: Hashable, Sendable {
  let dimensions: [Int]
  let grades: Qrels

  init(_ state: ExplorerState) {
    dimensions = state.columns.map(\.settings.dimensions)
    grades = state.book.grades
  }
}

extension ExplorerState {
  /// Whether a goal is reached, seen from where its step began.
  func hasReached(_ goal: TourGoal, since mark: TourMark) -> Bool {
    switch goal {
    case .answered(let length):
      query.text.count >= length && !isWaiting && ranking.map { $0.query == query && $0.count > 0 } == true
    case .inResults: context == .results
    case .explained: view == .explore && detail == .explanation
    case .shortened: zip(columns, mark.dimensions).contains { $0.settings.dimensions < $1 }
    case .graded: book.grades.count > mark.grades.count
    case .tookBack: book.grades.count < mark.grades.count
    case .sees(let view): self.view == view
    case .inPalette: palette != nil
    }
  }
}
