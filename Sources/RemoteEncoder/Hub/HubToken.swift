internal import Foundation

/// Finds the token that Hugging Face's own programs would use.
package enum HubToken {
  /// The token: `HF_TOKEN`, else the file that `HF_TOKEN_PATH` names, else `token` in `HF_HOME`, else in the user's
  /// cache folder; `nil` when there is none.
  /// - Throws: `HubError.badToken` that names the place, without any part of the token.
  package static func find(environment: [String: String]) throws(HubError) -> Secret? {
    if let text = environment["HF_TOKEN"], !text.isEmpty { return try secret(text, from: "HF_TOKEN") }
    guard let path = path(environment), let bytes = FileManager.default.contents(atPath: path) else {
      return nil
    }
    return try secret(String(decoding: bytes.prefix(64 << 10), as: UTF8.self), from: path)
  }

  private static func path(_ environment: [String: String]) -> String? {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = value("HF_TOKEN_PATH") { return path }
    if let home = value("HF_HOME") { return home + "/token" }
    if let cache = value("XDG_CACHE_HOME") { return cache + "/huggingface/token" }
    return value("HOME").map { $0 + "/.cache/huggingface/token" }
  }

  private static func secret(_ text: String, from place: String) throws(HubError) -> Secret? {
    do throws(SecretError) {
      return try Secret(text)
    } catch {
      switch error {
      case .empty: return nil
      case .unprintable:
        throw .badToken(reason: "\(place) holds blanks or special characters, which no token has; check it")
      }
    }
  }
}
