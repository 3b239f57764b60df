/// A figure and the most it may be.
struct BenchBar: Codable {
  let name: String
  /// `nil` when nothing of the kind was measured, which does not pass.
  let measured: Double?
  let limit: Double
  let unit: String
  let passed: Bool

  init(_ name: String, _ measured: Double?, atMost limit: Double, _ unit: String) {
    self.name = name
    self.measured = measured
    self.limit = limit
    self.unit = unit
    passed = measured.map { $0 <= limit } ?? false
  }
}
