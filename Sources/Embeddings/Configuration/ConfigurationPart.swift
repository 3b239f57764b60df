internal import JSON

/// A value inside a model's JSON file together with its place there, so that whatever refuses it can name both.
struct ConfigurationPart {
  /// The file, for messages.
  let path: String
  /// Where in the file, such as `pre_tokenizer.pretokenizers[1]`; empty for the whole.
  let place: String
  /// What is there.
  let value: JSONValue

  /// The whole of a file.
  /// - Throws: `EncoderError.malformedModel` when the bytes are not JSON.
  init(json: [UInt8], path: String) throws(EncoderError) {
    if json.starts(with: "version https://git-lfs".utf8) {
      throw .malformedModel(
        path: path, reason: "is a Git LFS pointer, not the file itself; fetch it with git lfs pull")
    }
    do {
      self.init(path: path, place: "", value: try JSONParser.parse(json))
    } catch {
      throw .malformedModel(path: path, reason: "is not valid JSON: byte \(error.column): \(error.reason)")
    }
  }

  /// A value at a place.
  init(path: String, place: String, value: JSONValue) {
    self.path = path
    self.place = place
    self.value = value
  }

  /// An error that names the file and this place.
  func mistake(_ reason: String) -> EncoderError {
    .malformedModel(path: path, reason: place.isEmpty ? reason : "\(place): \(reason)")
  }

  /// An error that names this place and quotes what stands there.
  func unexpected(_ expected: String) -> EncoderError {
    mistake("is \(excerpt) where \(expected) is expected")
  }

  /// Whether this is an object.
  var isObject: Bool { if case .object = value { true } else { false } }

  /// Whether this is a list.
  var isList: Bool { if case .array = value { true } else { false } }

  /// The names of an object's members, in their order; none for anything else.
  var memberNames: [String] { if case .object(let members) = value { members.map(\.name) } else { [] } }

  /// What stands here as JSON.
  var spelling: String { value.text }

  /// What stands here, in at most 80 characters of JSON.
  private var excerpt: String {
    switch value {
    case .object(let members) where members.count > 4: "an object"
    case .array(let elements) where elements.count > 8: "a list"
    default: value.text.count <= 80 ? value.text : value.text.prefix(79) + "…"
    }
  }
}

extension ConfigurationPart {
  /// The member called `name`; `nil` when it is absent or null.
  subscript(name: String) -> ConfigurationPart? {
    guard let member = value[name], member != .null else { return nil }
    return ConfigurationPart(path: path, place: place.isEmpty ? name : "\(place).\(name)", value: member)
  }

  /// The member called `name`.
  func required(_ name: String) throws(EncoderError) -> ConfigurationPart {
    guard case .object = value else { throw unexpected("an object") }
    guard let member = self[name] else { throw mistake("has no \(name)") }
    return member
  }

  /// The elements of a list.
  func elements() throws(EncoderError) -> [ConfigurationPart] {
    guard case .array(let elements) = value else { throw unexpected("a list") }
    return elements.enumerated().map { index, element in
      ConfigurationPart(path: path, place: "\(place)[\(index)]", value: element)
    }
  }

  /// The text of a string.
  func string() throws(EncoderError) -> String {
    guard let text = value.string else { throw unexpected("a string") }
    return text
  }

  /// A truth value.
  func bool() throws(EncoderError) -> Bool {
    guard case .bool(let truth) = value else { throw unexpected("true or false") }
    return truth
  }

  /// A whole number within `range`.
  func int(in range: ClosedRange<Int>) throws(EncoderError) -> Int {
    guard let number = value.int, range.contains(number) else {
      throw unexpected("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A finite number.
  func number() throws(EncoderError) -> Double {
    guard case .number(let digits) = value, let number = Double(digits), number.isFinite else {
      throw unexpected("a number")
    }
    return number
  }

  /// A token's number, from 0 to the largest 32-bit integer.
  func tokenID() throws(EncoderError) -> Int32 {
    Int32(try int(in: 0...Int(Int32.max)))
  }

  /// The truth value called `name`, or `standard` when it is absent or null.
  func bool(_ name: String, standard: Bool) throws(EncoderError) -> Bool {
    try self[name]?.bool() ?? standard
  }

  /// The string called `name`, or `nil` when it is absent or null.
  func string(_ name: String) throws(EncoderError) -> String? {
    try self[name]?.string()
  }
}
