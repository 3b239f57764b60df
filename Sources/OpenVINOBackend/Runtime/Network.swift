internal import COpenVINO

/// A model that was read but not compiled: what goes in, what comes out.
final class Network: Sendable {
  // A raw pointer is not Sendable. Nobody changes the model behind this one after `init`: compiling copies it, which the
  // library allows from any thread. `deinit` frees it once.
  nonisolated(unsafe) private let handle: UnsafeMutableRawPointer
  let library: OpenVINOLibrary
  let inputs: [NetworkPort]
  let outputs: [NetworkPort]
  // The memory that the model's constants point into.
  private let weights: WeightMemory?

  /// Reads a model file in any format the runtime knows.
  init(file: String, runtime: OpenVINORuntime) throws(OpenVINOFailure) {
    let functions = runtime.library.functions
    var handle: UnsafeMutableRawPointer?
    try functions.check(functions.read_model(runtime.library.core, file, nil, &handle))
    weights = nil
    (library, self.handle, inputs, outputs) = try Self.opened(handle, library: runtime.library)
  }

  /// Reads IR text whose constants lie in `weights`, which stays mapped as long as the network.
  init(text: String, weights: WeightMemory, runtime: OpenVINORuntime) throws(OpenVINOFailure) {
    let handle = try TensorHandle(over: weights, library: runtime.library).readModel(text)
    self.weights = weights
    (library, self.handle, inputs, outputs) = try Self.opened(handle, library: runtime.library)
  }

  deinit { library.functions.model_free(handle) }

  /// Compiles the model for the processor, to run `streams` times at once.
  func compiled(
    _ properties: [String: String], streams: Int = 1
  ) throws(OpenVINOFailure) -> CompiledNetwork {
    try CompiledNetwork(handle, of: self, properties: properties, streams: streams)
  }

  private static func opened(
    _ handle: UnsafeMutableRawPointer?, library: OpenVINOLibrary
  ) throws(OpenVINOFailure) -> (OpenVINOLibrary, UnsafeMutableRawPointer, [NetworkPort], [NetworkPort]) {
    guard let handle else { throw OpenVINOFailure(reason: "the runtime read no model") }
    do {
      let functions = library.functions
      let inputs = try ports(of: handle, functions, functions.model_input_count, functions.model_input)
      let outputs = try ports(of: handle, functions, functions.model_output_count, functions.model_output)
      return (library, handle, inputs, outputs)
    } catch {
      library.functions.model_free(handle)
      throw error
    }
  }

  private static func ports(
    of model: UnsafeMutableRawPointer, _ functions: assay_openvino,
    _ count: (UnsafeRawPointer?, UnsafeMutablePointer<Int>?) -> CInt,
    _ port: (UnsafeRawPointer?, Int, UnsafeMutablePointer<UnsafeMutableRawPointer?>?) -> CInt
  ) throws(OpenVINOFailure) -> [NetworkPort] {
    var total = 0
    try functions.check(count(model, &total))
    var ports: [NetworkPort] = []
    for index in 0..<total {
      var handle: UnsafeMutableRawPointer?
      try functions.check(port(model, index, &handle))
      defer { functions.port_free(handle) }
      ports.append(try described(handle, functions))
    }
    return ports
  }

  private static func described(
    _ port: UnsafeMutableRawPointer?, _ functions: assay_openvino
  ) throws(OpenVINOFailure) -> NetworkPort {
    // A port without a name is an error to the library and none to us.
    var text: UnsafeMutablePointer<CChar>?
    var name = ""
    if functions.port_name(port, &text) == 0, let text {
      name = String(cString: text)
      functions.text_free(text)
    }
    var code: UInt32 = 0
    try functions.check(functions.port_element(port, &code))
    var shape = assay_ov_partial_shape()
    try functions.check(functions.port_shape(port, &shape))
    defer { functions.partial_shape_free(&shape) }
    return NetworkPort(name: name, element: Element(code: code), shape: extents(of: shape))
  }

  private static func extents(of shape: assay_ov_partial_shape) -> [Int?]? {
    guard shape.rank.least == shape.rank.most else { return nil }
    return UnsafeBufferPointer(start: shape.extents, count: Int(shape.rank.most)).map { extent in
      extent.least == extent.most ? Int(extent.most) : nil
    }
  }
}
