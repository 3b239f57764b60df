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
  static func sorted(_ keys: consuming [RankKey]) -> [RankKey] {
    keys.withUnsafeMutableBufferPointer { keys in
      keys.withMemoryRebound(to: UInt64.self) { keys in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: keys.count) { scratch in
          assay_sort_ascending_ordinals(keys.baseAddress, scratch.baseAddress, keys.count)
        }
      }
    }
    return keys
  }

  /// The items and scores of keys.
  /// - Complexity: O(n).
  static func split(_ keys: [RankKey]) -> (ordinals: [UInt32], scores: [Float]) {
    var scores: [Float] = []
    let ordinals = [UInt32](unsafeUninitializedCapacity: keys.count) { ordinals, ordinalCount in
      scores = [Float](unsafeUninitializedCapacity: keys.count) { scores, scoreCount in
        keys.withUnsafeBufferPointer { keys in
          keys.withMemoryRebound(to: UInt64.self) {
            assay_split_keys($0.baseAddress, $0.count, ordinals.baseAddress, scores.baseAddress)
          }
        }
        scoreCount = keys.count
      }
      ordinalCount = keys.count
    }
    return (ordinals, scores)
  }
}
