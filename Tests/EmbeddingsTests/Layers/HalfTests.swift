import CKernels
import Testing

@Suite struct HalfTests {
  @Test func everyFiniteHalfIsWidenedExactly() {
    let finite = (0...UInt16.max).filter { $0 & 0x7c00 != 0x7c00 }
    var widened = [Double](repeating: 0, count: finite.count)
    assay_add_scaled_f16(&widened, finite, finite.count, 1)
    let expected = finite.map { Double(defined($0)) }
    #expect(widened == expected)
  }

  @Test func infinitiesAndNonNumbersAreFound() {
    #expect(assay_all_finite_f16([0, 0x7bff, 0xfbff], 3))
    for special in [0x7c00, 0xfc00, 0x7e01] as [UInt16] {
      #expect(!assay_all_finite_f16([0, 1, special], 3))
    }
    #expect(assay_all_finite_f32([0, .greatestFiniteMagnitude, -.leastNonzeroMagnitude], 3))
    for special in [.infinity, -.infinity, .nan] as [Float] {
      #expect(!assay_all_finite_f32([0, 1, special], 3))
    }
  }

  /// A half's value by the definition: sign, five exponent bits, ten fraction bits.
  private func defined(_ half: UInt16) -> Float {
    let exponent = Int(half >> 10 & 31)
    let fraction = Float(half & 1023) / 1024
    let magnitude =
      exponent == 0
      ? Float(sign: .plus, exponent: -14, significand: fraction)
      : Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    return half >> 15 == 0 ? magnitude : -magnitude
  }
}
