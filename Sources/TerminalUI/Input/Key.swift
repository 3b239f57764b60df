/// One key as the terminal reports it, after escape sequences have been decoded.
package enum Key: Hashable, Sendable {
  /// A character that is text, never a control character.
  case character(Character)
  /// A letter held with Control, lower case.
  case control(Character)
  /// A character preceded by Escape, as terminals send Alt.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// An arrow held with Control or Alt, which both move by words.
  case controlLeft, controlRight
  /// Backspace held with Alt.
  case altBackspace
  /// F1 is 1.
  case function(Int)
}

/// Something that reached the program through its terminal.
package enum TerminalEvent: Hashable, Sendable {
  /// A key press.
  case key(Key)
  /// Text pasted in one piece (bracketed paste), line ends and control characters included.
  case paste(String)
  /// Something done with the mouse.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resized(Size)
  /// The terminal told what it can show; pictures may be drawn from now on.
  case capabilitiesKnown(PictureSupport)
}

/// How pictures reach the glass.
package enum PictureSupport: Hashable, Sendable {
  /// No pictures: none wanted, or nothing to show them with. Layouts leave no room for them.
  case none
  /// Half-block characters in the colours the terminal has.
  case blocks
  /// Sixel graphics with this cell size in pixels.
  case sixel(cellWidth: Int, cellHeight: Int)
  /// kitty's graphics protocol with this cell size in pixels.
  case kitty(cellWidth: Int, cellHeight: Int)
  /// iTerm2's inline pictures with this cell size in pixels.
  case iterm2(cellWidth: Int, cellHeight: Int)
}
