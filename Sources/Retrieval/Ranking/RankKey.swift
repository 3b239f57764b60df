/// One item's place in the total order of a ranking: score descending, then ordinal ascending, in 64 bits.
///
/// The high half is the score rounded to float32, mapped so that a smaller integer is a better score; the low half
/// is the ordinal. Comparing keys is comparing integers, so that no result depends on how a sort treats ties.
struct RankKey: Hashable, Comparable, Sendable {
  /// The order's bits; smaller is better.
  let bits: UInt64

  /// Makes the key of a scored item.
  /// - Precondition: `score` is not `NaN`.
  init(score: Float, ordinal: UInt32) {
    precondition(!score.isNaN, "item \(ordinal) has no comparable score")
    let pattern = (score + 0).bitPattern  // adding 0 turns −0 into 0
    let ascending = pattern >> 31 == 1 ? ~pattern : pattern | 0x8000_0000
    bits = UInt64(~ascending) << 32 | UInt64(ordinal)
  }

  /// The item.
  var ordinal: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// The score, with 0 for −0.
  var score: Float {
    let ascending = ~scoreBits
    return Float(bitPattern: ascending >> 31 == 1 ? ascending & 0x7fff_ffff : ~ascending)
  }

  /// Equal for two keys exactly when their scores are.
  var scoreBits: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }

  static func < (left: RankKey, right: RankKey) -> Bool {
    left.bits < right.bits
  }
}

extension RankKey {
  /// Sorts keys whose ordinals already ascend, best first.
  ///
  /// Least significant digit radix sort over the score half: three stable passes of eleven bits, so that equal
  /// scores keep their ordinal order.
  /// - Complexity: O(n).
  static func sorted(_ keys: [RankKey]) -> [RankKey] {
    var source = keys
    var target = keys
    for shift in [32, 43, 54] as [UInt64] {
      var starts = [Int](repeating: 0, count: 2048)
      for key in source { starts[Int(key.bits >> shift & 2047)] += 1 }
      var next = 0
      for digit in starts.indices {
        let size = starts[digit]
        starts[digit] = next
        next += size
      }
      for key in source {
        let digit = Int(key.bits >> shift & 2047)
        target[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    return source
  }
}
