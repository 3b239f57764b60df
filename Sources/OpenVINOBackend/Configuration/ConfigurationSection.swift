internal import Embeddings
internal import JSON

/// An object of a configuration file, whose values are asked for by name and type.
///
/// Every error names the file, the place in it and the value that is there.
struct ConfigurationSection: Sendable {
  let value: JSONValue
  /// The file, for messages.
  let path: String
  /// Which object of the file, as a prefix such as `text_config.`; empty for the outermost.
  let place: String

  /// Whether the object says anything about `key`; null says nothing.
  func has(_ key: String) -> Bool {
    switch value[key] {
    case nil, .null: false
    default: true
    }
  }

  /// An object inside this one; `nil` when there is none.
  func section(_ key: String) throws(EncoderError) -> ConfigurationSection? {
    guard has(key), let inner = value[key] else { return nil }
    guard case .object = inner else { throw mistake(key, "an object") }
    return ConfigurationSection(value: inner, path: path, place: place + key + ".")
  }

  /// A whole number above zero.
  func count(_ key: String, default standard: Int? = nil) throws(EncoderError) -> Int {
    let number = try whole(key, default: standard)
    guard number > 0, number <= 1 << 31 else { throw mistake(key, "a number above zero") }
    return number
  }

  /// A whole number, such as the id of a token.
  func whole(_ key: String, default standard: Int? = nil) throws(EncoderError) -> Int {
    guard has(key) else {
      guard let standard else { throw missing(key) }
      return standard
    }
    guard let number = value[key]?.int else { throw mistake(key, "a whole number") }
    return number
  }

  /// A finite number above zero.
  func positive(_ key: String, default standard: Double? = nil) throws(EncoderError) -> Double {
    guard has(key) else {
      guard let standard else { throw missing(key) }
      return standard
    }
    guard case .number(let digits)? = value[key], let number = Double(digits), number > 0, number.isFinite
    else {
      throw mistake(key, "a number above zero")
    }
    return number
  }

  func text(_ key: String, default standard: String? = nil) throws(EncoderError) -> String {
    guard has(key) else {
      guard let standard else { throw missing(key) }
      return standard
    }
    guard let text = value[key]?.string else { throw mistake(key, "a text") }
    return text
  }

  func truth(_ key: String, default standard: Bool) throws(EncoderError) -> Bool {
    guard has(key) else { return standard }
    guard case .bool(let truth)? = value[key] else { throw mistake(key, "true or false") }
    return truth
  }

  /// An error that what `key` says is not supported.
  func unsupported(_ key: String, supported: String) -> EncoderError {
    .malformedModel(
      path: path,
      reason: "\(place)\(key) is \(value[key]?.text ?? "missing"), which is not supported; \(supported)")
  }

  private func missing(_ key: String) -> EncoderError {
    .malformedModel(path: path, reason: "\(place)\(key) is missing")
  }

  private func mistake(_ key: String, _ wanted: String) -> EncoderError {
    .malformedModel(path: path, reason: "\(place)\(key) is \(value[key]?.text ?? "missing"), not \(wanted)")
  }
}
