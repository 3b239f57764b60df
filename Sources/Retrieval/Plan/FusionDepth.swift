/// How many of each lane's best items are fused.
///
/// Items beyond the depth are not listed and get nothing from the lane: an item of rank 1,001 would add 1/1061 under
/// reciprocal rank fusion with k = 60, and adds 0 at a depth of 1,000. Normalisation is over the same lists.
package enum FusionDepth: Hashable, Sendable {
  /// The first so many of each lane, at least 1.
  case top(Int)
  /// Every item that a lane scores; slower, as whole rankings are sorted.
  case all

  /// The depth that is used unless told otherwise.
  package static let `default` = FusionDepth.top(1000)

  /// The depth in a catalogue of `count` items.
  package func limit(count: Int) -> Int {
    switch self {
    case .top(let depth): min(depth, count)
    case .all: count
    }
  }
}

extension FusionDepth: CustomStringConvertible {
  /// The depth as the command line takes it: `1000`, `all`.
  package var description: String {
    switch self {
    case .top(let depth): "\(depth)"
    case .all: "all"
    }
  }
}
