package import TerminalUI

/// What `CursesTerminal.readEvents()` returns: something for the interface, or something for the program.
package enum TerminalInput: Hashable, Sendable {
  /// A key, a paste, a size, or what the terminal can show.
  case event(TerminalEvent)
  /// The program was asked to end by a signal, or the terminal went away (SIGHUP): save and leave.
  case quitRequested(signal: Int32)
  /// The program was asked to stop (SIGTSTP from outside): call `suspend()`.
  case suspendRequested
  /// The program runs again after a stop; the terminal's modes are set anew, and the next frame repaints everything.
  case resumed
}
