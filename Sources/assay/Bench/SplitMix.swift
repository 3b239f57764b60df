/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed, on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One of many streams under a seed, so that item `number` is the same whoever makes it, and when.
  init(seed: UInt64, stream: UInt64, number: UInt64 = 0) {
    state = Self.mixed(Self.mixed(seed &+ Self.step &* (stream &+ 1)) &+ Self.step &* (number &+ 1))
  }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number in 0..<1, evenly distributed.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// An approximately normal number of mean 0 and variance 1: four 16-bit numbers added up (Irwin–Hall).
  ///
  /// Never beyond ±3.47, exact in float32 up to the last scaling, and without a library function whose last digit
  /// may differ from machine to machine.
  mutating func normal() -> Float {
    let bits = next()
    let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48)
    return Float(Int(sum) - 131_070) * Self.normalScale
  }

  /// 1 / √(4 · (2³² − 1) / 12).
  private static let normalScale: Float = 2.642_9e-5

  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
