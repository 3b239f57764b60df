/// The first lines of an answer: its status and headers.
package struct HTTPHead: Hashable, Sendable {
  /// The number that says how it went; 0 before any line came.
  package private(set) var status = 0
  /// The headers in their order.
  package private(set) var headers: [HTTPHeader] = []

  /// The head before any line came.
  init() {}

  /// The value of the first header called `name`, whatever its case.
  package subscript(name: String) -> String? {
    headers.first { $0.isNamed(name) }?.value
  }

  /// Takes a line as sent; a status line begins a new head, as after an interim answer.
  mutating func take(line bytes: UnsafeRawBufferPointer) {
    // Control characters in a header have no meaning: those of a hostile server end here.
    let line = String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7f }, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      self = HTTPHead()
      let words = line.split(separator: " ")
      status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers.append(HTTPHeader(String(line[..<colon]), String(value)))
    }
  }

  /// How many bytes the body will have, where the server says so.
  var contentLength: Int? { self["Content-Length"].flatMap { Int($0) } }

  /// Where the body belongs in the whole, from `Content-Range: bytes FIRST-LAST/TOTAL`.
  var contentRange: (first: Int?, total: Int?)? {
    guard let text = self["Content-Range"], text.hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split(separator: "/", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return (parts[0].split(separator: "-").first.flatMap { Int($0) }, Int(parts[1]))
  }

  /// Whether the answer sends the client elsewhere.
  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && self["Location"] != nil }
}

extension HTTPHead {
  /// Seconds that the server asks to wait, from `Retry-After`: a number, or a date, which counts from the answer's own.
  var retryAfter: Double? {
    guard let text = self["Retry-After"] else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? Double(seconds) : nil }
    guard let then = HTTPDate(text), let now = self["Date"].flatMap(HTTPDate.init) else { return nil }
    return Double(max(0, then.seconds - now.seconds))
  }
}
