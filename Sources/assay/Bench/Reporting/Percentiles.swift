/// Measured values of one kind, summarised.
struct Percentiles {
  /// Ascending.
  private let sorted: [Double]

  init(_ values: [Double]) {
    sorted = values.sorted()
  }

  /// How many were measured.
  var count: Int { sorted.count }
  var median: Double? { value(at: 0.5) }
  var p99: Double? { value(at: 0.99) }
  var largest: Double? { sorted.last }

  /// The smallest value that at least `share` of all do not exceed (nearest rank); `nil` when there are none.
  func value(at share: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
