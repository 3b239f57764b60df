internal import Relevance

extension SeededRandom {
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
}
