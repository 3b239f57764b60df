import Foundation

/// A simple random sample without replacement from a finite number of items, some of which are hits: what the hits
/// that were drawn say about all of them.
///
/// The number drawn is distributed hypergeometrically; its tails are inverted as Clopper and Pearson (1934) do for the
/// binomial: see Wright, "Exact Confidence Bounds when Sampling from Small Finite Universes", Springer 1991.
package struct FiniteSample: Hashable, Sendable {
  /// How many items there are, N.
  package let population: Int
  /// How many were drawn, n.
  package let size: Int

  /// Makes a sample.
  /// - Precondition: `size` lies in `0...population`.
  package init(_ size: Int, of population: Int) {
    precondition((0...max(0, population)).contains(size), "a sample of \(size) of \(population)")
    self.population = population
    self.size = size
  }

  /// The largest number of hits among all items under which as few as `seen` are drawn with a probability above
  /// `alpha`: the truth is larger with a probability of at most `alpha`.
  /// - Precondition: `seen` lies in `0...size`; `alpha` lies above 0 and below 1.
  /// - Complexity: O(log population × seen).
  package func most(seeing seen: Int, alpha: Double) -> Int {
    precondition((0...size).contains(seen) && alpha > 0 && alpha < 1, "\(seen) of \(size), \(alpha)")
    return last(in: seen...population - (size - seen)) { atMost(seen, of: $0) > alpha }
  }

  /// The smallest number of hits among all items under which as many as `seen` are drawn with a probability above
  /// `alpha`: the truth is smaller with a probability of at most `alpha`.
  /// - Precondition and complexity: as for `most`.
  package func least(seeing seen: Int, alpha: Double) -> Int {
    // What is seen of the misses says as much about the hits.
    population - most(seeing: size - seen, alpha: alpha)
  }

  /// The probability of drawing at most `seen` hits when there are `hits` among all items.
  /// - Complexity: O(seen).
  package func atMost(_ seen: Int, of hits: Int) -> Double {
    let least = max(0, size - (population - hits))
    guard seen >= least else { return 0 }
    guard seen < min(size, hits) else { return 1 }
    let all = Self.logChoices(population, size)
    let sum = (least...seen).reduce(0.0) { sum, drawn in
      sum
        + exp(Self.logChoices(hits, drawn) + Self.logChoices(population - hits, size - drawn) - all)
    }
    return min(1, sum)
  }

  /// The last number for which a condition holds that holds up to some number and never again; the first of the range
  /// when it holds for none.
  private func last(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func logChoices(_ items: Int, _ chosen: Int) -> Double {
    lgamma(Double(items) + 1) - lgamma(Double(chosen) + 1) - lgamma(Double(items - chosen) + 1)
  }
}
