internal import COpenVINO
internal import Dispatch
internal import Synchronization

/// A model ready to run on the processor, with a request for each stream: as many callers are served at a time, others
/// wait.
final class CompiledNetwork: Sendable {
  // A raw pointer is not Sendable. This one is only asked for properties after compiling, which the library allows from
  // any thread, and freed once, by `deinit`.
  nonisolated(unsafe) private let handle: UnsafeMutableRawPointer
  // Requests must not be shared: each is used only by the one thread that took its number from `idle`.
  nonisolated(unsafe) private let requests: [UnsafeMutableRawPointer]
  private let idle: Mutex<[Int]>
  private let idleCount: DispatchSemaphore
  private let network: Network

  /// Compiles the model behind `model`, a handle of `network`, which stays alive with the result.
  init(
    _ model: UnsafeMutableRawPointer, of network: Network, properties: [String: String], streams: Int
  ) throws(OpenVINOFailure) {
    let functions = network.library.functions
    var compiled: UnsafeMutableRawPointer?
    let core = network.library.core
    let status = PropertyTexts(properties).use { properties in
      functions.compile(core, model, "CPU", properties.count, properties, &compiled)
    }
    try functions.check(status)
    guard let compiled else { throw OpenVINOFailure(reason: "compiled no model") }
    do {
      requests = try Self.requests(streams, of: compiled, functions)
    } catch {
      functions.compiled_free(compiled)
      throw error
    }
    handle = compiled
    self.network = network
    idle = Mutex(Array(requests.indices))
    idleCount = DispatchSemaphore(value: requests.count)
  }

  deinit {
    for request in requests { network.library.functions.request_free(request) }
    network.library.functions.compiled_free(handle)
  }

  private static func requests(
    _ count: Int, of compiled: UnsafeMutableRawPointer, _ functions: assay_openvino
  ) throws(OpenVINOFailure) -> [UnsafeMutableRawPointer] {
    var requests: [UnsafeMutableRawPointer] = []
    do throws(OpenVINOFailure) {
      for _ in 0..<count {
        var request: UnsafeMutableRawPointer?
        try functions.check(functions.create_request(compiled, &request))
        guard let request else { throw OpenVINOFailure(reason: "made no request") }
        requests.append(request)
      }
    } catch {
      for request in requests { functions.request_free(request) }
      throw error
    }
    return requests
  }

  /// Runs the model once; the calling thread waits for the result.
  /// - Parameters:
  ///   - inputs: a tensor for each input, in the order of the network's.
  ///   - output: which output is wanted.
  /// - Returns: a copy of that output.
  /// - Throws: `OpenVINOFailure`, such as for tensors that don't fit the model.
  func run(_ inputs: [Tensor], output: Int) throws(OpenVINOFailure) -> Tensor {
    let library = network.library
    idleCount.wait()
    let free = idle.withLock { $0.popLast() }
    guard let free else { preconditionFailure("a request is idle for each count of the semaphore") }
    defer {
      idle.withLock { $0.append(free) }
      idleCount.signal()
    }
    let request = requests[free]
    for (index, input) in inputs.enumerated() {
      try TensorHandle(input, library: library).set(asInput: index, of: request)
    }
    try library.functions.check(library.functions.infer(request))
    return try TensorHandle(output: output, of: request, library: library).tensor()
  }

  /// What a property became after compiling, such as `INFERENCE_PRECISION_HINT`; `nil` when there is none.
  func property(_ key: String) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let functions = network.library.functions
    guard functions.compiled_property(handle, key, &text) == 0, let text else { return nil }
    defer { functions.text_free(text) }
    return String(cString: text)
  }
}

/// Property names and values as C strings that live as long as this object.
private final class PropertyTexts {
  private let properties: [assay_ov_property]
  private let texts: [UnsafeMutablePointer<CChar>]

  init(_ values: [String: String]) {
    var texts: [UnsafeMutablePointer<CChar>] = []
    func text(_ string: String) -> UnsafePointer<CChar> {
      let bytes = string.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      for (index, byte) in bytes.enumerated() { (copy + index).initialize(to: byte) }
      texts.append(copy)
      return UnsafePointer(copy)
    }
    properties = values.sorted { $0.key < $1.key }.map { pair in
      assay_ov_property(key: text(pair.key), value: UnsafeRawPointer(text(pair.value)))
    }
    self.texts = texts
  }

  /// Hands the properties to a call that must not keep them.
  func use(_ body: ([assay_ov_property]) -> CInt) -> CInt { body(properties) }

  deinit {
    for text in texts { text.deallocate() }
  }
}
