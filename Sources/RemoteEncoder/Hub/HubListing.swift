internal import JSON

/// Reads what a hub says about a model: its commit and its files.
enum HubListing {
  /// What `GET /api/models/ORG/NAME/revision/REVISION` says.
  struct Commit: Hashable {
    let id: String
    let isGated: Bool
  }

  static func commit(in body: [UInt8], from address: String) throws(HubError) -> Commit {
    let value = try parse(body, from: address)
    guard let id = value["sha"]?.string, isHex(id), id.utf8.count >= 40 else {
      throw .malformedAnswer(address: address, reason: "it names no commit")
    }
    let gate = value["gated"]
    return Commit(id: id, isGated: gate?.string != nil || gate == .bool(true))
  }

  /// The files of a page of `GET /api/models/ORG/NAME/tree/COMMIT?recursive=true`.
  static func files(in body: [UInt8], from address: String) throws(HubError) -> [HubFile] {
    guard case .array(let entries) = try parse(body, from: address) else {
      throw .malformedAnswer(address: address, reason: "the list of files is no list")
    }
    var files: [HubFile] = []
    for entry in entries where entry["type"]?.string == "file" {
      guard let path = entry["path"]?.string, let bytes = entry["size"]?.int, bytes >= 0,
        let digest = digest(of: entry)
      else {
        throw .malformedAnswer(address: address, reason: "a file lacks its path, its size or its digest")
      }
      files.append(try HubFile(path: path, bytes: bytes, digest: digest))
    }
    return files
  }

  /// Where the next page is, from `Link: <ADDRESS>; rel="next"` (RFC 8288); `nil` on the last one.
  static func next(after head: HTTPHead) -> String? {
    guard let link = head["Link"] else { return nil }
    for part in link.split(separator: ",") where part.contains("rel=\"next\"") || part.contains("rel=next") {
      guard let start = part.firstIndex(of: "<"), let end = part.firstIndex(of: ">"), start < end else {
        continue
      }
      return String(part[part.index(after: start)..<end])
    }
    return nil
  }

  private static func digest(of entry: JSONValue) -> HubFile.Digest? {
    if let large = entry["lfs"], large != .null {
      guard let oid = large["oid"]?.string ?? large["sha256"]?.string else { return nil }
      let digits = oid.hasPrefix("sha256:") ? String(oid.dropFirst(7)) : oid
      return isHex(digits) && digits.utf8.count == 64 ? .sha256(digits.lowercased()) : nil
    }
    guard let oid = entry["oid"]?.string, isHex(oid), oid.utf8.count == 40 else { return nil }
    return .gitBlob(oid.lowercased())
  }

  private static func isHex(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func parse(_ body: [UInt8], from address: String) throws(HubError) -> JSONValue {
    do throws(JSONError) {
      return try JSONParser.parse(body)
    } catch {
      throw .malformedAnswer(address: address, reason: "no JSON (\(error.reason))")
    }
  }
}
