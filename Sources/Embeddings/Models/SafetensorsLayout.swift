/// What a safetensors file holds and where: its header, checked against the file's size without touching the tensors.
///
/// A file is an 8-byte little-endian header length, a JSON header, then the tensors' bytes. Every byte after the
/// header belongs to exactly one tensor, as the format demands.
/// Source: <https://github.com/huggingface/safetensors#format>.
package struct SafetensorsLayout: Sendable {
  /// One checked tensor.
  package struct Tensor: Hashable, Sendable {
    /// The element type's name in the format, such as `F32`.
    package let type: String
    /// Extents, outermost first.
    package let shape: [Int]
    /// Where its bytes lie in the file.
    package let bytes: Range<Int>
  }

  /// The free-form strings beside the tensors.
  package let metadata: [String: String]
  /// Tensors by name.
  package let tensors: [String: Tensor]
  /// Where the tensors' bytes begin in the file.
  package let dataStart: Int

  /// Bytes of one element, by type name.
  private static let elementBytes = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2,
    "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
  ]
  private static let largestHeader = 100_000_000

  /// Reads and checks a whole file's bytes, of which only the header's are touched; `path` appears in messages only.
  /// - Throws: `EncoderError.malformedModel` that names the tensor at fault.
  /// - Complexity: O(header + tensors · log tensors).
  package init<Bytes: RandomAccessCollection<UInt8>>(
    _ contents: Bytes, path: String
  ) throws(EncoderError) where Bytes.Index == Int {
    do {
      let header = try Self.header(of: contents)
      let start = 8 + header.length
      tensors = try Self.checked(header.value.entries, dataStart: start, dataCount: contents.count - start)
      metadata = header.value.metadata
      dataStart = start
    } catch {
      throw .malformedModel(path: path, reason: error.reason)
    }
  }

  /// What is wrong with the file, without its path.
  private struct Mistake: Error {
    let reason: String
  }

  private static func header<Bytes: RandomAccessCollection<UInt8>>(
    of contents: Bytes
  ) throws(Mistake) -> (value: SafetensorsHeader, length: Int) where Bytes.Index == Int {
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
