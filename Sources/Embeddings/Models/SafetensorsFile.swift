/// Named tensors read from the bytes of a safetensors file, checked whole before any is handed out.
///
/// A file is an 8-byte little-endian header length, a JSON header, then the tensors' bytes. Every byte after the
/// header belongs to exactly one tensor, as the format demands.
/// Source: <https://github.com/huggingface/safetensors#format>.
package struct SafetensorsFile: Sendable {
  /// One checked tensor.
  package struct Tensor: Hashable, Sendable {
    /// The element type's name in the format, such as `F32`.
    package let type: String
    /// Extents, outermost first.
    package let shape: [Int]
    /// Where its bytes lie in the file.
    let bytes: Range<Int>
  }

  /// Where the file was read from, for messages.
  package let path: String
  /// The free-form strings beside the tensors.
  package let metadata: [String: String]
  /// Tensors by name.
  package let tensors: [String: Tensor]
  private let contents: [UInt8]

  /// Bytes of one element, by type name.
  private static let elementBytes = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2,
    "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
  ]
  private static let largestHeader = 100_000_000

  /// Reads and checks a file's bytes; `path` appears in messages only.
  /// - Throws: `EncoderError.malformedModel` that names the tensor at fault.
  /// - Complexity: O(header + tensors · log tensors); tensor bytes are not touched.
  package init(_ contents: [UInt8], path: String) throws(EncoderError) {
    do {
      let header = try Self.header(of: contents)
      let start = 8 + header.length
      tensors = try Self.checked(header.value.entries, dataStart: start, dataCount: contents.count - start)
      metadata = header.value.metadata
    } catch {
      throw .malformedModel(path: path, reason: error.reason)
    }
    self.path = path
    self.contents = contents
  }

  /// The values of a float32 tensor, row-major.
  /// - Throws: `EncoderError.malformedModel` when there is no such tensor or its type or shape is another.
  package func floats(_ name: String, shape: [Int]) throws(EncoderError) -> [Float] {
    try elements(name, type: "F32", shape: shape, zero: 0)
  }

  /// The bit patterns of a float16 tensor, row-major.
  /// - Throws: `EncoderError.malformedModel` when there is no such tensor or its type or shape is another.
  package func halves(_ name: String, shape: [Int]) throws(EncoderError) -> [UInt16] {
    try elements(name, type: "F16", shape: shape, zero: 0)
  }

  /// Copies a tensor's bytes into elements of the same layout (little-endian hosts only, as are all supported).
  private func elements<Element: BitwiseCopyable>(
    _ name: String, type: String, shape: [Int], zero: Element
  ) throws(EncoderError) -> [Element] {
    guard let tensor = tensors[name] else {
      throw .malformedModel(path: path, reason: "tensor \(name) is missing")
    }
    guard tensor.type == type, tensor.shape == shape else {
      throw .malformedModel(
        path: path,
        reason: "tensor \(name) is \(tensor.type) \(tensor.shape) where \(type) \(shape) is expected")
    }
    var elements = [Element](repeating: zero, count: tensor.bytes.count / MemoryLayout<Element>.size)
    elements.withUnsafeMutableBytes { $0.copyBytes(from: contents[tensor.bytes]) }
    return elements
  }

  /// What is wrong with the file, without its path.
  private struct Mistake: Error {
    let reason: String
  }

  private static func header(
    of contents: [UInt8]
  ) throws(Mistake) -> (value: SafetensorsHeader, length: Int) {
    if contents.starts(with: "version https://git-lfs".utf8) {
      throw Mistake(reason: "is a Git LFS pointer, not the weights; fetch them with git lfs pull")
    }
    guard contents.count >= 8 else {
      throw Mistake(reason: "\(contents.count) bytes are too few for a safetensors file")
    }
    let length = contents[0..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= min(contents.count - 8, largestHeader) else {
      throw Mistake(
        reason: "announces a header of \(length) bytes in a file of \(contents.count); it is cut off or "
          + "not a safetensors file")
    }
    do {
      return (try SafetensorsHeader.decoded(from: contents[8..<8 + Int(length)]), Int(length))
    } catch {
      throw Mistake(reason: error.reason)
    }
  }

  /// Checks every entry by itself and that together they cover the data without overlap or hole.
  private static func checked(
    _ entries: [String: SafetensorsHeader.Entry], dataStart: Int, dataCount: Int
  ) throws(Mistake) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let range = try checkedRange(of: entry, named: name, dataCount: dataCount)
      let bytes = dataStart + range.lowerBound..<dataStart + range.upperBound
      tensors[name] = Tensor(type: entry.type, shape: entry.shape, bytes: bytes)
    }
    var end = dataStart
    let inOrder = tensors.sorted {
      ($0.value.bytes.lowerBound, $0.value.bytes.upperBound, $0.key)
        < ($1.value.bytes.lowerBound, $1.value.bytes.upperBound, $1.key)
    }
    for (name, tensor) in inOrder {
      guard tensor.bytes.lowerBound >= end else {
        throw Mistake(reason: "tensor \(name) overlaps the one before it")
      }
      guard tensor.bytes.lowerBound == end else {
        throw Mistake(reason: "\(tensor.bytes.lowerBound - end) bytes before tensor \(name) belong to none")
      }
      end = tensor.bytes.upperBound
    }
    guard end == dataStart + dataCount else {
      throw Mistake(reason: "the last \(dataStart + dataCount - end) bytes belong to no tensor")
    }
    return tensors
  }

  private static func checkedRange(
    of entry: SafetensorsHeader.Entry, named name: String, dataCount: Int
  ) throws(Mistake) -> Range<Int> {
    guard let size = elementBytes[entry.type] else {
      throw Mistake(reason: "tensor \(name) has the unknown type \(entry.type)")
    }
    guard entry.offsets.count == 2, entry.offsets[0] >= 0, entry.offsets[0] <= entry.offsets[1] else {
      throw Mistake(reason: "tensor \(name) has the data offsets \(entry.offsets), not a begin and an end")
    }
    let range = entry.offsets[0]..<entry.offsets[1]
    guard range.upperBound <= dataCount else {
      throw Mistake(
        reason:
          "tensor \(name) ends at byte \(range.upperBound) of \(dataCount); the file is cut off or damaged")
    }
    guard let needed = byteCount(shape: entry.shape, element: size), needed == range.count else {
      throw Mistake(
        reason: "tensor \(name) has \(range.count) bytes, which is not \(entry.type) \(entry.shape)")
    }
    return range
  }

  /// The bytes of a tensor, or `nil` when an extent is negative or the product overflows.
  private static func byteCount(shape: [Int], element: Int) -> Int? {
    var count = element
    for extent in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflows else { return nil }
      count = product
    }
    return count
  }
}
