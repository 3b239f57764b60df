/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed, on every machine.
///
/// Everything here that draws at random takes its seed from the caller, who prints it beside the result.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// One of many sequences under a seed, so that item `number` is the same whoever makes it, and when.
  package init(seed: UInt64, stream: UInt64, number: UInt64 = 0) {
    state = Self.mixed(Self.mixed(seed &+ Self.step &* (stream &+ 1)) &+ Self.step &* (number &+ 1))
  }

  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// The finishing function: every bit of `state` decides over every bit of what comes out.
  package static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// A whole number in `0..<bound`, every one as likely to within 2⁻³² of its chance.
  ///
  /// Multiplication instead of rejection (Lemire 2019, without the rare retry): one draw for each number, so that two
  /// samples of equal size are drawn alike.
  /// - Precondition: `bound` is positive and below 2³².
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0 && bound < 1 << 32, "no index below \(bound)")
    return Int(truncatingIfNeeded: (next() >> 32 &* UInt64(bound)) >> 32)
  }
}
