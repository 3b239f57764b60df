/// How many items the tops of two rankings share, wherever they stand there.
package struct TopOverlap: Hashable, Sendable, Codable {
  /// How many ranks were looked at, k.
  package let cutoff: Int
  /// The number of items in both tops.
  package let shared: Int
  /// The number of items in either top.
  package let united: Int
  /// The length of the longer top: k, or less when both rankings are shorter.
  package let longest: Int

  /// Compares two rankings.
  /// - Precondition: `cutoff` is positive; no ranking has an item twice.
  package init<Item: Hashable>(_ first: some Collection<Item>, _ second: some Collection<Item>, cutoff: Int) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    let tops = (Set(first.prefix(cutoff)), Set(second.prefix(cutoff)))
    self.cutoff = cutoff
    shared = tops.0.intersection(tops.1).count
    united = tops.0.count + tops.1.count - shared
    longest = max(tops.0.count, tops.1.count)
  }

  /// Overlap@k: the shared items as a share of the longer top, 0…1; `nil` when both are empty.
  package var overlap: Double? { longest == 0 ? nil : Double(shared) / Double(longest) }

  /// Jaccard@k: the shared items as a share of those in either top, 0…1; `nil` when both are empty.
  package var jaccard: Double? { united == 0 ? nil : Double(shared) / Double(united) }
}
