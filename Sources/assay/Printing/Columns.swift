internal import Foundation

extension String {
  /// The text moved to the right edge of `width` characters.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text followed by blanks up to `width` characters.
  func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Double {
  /// The number with a fixed count of decimals, independent of the locale.
  func fixed(_ decimals: Int) -> String {
    String(format: "%.\(decimals)f", self)
  }
}
