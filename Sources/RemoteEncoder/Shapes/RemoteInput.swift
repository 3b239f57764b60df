internal import JSON

/// One input of a request, ready to be sent.
struct RemoteInput: Sendable {
  /// What it holds.
  enum Content: Sendable {
    case text(String)
    /// A picture as a data address.
    case picture(String)
  }

  let content: Content
  /// The text that belongs to a picture and is read together with it, for one vector of both.
  var caption: String?
  /// What messages call it, such as `item 3 of 32 ("Red mug")`.
  let name: String

  /// About how many bytes of a request it takes.
  var bytes: Int {
    switch content {
    case .text(let text): text.utf8.count + 64
    case .picture(let address): address.utf8.count + (caption?.utf8.count ?? 0) + 128
    }
  }

  /// Texts that it sends.
  var texts: Int { isPicture && caption == nil ? 0 : 1 }

  var isPicture: Bool {
    if case .picture = content { true } else { false }
  }

  /// The input as a part of a message's content, with the prompt's prefix in front of a text.
  func part(prefix: String = "") -> JSONValue {
    switch content {
    case .text(let text): .make([("type", .string("text")), ("text", .string(prefix + text))])
    case .picture(let address):
      .make([("type", .string("image_url")), ("image_url", .make([("url", .string(address))]))])
    }
  }
}

extension JSONValue {
  /// An object of these members; those without a value are left out.
  static func make(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// A whole number.
  static func whole(_ number: Int) -> JSONValue { .number(String(number)) }
}
