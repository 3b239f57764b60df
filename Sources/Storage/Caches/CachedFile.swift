import Glibc

/// A file that can be made again, its size and when it was used last.
struct CachedFile {
  let path: String
  let bytes: Int
  /// Nanoseconds since 1970.
  private let used: Int

  /// The file at a path; `nil` when none is there.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    bytes = Int(status.st_size)
    used = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// The files in a folder whose names end so; none when there is no such folder.
  static func all(in folder: String, suffix: String) -> [CachedFile] {
    ((try? Folder.names(in: folder)) ?? []).filter { $0.hasSuffix(suffix) }
      .compactMap { CachedFile(Path.join(folder, $0)) }
  }

  /// Notes that a file was used just now.
  static func touch(_ path: String) {
    utimensat(AT_FDCWD, path, nil, 0)
  }

  /// Removes the files used longest ago until all hold no more than `capacity` bytes.
  /// - Parameters:
  ///   - files: what may go.
  ///   - capacity: how many bytes may stay.
  ///   - path: a file that stays.
  ///   - remove: removes a file, and answers whether that was done.
  static func makeRoom(
    among files: [CachedFile], capacity: Int, keeping path: String, by remove: (CachedFile) -> Bool
  ) {
    var total = files.reduce(0) { $0 + $1.bytes }
    for file in files.sorted(by: { ($0.used, $0.path) < ($1.used, $1.path) })
    where total > capacity && file.path != path && remove(file) {
      total -= file.bytes
    }
  }
}
