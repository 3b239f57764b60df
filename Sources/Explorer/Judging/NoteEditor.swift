package import TerminalUI

/// The line in which a note about an item is being written.
package struct NoteEditor: Hashable, Sendable {
  /// The line.
  package var field: TextField
  /// What the note is about; it stays that, whatever shows meanwhile.
  package let subject: Subject
}
