internal import CKernels

extension [Float] {
  /// The vector of the same direction and length 1; all zeros when the length is below 1e-12.
  package func scaledToUnitLength() -> [Float] {
    let length = assay_dot_f32(self, self, count).squareRoot()
    guard length >= 1e-12 else { return [Float](repeating: 0, count: count) }
    return map { $0 / length }
  }
}
