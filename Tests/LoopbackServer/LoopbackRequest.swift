/// A request as it came.
package struct LoopbackRequest: Sendable {
  /// How many came before it.
  package internal(set) var number = 0
  /// Which connection it came on, from 0.
  package internal(set) var connection = 0
  /// `GET` or `POST`.
  package let method: String
  /// The path with its query.
  package let target: String
  /// Names in lower case, and values.
  package let headers: [String: String]
  /// What was posted.
  package internal(set) var body: [UInt8] = []

  /// The port that it came to.
  package var port: String { String((headers["host"] ?? "").split(separator: ":").last ?? "") }

  /// The body as text.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads a head, without the blank line that ends it.
  init?(head: String) {
    // "\r\n" is one Character: lines have to be split by it.
    let lines = head.split(separator: "\r\n")
    guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    self.headers = headers
  }
}
