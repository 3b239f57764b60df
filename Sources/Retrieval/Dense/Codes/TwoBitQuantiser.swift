import CKernels

/// Four levels for each component, in units of the vector's root mean square: those that lose least of normally
/// distributed components (Max 1960, "Quantizing for minimum distortion").
struct TwoBitQuantiser: PartQuantiser {
  /// The levels by code; those of codes 2 and 3 are positive.
  private static let levels: [Float] = [-1.510, -0.4528, 0.4528, 1.510]
  /// Between the two positive levels.
  private static let border = 0.9816

  let width = 4
  private let entries: [Float]

  /// Lays out the reconstruction of every byte.
  init() {
    let count = Int(ASSAY_CENTROIDS)
    var entries = [Float](repeating: 0, count: Int(ASSAY_PART) * count)
    for component in 0..<width {
      for code in 0..<count {
        entries[component * count + code] = Self.levels[code >> (2 * component) & 3]
      }
    }
    self.entries = entries
  }

  func codebook(_ part: Int) -> [Float] { entries }

  func encode(
    _ prefix: UnsafePointer<Float>, dimensions: Int, length: Double,
    store: (_ part: Int, _ code: UInt8) -> Void
  ) -> Double {
    let border = Self.border * length / Double(dimensions).squareRoot()
    var square = 0.0
    for part in 0..<(dimensions + width - 1) / width {
      var code: UInt8 = 0
      for component in part * width..<min((part + 1) * width, dimensions) {
        let value = Double(prefix[component])
        let level = value > 0 ? (value > border ? 3 : 2) : (value < -border ? 0 : 1)
        code |= UInt8(level) << UInt8(2 * (component - part * width))
        square += Double(Self.levels[level]) * Double(Self.levels[level])
      }
      store(part, code)
    }
    return square
  }
}
