/// Something done with the mouse, where the terminal reports it.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Action: Hashable, Sendable {
    /// The main button went down.
    case press
    /// The mouse moved with the main button down.
    case drag
    /// The main button went up.
    case release
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// What was done.
  package let action: Action
  /// The column of the cell, from 0.
  package let column: Int
  /// The row of the cell, from 0.
  package let row: Int

  /// Describes an event.
  package init(_ action: Action, column: Int, row: Int) {
    self.action = action
    self.column = column
    self.row = row
  }

  /// Reads a report of SGR mode 1006, `CSI < button ; column ; row M` or `m`; `nil` for other buttons and bare moves.
  init?(parameters: some Collection<UInt8>, final: UInt8) {
    let numbers = parameters.dropFirst().split(separator: UInt8(ascii: ";")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), numbers[1] > 0, numbers[2] > 0 else {
      return nil
    }
    // Shift, alt and control are added as 4, 8 and 16; what they do with a mouse belongs to the terminal.
    let action: Action? =
      switch (numbers[0] & ~0b11100, final) {
      case (0, UInt8(ascii: "M")): .press
      case (0, UInt8(ascii: "m")): .release
      case (32, UInt8(ascii: "M")): .drag
      case (64, UInt8(ascii: "M")): .wheelUp
      case (65, UInt8(ascii: "M")): .wheelDown
      default: nil
      }
    guard let action else { return nil }
    self.init(action, column: numbers[1] - 1, row: numbers[2] - 1)
  }
}
