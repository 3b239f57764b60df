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
  package var field: TextField
}
