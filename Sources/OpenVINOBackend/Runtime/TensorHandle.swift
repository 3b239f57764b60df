internal import COpenVINO

/// A tensor in the library's hands, freed with this value's owner.
final class TensorHandle {
  private let handle: UnsafeMutableRawPointer
  private let library: OpenVINOLibrary

  /// A tensor with a copy of the numbers.
  init(_ tensor: Tensor, library: OpenVINOLibrary) throws(OpenVINOFailure) {
    let functions = library.functions
    handle = try Self.made(shape: tensor.shape, by: library) { shape, result in
      functions.tensor_create(tensor.element.code, shape, result)
    }
    self.library = library
    var memory: UnsafeMutableRawPointer?
    try functions.check(functions.tensor_data(handle, &memory))
    guard let memory else { return }
    tensor.withBytes { bytes in
      if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
    }
  }

  /// A tensor of bytes over memory that must outlive it.
  init(over memory: WeightMemory, library: OpenVINOLibrary) throws(OpenVINOFailure) {
    let functions = library.functions
    handle = try Self.made(shape: [memory.byteCount], by: library) { shape, result in
      functions.tensor_over(Element.u8.code, shape, memory.start, result)
    }
    self.library = library
  }

  /// The tensor that a request left at one of its outputs.
  init(output index: Int, of request: UnsafeMutableRawPointer, library: OpenVINOLibrary)
    throws(OpenVINOFailure)
  {
    var result: UnsafeMutableRawPointer?
    try library.functions.check(library.functions.get_output(request, index, &result))
    guard let result else { throw OpenVINOFailure(reason: "output \(index) has no tensor") }
    handle = result
    self.library = library
  }

  deinit { library.functions.tensor_free(handle) }

  /// Gives the tensor to a request, which keeps its memory as long as it needs it.
  func set(asInput index: Int, of request: UnsafeMutableRawPointer) throws(OpenVINOFailure) {
    try library.functions.check(library.functions.set_input(request, index, handle))
  }

  /// Reads a model whose constants lie in this tensor.
  func readModel(_ text: String) throws(OpenVINOFailure) -> UnsafeMutableRawPointer? {
    var model: UnsafeMutableRawPointer?
    let status = text.withCString { bytes in
      library.functions.read_model_from_memory(library.core, bytes, text.utf8.count, handle, &model)
    }
    try library.functions.check(status)
    return model
  }

  /// A copy of the numbers.
  func tensor() throws(OpenVINOFailure) -> Tensor {
    let functions = library.functions
    var code: UInt32 = 0
    try functions.check(functions.tensor_element(handle, &code))
    var shape = assay_ov_shape()
    try functions.check(functions.tensor_shape(handle, &shape))
    defer { _ = functions.shape_free(&shape) }
    let extents = UnsafeBufferPointer(start: shape.extents, count: Int(shape.rank)).map { Int($0) }
    let count = extents.reduce(1, *)
    var memory: UnsafeMutableRawPointer?
    try functions.check(functions.tensor_data(handle, &memory))
    guard let element = Element(code: code), let values = Self.values(memory, element, count) else {
      throw OpenVINOFailure(
        reason: "an output has elements of a type that Assay does not read (number \(code))")
    }
    return Tensor(values: values, shape: extents)
  }

  private static func values(
    _ memory: UnsafeMutableRawPointer?, _ element: Element, _ count: Int
  ) -> Tensor.Values? {
    func array<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value] {
      Array(
        UnsafeBufferPointer(start: memory?.assumingMemoryBound(to: type), count: memory == nil ? 0 : count))
    }
    return switch element {
    case .f32: .f32(array(Float.self))
    case .f16: .f32(array(UInt16.self).map { Float(Float16(bitPattern: $0)) })
    case .bf16: .f32(array(UInt16.self).map { Float(bitPattern: UInt32($0) << 16) })
    case .i32: .i32(array(Int32.self))
    case .i64: .i64(array(Int64.self))
    case .u8: .u8(array(UInt8.self))
    case .i8: .i8(array(Int8.self))
    }
  }

  private static func made(
    shape: [Int], by library: OpenVINOLibrary,
    _ make: (assay_ov_shape, UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> CInt
  ) throws(OpenVINOFailure) -> UnsafeMutableRawPointer {
    var extents = shape.map { Int64($0) }
    var result: UnsafeMutableRawPointer?
    let status = extents.withUnsafeMutableBufferPointer { extents in
      make(assay_ov_shape(rank: Int64(extents.count), extents: extents.baseAddress), &result)
    }
    try library.functions.check(status)
    guard let result else { throw OpenVINOFailure(reason: "made no tensor") }
    return result
  }
}
