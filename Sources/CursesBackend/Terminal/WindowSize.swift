internal import CTerminal
package import TerminalUI

extension Size {
  /// The size of the terminal behind a file descriptor, or `nil` when it is not a terminal or does not say.
  package init?(terminal descriptor: Int32) {
    let window = assay_get_window_size(descriptor)
    guard window.columns > 0, window.rows > 0 else { return nil }
    self.init(columns: Int(window.columns), rows: Int(window.rows))
  }
}
