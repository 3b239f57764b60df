internal import Foundation

/// The system's libraries as this process has them, by the names of their files, which end with their versions.
enum LoadedLibraries {
  /// Those that the program is built on; the C library and the compiler's own are left out.
  private static let ours = [
    "libcurl", "libncurses", "libopenvino", "libpng", "libsixel", "libsqlite3", "libstemmer", "libtinfo",
    "libturbojpeg", "libwebp",
  ]

  /// File names such as `libpng16.so.16.39.0`, ascending; empty when the system does not say.
  static var names: [String] {
    // Such a file has no size and comes in pieces: it is to be read to its end.
    guard let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd() else { return [] }
    return names(inMaps: String(decoding: maps, as: UTF8.self))
  }

  /// The libraries among the files that a process has mapped, as `/proc/PID/maps` lists them.
  static func names(inMaps text: String) -> [String] {
    let files = text.split(separator: "\n").compactMap { line -> String? in
      guard let slash = line.firstIndex(of: "/"), let name = line[slash...].split(separator: "/").last,
        name.contains(".so"), ours.contains(where: name.hasPrefix)
      else { return nil }
      return String(name)
    }
    return Set(files).sorted()
  }
}
