internal import Embeddings

extension GraphBuilder {
  /// Whole numbers in a row, such as axes.
  mutating func whole(_ values: [Int]) -> GraphValue {
    let numbers = values.map { Int64($0) }
    return constant(
      .i64, shape: [numbers.count], offset: weights.memory.append(numbers), byteCount: numbers.count * 8)
  }

  /// One whole number without an extent.
  mutating func whole(_ value: Int) -> GraphValue {
    constant(.i64, shape: [], offset: weights.memory.append([Int64(value)]), byteCount: 8)
  }

  /// One number without an extent.
  mutating func number(_ value: Float) -> GraphValue {
    constant(.f32, shape: [], offset: weights.memory.append([value]), byteCount: 4)
  }

  /// Numbers in a shape.
  mutating func numbers(_ values: [Float], shape: [Int]) -> GraphValue {
    constant(.f32, shape: shape, offset: weights.memory.append(values), byteCount: values.count * 4)
  }

  /// Small whole numbers in a shape.
  mutating func bytes(_ values: [Int8], shape: [Int]) -> GraphValue {
    constant(.i8, shape: shape, offset: weights.memory.append(values), byteCount: values.count)
  }

  /// A tensor of the weight files as float32, whatever it is stored as.
  /// - Parameters:
  ///   - name: the tensor.
  ///   - shape: what the configuration says it must be.
  ///   - rows: which rows of it, all when `nil`.
  /// - Returns: the tensor, or the rows.
  /// - Throws: `EncoderError.malformedModel` that names the tensor when it is missing or is something else.
  mutating func weight(_ name: String, _ shape: [Int], rows: Range<Int>? = nil) throws(EncoderError)
    -> GraphValue
  {
    let entry = try weights.entry(name, shape: shape)
    let element = try weights.element(name)
    var (offset, byteCount, extents) = (entry.offset, entry.byteCount, shape)
    if let rows {
      let row = byteCount / shape[0]
      (offset, byteCount) = (offset + rows.lowerBound * row, rows.count * row)
      extents[0] = rows.count
    }
    let stored = constant(element, shape: extents, offset: offset, byteCount: byteCount)
    return element == .f32 ? stored : convert(stored, to: .f32)
  }

  private mutating func constant(_ element: Element, shape: [Int], offset: Int, byteCount: Int) -> GraphValue
  {
    add(
      "Const", "opset1",
      [
        "element_type": element.rawValue, "shape": shape.map(String.init).joined(separator: ", "),
        "offset": String(offset), "size": String(byteCount),
      ], element: element, shape: shape)
  }
}

extension Weights {
  /// A tensor that must be there in a shape.
  func entry(_ name: String, shape: [Int]) throws(EncoderError) -> Entry {
    guard let entry = entries[name] else {
      throw .malformedModel(path: path, reason: "tensor \(name) is missing")
    }
    guard entry.shape == shape else {
      throw .malformedModel(
        path: path, reason: "tensor \(name) is \(entry.shape) where config.json asks for \(shape)")
    }
    return entry
  }

  /// The type that a tensor is stored as.
  func element(_ name: String) throws(EncoderError) -> Element {
    let type = entries[name]?.type ?? "missing"
    switch type {
    case "F32": return .f32
    case "F16": return .f16
    case "BF16": return .bf16
    default:
      throw .malformedModel(
        path: path,
        reason: "tensor \(name) is stored as \(type), which is not supported; F32, F16 and BF16 are")
    }
  }
}
