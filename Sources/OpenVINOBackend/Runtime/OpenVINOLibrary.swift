internal import COpenVINO

/// The functions of a loaded OpenVINO and its core: everything that knows about handles and status codes goes through
/// here.
final class OpenVINOLibrary: Sendable {
  let functions: assay_openvino
  // A raw pointer is not Sendable. The library lets several threads read and compile models with one core at a time;
  // `deinit` frees it once.
  nonisolated(unsafe) let core: UnsafeMutableRawPointer
  let version: RuntimeVersion

  /// Loads the C library at `path`.
  init(path: String) throws(OpenVINOFailure) {
    let functions = try Self.loaded(path)
    version = try Self.version(functions)
    guard version.isSupported else {
      throw OpenVINOFailure(
        reason: "is OpenVINO \(version); Assay works with \(RuntimeVersion.recommended.year)."
          + "\(RuntimeVersion.recommended.minor)")
    }
    var core: UnsafeMutableRawPointer?
    try functions.check(functions.core_create(&core))
    guard let core else { throw OpenVINOFailure(reason: "made no core") }
    self.functions = functions
    self.core = core
  }

  deinit { functions.core_free(core) }

  private static func loaded(_ path: String) throws(OpenVINOFailure) -> assay_openvino {
    var functions = assay_openvino()
    var reason = [CChar](repeating: 0, count: 1024)
    let outcome = assay_openvino_load(path, &functions, &reason, reason.count)
    guard outcome != 0 else { return functions }
    let text = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    throw OpenVINOFailure(
      reason: outcome == 1
        ? "can't be loaded: \(text)" : "has no function \(text), so it is no OpenVINO C library or an old one"
    )
  }

  private static func version(_ functions: assay_openvino) throws(OpenVINOFailure) -> RuntimeVersion {
    var version = assay_ov_version()
    try functions.check(functions.get_version(&version))
    defer { functions.version_free(&version) }
    let build = version.build.map { String(cString: $0) } ?? ""
    guard let version = RuntimeVersion(build: build) else {
      throw OpenVINOFailure(reason: "calls its version '\(build)', which is none that Assay knows")
    }
    return version
  }
}

extension assay_openvino {
  /// Turns a status into an error with the library's own explanation.
  func check(_ status: CInt) throws(OpenVINOFailure) {
    guard status != 0 else { return }
    let kind = error_info(status).map { String(cString: $0) } ?? "status \(status)"
    guard let text = last_error() else { throw OpenVINOFailure(reason: kind) }
    defer { text_free(text) }
    throw OpenVINOFailure(reason: Self.tidied(String(cString: text), kind: kind))
  }

  /// The last line of a message that begins with the places in OpenVINO's own source where it passed.
  private static func tidied(_ message: String, kind: String) -> String {
    let lines = message.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
    let telling = lines.filter { !$0.hasPrefix("Exception from ") && !$0.hasPrefix("Check ") && !$0.isEmpty }
    return telling.isEmpty ? (lines.last ?? kind) : telling.joined(separator: " ")
  }
}
