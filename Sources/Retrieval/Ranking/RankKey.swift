import CKernels

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

  /// Takes a key that a kernel made.
  init(bits: UInt64) {
    self.bits = bits
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
  /// Sorts keys whose ordinals already ascend, best first; equal scores keep their ordinal order.
  /// - Complexity: O(n), a radix sort.
  static func sorted(_ keys: [RankKey]) -> [RankKey] {
    var bits = keys.map(\.bits)
    var scratch = bits
    assay_sort_ascending_ordinals(&bits, &scratch, bits.count)
    return bits.map(RankKey.init(bits:))
  }
}
