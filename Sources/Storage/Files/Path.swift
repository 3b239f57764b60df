import Glibc

/// Path arithmetic and questions about what lies at a path.
enum Path {
  /// `folder/name`.
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The last component; `/` for the root.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// The folder that contains `path`, `.` when it has none.
  static func parent(_ path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let parent = withoutTrailingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  /// What follows the last dot of the name, in lower case; empty when there is none.
  static func suffix(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The absolute path without symbolic links, or `nil` when nothing is there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The absolute path without symbolic links that `path` has, or will have once it is there.
  static func futureReal(_ path: String) -> String {
    if let real = real(path) { return real }
    let trimmed = withoutTrailingSlashes(path)
    let parent = parent(trimmed)
    return parent == trimmed ? trimmed : join(futureReal(parent), name(trimmed))
  }

  /// The way from the absolute folder `base` to the absolute `path`, both without symbolic links or dots.
  static func relative(_ path: String, to base: String) -> String {
    let target = path.split(separator: "/")
    let origin = base.split(separator: "/")
    let shared = zip(target, origin).prefix { $0 == $1 }.count
    let steps =
      Array(repeating: "..", count: origin.count - shared) + target.dropFirst(shared).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  static func isFolder(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }

  static func isFile(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }

  /// Whether a device, a pipe or a socket lies there: something that can't be replaced by a file.
  static func isStream(_ path: String) -> Bool { exists(path) && !isFile(path) && !isFolder(path) }

  static func exists(_ path: String) -> Bool { mode(path) != nil }

  /// Whether this process may create files in the folder.
  static func isWritable(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}
