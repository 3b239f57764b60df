package import TerminalUI

/// The line in which something about columns is written.
package struct ColumnPrompt: Hashable, Sendable {
  /// What is written.
  package enum Purpose: Hashable, Sendable {
    /// Filters that hold for one column alone.
    case filter(column: Int)
    /// The name to save all columns under.
    case name
    /// A threshold of the Find-all view.
    case threshold
  }

  /// What is written.
  package let purpose: Purpose
  /// The line.
  package var field: TextField {
    didSet {
      guard field.text != oldValue.text else { return }
      replaced = nil
      fault = nil
    }
  }
  /// The characters of what was accepted, without blanks at its ends, that could not be read.
  package internal(set) var fault: Range<Int>?
  /// The names that columns are saved under; `nil` while that is not known.
  var taken: [String]?
  /// The name under which the next `enter` replaces what is saved; whoever edits the line is asked anew.
  var replaced: String?

  /// Whether a column's filter is written.
  var isFilter: Bool {
    if case .filter = purpose { true } else { false }
  }

  /// Opens the line.
  package init(purpose: Purpose, field: TextField) {
    self.purpose = purpose
    self.field = field
  }
}
