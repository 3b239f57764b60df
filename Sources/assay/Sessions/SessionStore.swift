internal import Explorer
internal import Foundation
internal import Logging
internal import Relevance
internal import Storage

/// Where sessions are kept from one run to the next: a file for each index, in the state folder.
struct SessionStore: Sendable {
  /// The file.
  let path: String
  private let logger: Logger

  /// The store of an index.
  init(index: String, settings: Settings, logger: Logger) {
    let name = SHA256.hexDigest(of: index.utf8).prefix(16)
    path = settings.stateFolder + "/sessions/\(name).json"
    self.logger = logger
  }

  /// What was kept; `nil` when there is nothing, or nothing that can be read.
  func read() -> SessionRecord? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let bytes = try AtomicFile.read(path)
      let version = try Self.version(of: bytes)
      guard version == SessionRecord.currentVersion else {
        logger.notice("session of another version not read", metadata: ["version": "\(version)"])
        return nil
      }
      return try JSONDecoder().decode(SessionRecord.self, from: Data(bytes))
    } catch {
      // A session is a convenience: without it, one begins anew.
      logger.warning("session not read", metadata: ["file": "\(path)", "error": "\(error)"])
      return nil
    }
  }

  /// Keeps a session in place of the one before, unless that is a newer program's.
  /// - Returns: why that could not be done; `nil` when it was, or was not to be.
  func write(_ record: SessionRecord) -> String? {
    guard keptVersion ?? 0 <= SessionRecord.currentVersion else {
      logger.notice("session of a newer program left alone", metadata: ["file": "\(path)"])
      return nil
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try UserFile.write(String(decoding: try encoder.encode(record), as: UTF8.self) + "\n", to: path)
      return nil
    } catch {
      logger.warning("session not kept", metadata: ["error": "\(error)"])
      return "the session was not kept for the next time: \(error)"
    }
  }

  /// The version of what is kept; `nil` when nothing is, or nothing that can be read.
  private var keptVersion: Int? {
    (try? AtomicFile.read(path)).flatMap { try? Self.version(of: $0) }
  }

  private static func version(of bytes: [UInt8]) throws -> Int {
    try JSONDecoder().decode(Versioned.self, from: Data(bytes)).version
  }

  private struct Versioned: Decodable {
    let version: Int
  }
}
