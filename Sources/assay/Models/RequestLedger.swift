internal import Foundation
internal import Glibc
internal import JSON
internal import RemoteEncoder
internal import Storage

/// The file in which every request to an encoder's server is noted, a JSON object a line: what kind and how much left
/// this machine, never what it said.
struct RequestLedger: Sendable {
  /// Where it lies: `requests.jsonl` in the folder of the logs.
  let path: String

  init(settings: Settings) {
    path = settings.stateFolder + "/requests.jsonl"
  }

  /// Notes a request; a ledger that can't be written stops nobody, since the request was already made.
  func append(_ entry: LedgerEntry) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = Array((entry.json.text + "\n").utf8)
    _ = write(descriptor, line, line.count)
  }

  /// The lines of the ledger, oldest first; those that are no objects are left out.
  func entries() -> [JSONValue] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONParser.parse([UInt8]($0)) }
  }
}

extension LedgerEntry {
  /// The entry as a line holds it.
  fileprivate var json: JSONValue {
    let outcome: JSONValue =
      switch self.outcome {
      case .answered(let status): .number("\(status)")
      case .failed(let reason): .string(reason)
      }
    let time = Date(timeIntervalSince1970: self.time).formatted(.iso8601)
    let members: KeyValuePairs<String, JSONValue> = [
      "time": .string(time), "server": .string(origin), "model": .string(model),
      "purpose": .string(purpose.rawValue), "texts": .number("\(texts)"),
      "pictures": .number("\(pictures)"), "bytes": .number("\(bytes)"), "outcome": outcome,
    ]
    return .object(members.map { JSONValue.Member(name: $0.key, value: $0.value) })
  }
}
