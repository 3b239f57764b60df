internal import Foundation

/// Where OpenVINO is looked for, and which file of a place is its C library.
package enum RuntimeSearch {
  /// The environment variable that names the place and so ends the search.
  package static let variable = "ASSAY_OPENVINO"

  /// The places in the order in which they are looked at: `$ASSAY_OPENVINO` alone when it is set, else the configured
  /// ones, the project's own place under `$XDG_DATA_HOME`, and the active Python environment.
  package static func places(environment: [String: String], configured: [String] = []) -> [String] {
    if let place = environment[variable], !place.isEmpty { return [place] }
    var places = configured
    if let folder = installationFolder(environment: environment) { places.append(folder + "/openvino/libs") }
    if let python = environment["VIRTUAL_ENV"], !python.isEmpty {
      places += entries(of: python + "/lib").filter { $0.hasPrefix("python") }
        .map { "\(python)/lib/\($0)/site-packages/openvino/libs" }
    }
    return places
  }

  /// What to type to get the release that Assay is tested with, into the project's own place.
  package static func remedy(environment: [String: String]) -> String {
    let folder = installationFolder(environment: environment) ?? "~/.local/share/assay/runtime"
    let release = RuntimeVersion.recommended
    return "pip install openvino==\(release) --no-deps --target \(folder)"
  }

  /// The C library in a place: the file itself, or the newest `libopenvino_c.so*` in the folder or its `libs`.
  static func library(in place: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { return place }
    for folder in [place, place + "/libs", place + "/openvino/libs"] {
      let libraries = entries(of: folder).filter { $0.hasPrefix("libopenvino_c.so") }
      if let newest = libraries.max(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
        return folder + "/" + newest
      }
    }
    return nil
  }

  private static func installationFolder(environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/assay/runtime" }
    return environment["HOME"].map { $0 + "/.local/share/assay/runtime" }
  }

  private static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
