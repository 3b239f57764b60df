/// One query under one lane without a coarse stage, among some items: every question that can be asked of it.
protocol LaneSearch: Sendable {
  /// The best items.
  func top(_ depth: Int) -> LaneList
  /// How many items score more than `score`, in float32.
  func count(above score: Float) -> Int
  /// Every item that scores at least `threshold`.
  func all(atLeast threshold: Float) -> FoundItems
}
