internal import Embeddings

/// A matrix in bytes: each row is rounded to multiples of its largest magnitude's 127th part.
struct RoundedMatrix {
  let rowCount: Int
  /// Whole numbers, row-major.
  let values: [Int8]
  /// What a row's numbers are multiples of.
  let scales: [Float]

  /// Rounds a tensor of the weight files, or some of its rows.
  init(_ name: String, shape: [Int], rows: Range<Int>?, of weights: Weights) throws(EncoderError) {
    let entry = try weights.entry(name, shape: shape)
    let element = try weights.element(name)
    let rows = rows ?? 0..<shape[0]
    let width = shape[1]
    let bytes = weights.memory.bytes(entry.offset..<entry.offset + entry.byteCount)
    var values = [Int8](repeating: 0, count: rows.count * width)
    var scales = [Float](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      let numbers = (row * width..<(row + 1) * width).map { Self.number(at: $0, in: bytes, element) }
      let scale = (numbers.map(\.magnitude).max() ?? 0) / 127
      guard numbers.allSatisfy(\.isFinite) else {
        throw .malformedModel(
          path: weights.path, reason: "tensor \(name) has a value that is not a finite number")
      }
      scales[index] = scale
      guard scale > 0 else { continue }
      for (column, number) in numbers.enumerated() {
        values[index * width + column] = Int8(max(-127, min(127, (number / scale).rounded(.toNearestOrEven))))
      }
    }
    (rowCount, self.values, self.scales) = (rows.count, values, scales)
  }

  private static func number(at index: Int, in bytes: UnsafeRawBufferPointer, _ element: Element) -> Float {
    let offset = index * element.byteCount
    switch element {
    case .f16: return Float(Float16(bitPattern: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    case .bf16:
      return Float(bitPattern: UInt32(bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) << 16)
    default: return bytes.loadUnaligned(fromByteOffset: offset, as: Float.self)
    }
  }
}
