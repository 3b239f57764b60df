import Testing

/// ncurses and signal handlers are the process's own, so these run one after the other.
@Suite(.serialized) enum CursesTerminalTests {
  static let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
}
