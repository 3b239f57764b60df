/// How alike two rankings order the items that both have.
///
/// Items in one ranking only play no part: how many there are is another question, which overlap answers. Rankings have
/// no ties, so that Kendall's variants a and b are one number.
package struct RankCorrelation: Hashable, Sendable, Codable {
  /// How many items both rankings have.
  package let common: Int
  /// Kendall's τ: the share of pairs in one order less the share of pairs in opposite orders, −1…1.
  package let kendall: Double
  /// τ_AP of Yilmaz, Aslam and Robertson (SIGIR 2008), for which a swap near the top counts more: the mean of both
  /// directions, so that neither ranking is the reference, −1…1.
  package let averagePrecision: Double

  /// Compares two rankings; `nil` when they have fewer than two items in common.
  /// - Precondition: no ranking has an item twice.
  /// - Complexity: O(n log n).
  package init?<Item: Hashable>(_ first: [Item], _ second: [Item]) {
    let known = Set(first)
    let places = Dictionary(
      uniqueKeysWithValues: second.filter(known.contains).enumerated().map { ($1, $0) })
    // Where the second ranking has the items of the first, from 0.
    let order = first.compactMap { places[$0] }
    guard order.count > 1 else { return nil }
    common = order.count
    let agreeing = Self.smallerBefore(order)
    let pairs = Double(common) * Double(common - 1) / 2
    kendall = 2 * Double(agreeing.reduce(0, +)) / pairs - 1
    var inverse = order
    for (place, other) in order.enumerated() { inverse[other] = place }
    averagePrecision = (Self.topWeighted(agreeing) + Self.topWeighted(Self.smallerBefore(inverse))) / 2
  }

  /// `2 / (n − 1) · Σ C(i) / (i − 1) − 1`, where C(i) counts what stands above rank i rightly.
  private static func topWeighted(_ agreeing: [Int]) -> Double {
    let shares = agreeing.indices.dropFirst().reduce(0.0) { $0 + Double(agreeing[$1]) / Double($1) }
    return 2 * shares / Double(agreeing.count - 1) - 1
  }

  /// For each position, how many earlier elements of a permutation of 0..<n are smaller: a Fenwick tree over values.
  private static func smallerBefore(_ order: [Int]) -> [Int] {
    var tree = [Int](repeating: 0, count: order.count + 1)
    return order.map { value in
      var smaller = 0
      var node = value
      while node > 0 {
        smaller += tree[node]
        node &= node - 1
      }
      node = value + 1
      while node < tree.count {
        tree[node] += 1
        node += node & -node
      }
      return smaller
    }
  }
}
