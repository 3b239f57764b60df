internal import Foundation
internal import Relevance

/// The Zipf–Mandelbrot distribution, p(rank) ∝ 1 / (rank + shift)^exponent, as a table to draw from.
struct ZipfTable: Sendable {
  /// The share of all ranks up to and including each.
  private let cumulative: [Double]

  /// Makes the table of `count` ranks.
  /// - Precondition: `count` is positive.
  init(count: Int, exponent: Double, shift: Double = 0) {
    precondition(count > 0, "a distribution over \(count) ranks")
    var sum = 0.0
    let sums = (1...count).map { rank in
      sum += 1 / pow(Double(rank) + shift, exponent)
      return sum
    }
    cumulative = sums.map { $0 / sum }
  }

  /// Draws a rank, from 0.
  func draw(_ random: inout SeededRandom) -> Int {
    let wanted = random.unit()
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
