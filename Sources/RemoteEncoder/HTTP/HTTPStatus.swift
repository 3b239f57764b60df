/// The number of an answer, and what it asks of the person at the keyboard.
struct HTTPStatus: Hashable, CustomStringConvertible {
  let code: Int

  init(_ code: Int) {
    self.code = code
  }

  var isSuccess: Bool { (200..<300).contains(code) }

  /// Whether the same question may well be answered later: too many questions, or a server that is not ready.
  var isPassing: Bool { [429, 502, 503, 504].contains(code) }

  var description: String {
    switch code {
    case 400: "the server finds the request wrong (400)"
    case 401: "the server wants a key, or another one (401); check where the key comes from"
    case 403: "the server denies access (403); check the key and what it is allowed to do"
    case 404: "the server has nothing there (404); check the address and the name"
    case 413: "the request is too large for the server (413)"
    case 422: "the server can't process the request (422)"
    case 429: "the server is asked too often (429); wait, or ask for less at once"
    case 502, 503, 504: "the server is not ready (\(code)); wait until it is"
    case 500..<600: "the server failed (\(code)); its own log says why"
    default: "the server answers otherwise than asked (\(code))"
    }
  }
}
