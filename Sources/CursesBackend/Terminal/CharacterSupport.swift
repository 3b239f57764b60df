internal import CNcurses
internal import Glibc

/// Which characters the terminal's locale lets through.
enum CharacterSupport: Hashable, Sendable {
  /// Everything, as UTF-8.
  case unicode
  /// ASCII; the rest is shown by characters that look alike.
  case ascii

  /// Sets the process's character type, which ncurses and `wcwidth` go by, and says what it allows.
  ///
  /// The plain C locale gives way to C.UTF-8, which it lets through unharmed; another locale that is not UTF-8 was
  /// chosen for a terminal that can't show it.
  static func settingLocale(from environment: [String: String]) -> CharacterSupport {
    let chosen =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    if !["C", "POSIX"].contains(chosen), setlocale(LC_CTYPE, chosen) != nil {
      if codeset == "UTF-8" { return .unicode }
      if codeset != "ANSI_X3.4-1968" { return .ascii }
    }
    if setlocale(LC_CTYPE, "C.UTF-8") != nil, codeset == "UTF-8" { return .unicode }
    return .ascii
  }

  private static var codeset: String { nc_codeset().map { String(cString: $0) } ?? "" }
}
