/// Why an exchange with a server did not end with a whole answer.
///
/// Addresses are as `WebAddress` prints them, without what could be secret.
package enum HTTPError: Error, Hashable, Sendable {
  /// The text is not an address that can be used.
  case badAddress(String, reason: String)
  /// libcurl can't be used.
  case noLibrary(reason: String)
  /// The host has no address.
  case unresolved(String, reason: String)
  /// Nobody answers there.
  case refused(String, reason: String)
  /// The server's identity could not be verified, or no encryption agreed on.
  case untrusted(String, reason: String)
  /// A limit of time passed.
  case timedOut(String, reason: String)
  /// The connection ended before the answer did.
  case cut(String, reason: String)
  /// The answer is larger than it may be.
  case tooLarge(String, limit: Int)
  /// The server sends the client where it must not go.
  case redirected(String, to: String, reason: String)
  /// The server answered, but not with what was asked for.
  case status(String, code: Int, message: String)
  /// Something else that libcurl reports.
  case failed(String, reason: String)
  /// The caller asked to stop.
  case interrupted
  /// A file on this machine could not be read or written.
  case file(path: String, reason: String)
  /// What was downloaded is not what was announced.
  case damaged(path: String, reason: String)

  /// Whether the same question may well be answered a little later.
  package var isPassing: Bool {
    switch self {
    case .timedOut, .cut: true
    case .status(_, let code, _): HTTPStatus(code).isPassing
    default: false
    }
  }
}

extension HTTPError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badAddress(let address, let reason): "'\(address)': \(reason)"
    case .noLibrary(let reason): "libcurl can't be used (\(reason)); install the package libcurl4"
    case .unresolved(let address, let reason):
      "\(address): no such host (\(reason)); check its name and the network"
    case .refused(let address, let reason):
      "\(address): nobody answers (\(reason)); check that the server runs and that the port is right"
    case .untrusted(let address, let reason):
      "\(address): the server's identity can't be verified (\(reason)); "
        + "name the certificate authority to trust (--authorities, SSL_CERT_FILE), or use the right host name"
    case .timedOut(let address, let reason):
      "\(address): too slow (\(reason)); try again, or allow more time"
    case .cut(let address, let reason): "\(address): the connection ended too early (\(reason)); try again"
    case .tooLarge(let address, let limit):
      "\(address): the answer has more than \(limit) bytes; it was dropped"
    case .redirected(let address, let target, let reason): "\(address): redirects to \(target): \(reason)"
    case .status(let address, let code, let message): "\(address): \(HTTPStatus(code))\(Self.quoted(message))"
    case .failed(let address, let reason): "\(address): \(reason)"
    case .interrupted: "interrupted"
    case .file(let path, let reason): "\(path): \(reason)"
    case .damaged(let path, let reason): "\(path): \(reason)"
    }
  }

  private static func quoted(_ message: String) -> String {
    message.isEmpty ? "" : ": \(message)"
  }
}

extension HTTPError {
  private static let longestRefusal = 64 << 10

  /// What a server's refusal says: its body, else a header that hubs put their words into, and how long it wants to be
  /// left alone.
  init(refusal head: HTTPHead, body: [UInt8], of address: WebAddress) {
    let words =
      ServerMessage(body: Array(body.prefix(Self.longestRefusal)))?.text
      ?? ServerText(head["X-Error-Message"] ?? "").shown
    let wait = head.retryAfter.flatMap { $0 > 0 ? "it asks to wait \(Int($0)) s" : nil }
    let message = [words, wait ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    self = .status(address.description, code: head.status, message: message)
  }
}
