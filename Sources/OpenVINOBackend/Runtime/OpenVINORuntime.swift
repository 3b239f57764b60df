package import Embeddings
internal import Foundation

/// OpenVINO, found and loaded: the optional component that runs models on this machine.
///
/// Loading takes some 20 ms; make one and share it. Safe for use from several threads.
package final class OpenVINORuntime: Sendable {
  /// The release that was found.
  package let version: RuntimeVersion
  /// The file it was loaded from.
  package let path: String
  /// Where the library's noise goes, or `nil` for nowhere.
  package let log: String?
  let library: OpenVINOLibrary

  /// Loads the first OpenVINO found in `places`, which are library files, folders with the libraries, or `openvino`
  /// package folders; see `RuntimeSearch.places`.
  ///
  /// A place that has an OpenVINO which doesn't load, or is of another release, ends the search: to go on would hide
  /// what was asked for.
  /// - Parameters:
  ///   - places: where to look, in order.
  ///   - log: a file to which the library's messages are appended while it loads or reads; without one they are
  ///     dropped.
  ///   - environment: of which the message that says how to install takes the user's folders.
  /// - Returns: the runtime, ready for use.
  /// - Throws: `EncoderError.unavailable` that says what was found where and what to type.
  package static func open(
    searching places: [String], log: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncoderError) -> OpenVINORuntime {
    let remedy = "Install the tested release: " + RuntimeSearch.remedy(environment: environment)
    for place in places {
      guard let path = RuntimeSearch.library(in: place) else { continue }
      do {
        let library = try StandardErrorRedirection.during(to: log) { () throws(OpenVINOFailure) in
          try OpenVINOLibrary(path: path)
        }
        return OpenVINORuntime(library: library, path: path, log: log)
      } catch {
        throw .unavailable(reason: "\(path) \(error.reason). \(remedy)")
      }
    }
    let looked = places.isEmpty ? "nowhere" : places.joined(separator: ", ")
    throw .unavailable(
      reason: "OpenVINO, which runs local models, was not found; looked in \(looked). \(remedy)")
  }

  private init(library: OpenVINOLibrary, path: String, log: String?) {
    self.library = library
    self.path = path
    self.log = log
    version = library.version
  }
}
