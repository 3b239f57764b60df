internal import Foundation

/// An absolute `http` or `https` address.
///
/// Prints without its query and can hold no user name or password, so that nothing secret is shown with it.
package struct WebAddress: Hashable, Sendable {
  /// The whole address with its query: for sending, never for showing.
  package let text: String
  /// The host's name or number, IPv6 without brackets, in lower case.
  package let host: String
  /// The scheme, host and port, such as `https://api.example.com:443`: what a key belongs to.
  package let origin: String
  /// What follows the host, without the query; empty or with a slash in front.
  package let path: String
  private let shown: String

  /// Reads an address.
  /// - Throws: `HTTPError.badAddress` for another scheme, no host, a user name or password, or white space.
  package init(_ text: String) throws(HTTPError) {
    let problem: (String) -> HTTPError = { .badAddress(Self.withoutSecrets(text), reason: $0) }
    guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
      let scheme = parts.scheme,
      ["http", "https"].contains(scheme.lowercased())
    else { throw problem("expected an address that begins with http:// or https://") }
    guard parts.user == nil, parts.password == nil else {
      throw problem(
        "an address must hold no user name or password; keep the key in a file or in the environment")
    }
    guard let bracketed = parts.host?.lowercased(), !bracketed.isEmpty else {
      throw problem("it names no host")
    }
    self.text = text
    host = bracketed.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    path = parts.percentEncodedPath
    let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    let isEncrypted = scheme.lowercased() == "https"
    let port = parts.port ?? (isEncrypted ? 443 : 80)
    origin = "\(scheme.lowercased())://\(name):\(port)"
    shown =
      "\(scheme.lowercased())://\(name)" + (parts.port.map { ":\($0)" } ?? "") + path
      + (parts.percentEncodedQuery == nil ? "" : "?…")
  }

  /// Whether what is sent is encrypted on its way.
  package var isEncrypted: Bool { origin.hasPrefix("https:") }

  /// Whether the host is this machine, so that nothing leaves it.
  package var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
      || (host.hasPrefix("127.") && host.split(separator: ".").count == 4)
  }

  /// The address with a route at its end, of which a beginning may be there already.
  ///
  /// `http://a`, `http://a/v1/` and `http://a/v1/embeddings` all become `http://a/v1/embeddings`; the query stays.
  package func adding(route: String) throws(HTTPError) -> WebAddress {
    let steps = path.split(separator: "/")
    let routeSteps = route.split(separator: "/")
    let shared =
      (0...min(steps.count, routeSteps.count)).last { steps.suffix($0) == routeSteps.prefix($0) } ?? 0
    let whole = (steps + routeSteps.dropFirst(shared)).joined(separator: "/")
    let query = text.firstIndex(of: "?").map { String(text[$0...]) } ?? ""
    return try WebAddress("\(origin)/\(whole)\(query)")
  }

  /// Where a redirect leads that answers this address.
  package func redirected(to location: String) throws(HTTPError) -> WebAddress {
    guard let base = URL(string: text), let target = URL(string: location, relativeTo: base) else {
      throw .badAddress(description, reason: "it redirects to something that is no address")
    }
    return try WebAddress(target.absoluteString)
  }

  /// What may be shown of a text that is perhaps no address: nothing before an `@`, nothing after a `?`.
  private static func withoutSecrets(_ text: String) -> String {
    let tail = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return ServerText(String(tail.prefix { $0 != "?" })).shown
  }
}

extension WebAddress: CustomStringConvertible {
  /// The address without its query.
  package var description: String { shown }
}
