internal import Foundation

/// A folder in which the runtime keeps compiled models, which load several times faster.
package struct CompiledCache: Hashable, Sendable {
  /// The folder; it is made when it is needed and holds nothing else.
  package let folder: String
  /// What tells models apart, such as a hash of the weights: models of different identity never share a file.
  package let identity: String
  /// The most bytes the folder may hold before its oldest files go.
  package let capacity: Int

  /// Makes a cache.
  package init(folder: String, identity: String, capacity: Int) {
    (self.folder, self.identity, self.capacity) = (folder, identity, capacity)
  }
}

extension CompiledCache {
  /// The folder inside for one way of compiling.
  func entry(
    for precision: ModelPrecision, threads: Int, streams: Int, runtime: RuntimeVersion
  ) -> String {
    "\(folder)/\(identity)-\(runtime)-\(precision.rawValue)-\(threads)" + (streams > 1 ? "x\(streams)" : "")
  }

  /// The folder for one way of compiling, made if need be; `nil` when it can't be made, and the cache is done without.
  func preparedEntry(
    for precision: ModelPrecision, threads: Int, streams: Int, runtime: RuntimeVersion
  ) -> String? {
    let entry = entry(for: precision, threads: threads, streams: streams, runtime: runtime)
    let isMade: Void? = try? FileManager.default.createDirectory(
      atPath: entry, withIntermediateDirectories: true)
    return isMade == nil ? nil : entry
  }

  /// Removes the entries used longest ago until the folder holds no more than its capacity.
  /// - Parameter entry: one that stays, since it was just used.
  func trim(keeping entry: String) {
    let now = Date()
    try? FileManager.default.setAttributes([.modificationDate: now], ofItemAtPath: entry)
    var entries = Self.names(in: folder).map { Entry(path: folder + "/" + $0) }
    var total = entries.map(\.byteCount).reduce(0, +)
    entries.sort { ($0.used, $0.path) < ($1.used, $1.path) }
    for old in entries where total > capacity && old.path != entry {
      guard (try? FileManager.default.removeItem(atPath: old.path)) != nil else { continue }
      total -= old.byteCount
    }
  }

  /// One way of compiling one model, on the disk.
  private struct Entry {
    let path: String
    let byteCount: Int
    let used: Date

    init(path: String) {
      self.path = path
      let files = CompiledCache.names(in: path).map { path + "/" + $0 }
      byteCount = files.map { CompiledCache.attributes(of: $0)[.size] as? Int ?? 0 }.reduce(0, +)
      used = CompiledCache.attributes(of: path)[.modificationDate] as? Date ?? .distantPast
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  private static func attributes(of path: String) -> [FileAttributeKey: Any] {
    (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
  }
}
