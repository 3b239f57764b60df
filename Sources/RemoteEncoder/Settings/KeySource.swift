internal import Foundation

/// Where the key to a server is kept; never the key itself.
package enum KeySource: Hashable, Sendable {
  /// The variable of that name in the environment.
  case environment(String)
  /// A file that holds nothing else.
  case file(String)

  /// Reads the key.
  /// - Parameter environment: the variables of the process.
  /// - Returns: the key, which prints as `…`.
  /// - Throws: `EncoderError`-ready text in `KeyError`, without any part of the key.
  package func key(environment: [String: String]) throws(KeyError) -> Secret {
    let (text, place) = try content(environment)
    do {
      return try Secret(text)
    } catch {
      switch error {
      case .empty: throw KeyError(description: "\(place) is empty; put the server's key there")
      case .unprintable:
        throw KeyError(description: "\(place) holds blanks or special characters, which no key has; check it")
      }
    }
  }

  private func content(_ environment: [String: String]) throws(KeyError) -> (text: String, place: String) {
    switch self {
    case .environment(let name):
      guard let text = environment[name] else {
        throw KeyError(
          description: "the environment variable \(name) is not set; it is to hold the server's key")
      }
      return (text, "the environment variable \(name)")
    case .file(let path):
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw KeyError(description: "\(path): can't be read; it is to hold the server's key")
      }
      return (String(decoding: bytes.prefix(64 << 10), as: UTF8.self), path)
    }
  }
}

/// Why there is no key; says what to do.
package struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}
