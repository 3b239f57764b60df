package import Relevance

/// What one assessor thinks of one item for one query, as far as it was said.
package struct Opinion: Hashable, Sendable {
  /// The grade, or that there is none: `.withdrawn` when nothing was decided.
  package var answer = Decision.withdrawn
  /// Whether the item is marked for later.
  package var isFlagged = false
  /// What was written beside it; empty when nothing was.
  package var note = ""

  /// Nothing was said.
  package init() {}

  /// Whether a grade was given, or that none can be.
  package var isSettled: Bool { answer.grade != nil || answer == .cannotTell }

  /// Whether nothing was decided about the grade, not even to skip it.
  package var isOpen: Bool { answer == .withdrawn }

  /// What is said now about the same aspect as `statement` is.
  func current(like statement: Statement) -> Statement {
    switch statement {
    case .answer: .answer(answer)
    case .flag: .flag(isFlagged)
    case .note: .note(note)
    }
  }

  /// Takes a statement in place of the one before about the same aspect.
  package mutating func take(_ statement: Statement) {
    switch statement {
    case .answer(let decision): answer = decision
    case .flag(let isFlagged): self.isFlagged = isFlagged
    case .note(let note): self.note = note
    }
  }
}

/// One thing that is said about an item: each replaces what was said before about the same aspect.
package enum Statement: Hashable, Sendable {
  /// A grade, or why there is none: only decisions that settle the grade.
  case answer(Decision)
  /// Whether the item is marked for later.
  case flag(Bool)
  /// A note; an empty one erases.
  case note(String)

  /// Whether both are about the same aspect.
  func isAboutSame(as other: Statement) -> Bool {
    switch (self, other) {
    case (.answer, .answer), (.flag, .flag), (.note, .note): true
    default: false
    }
  }

  /// How the journal keeps it.
  var entry: (decision: Decision, note: String?) {
    switch self {
    case .answer(let decision): (decision, nil)
    case .flag(let isFlagged): (.flagged(isFlagged), nil)
    case .note(let note): (.noted, note)
    }
  }

  /// What it leaves the item with, in words: `grade 3`, `no flag`.
  func words(on scale: Scale) -> String {
    switch self {
    case .answer(.grade(let grade)): "grade \(grade)"
    case .answer(.skipped): "been skipped"
    case .answer(.cannotTell): "“can't tell”"
    case .answer: "no grade"
    case .flag(let isFlagged): isFlagged ? "a flag" : "no flag"
    case .note(let note): note.isEmpty ? "no note" : "the note “\(note)”"
    }
  }
}
