import Foundation

/// The logarithmic discount of Järvelin and Kekäläinen: log₂(rank + 1).
enum Discount {
  private static let table = (0..<4096).map { log2(Double($0 + 2)) }

  /// What the gain at a place (from 0) is divided by.
  static func at(_ place: Int) -> Double {
    place < table.count ? table[place] : log2(Double(place + 2))
  }

  /// Σ gain ÷ discount, the gains in ranking order.
  static func sum(_ gains: some Sequence<Double>) -> Double {
    var (sum, place) = (0.0, 0)
    for gain in gains {
      if gain != 0 { sum += gain / at(place) }
      place += 1
    }
    return sum
  }
}
