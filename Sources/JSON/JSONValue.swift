/// A JSON value that keeps what matters in a catalogue: the order of an object's members and the spelling of numbers.
package enum JSONValue: Hashable, Sendable {
  /// One name and value of an object.
  package struct Member: Hashable, Sendable {
    /// What the member is called, as spelled.
    package let name: String
    /// What it holds.
    package let value: JSONValue

    /// Makes a member.
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case object([Member])
  case array([JSONValue])
  case string(String)
  /// The digits as written, such as `29.90`.
  case number(String)
  case bool(Bool)
  case null

  /// The value of the last member called `name`; `nil` when there is none or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number that is whole.
  package var int: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }
}
