package import JSON

extension RemoteEncoderSettings {
  /// The settings as an object without any key; what has its default value is left out.
  package var json: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue?) {
      if let value { members.append(JSONValue.Member(name: name, value: value)) }
    }
    func number(_ value: Int) -> JSONValue { .number(String(value)) }
    let usual = RemoteEncoderSettings(kind: kind, endpoint: endpoint, model: model)
    add("kind", .string(kind.rawValue))
    add("endpoint", .string(endpoint.text))
    add("model", .string(model))
    add("pictures", pictures == usual.pictures ? nil : .string(pictures.rawValue))
    add("prompts", prompts.json)
    add("dimensions", dimensions.map(number))
    add("truncations", truncations.isEmpty ? nil : .array(truncations.map(number)))
    add("cuts_long_texts", cutsLongTexts ? nil : .bool(false))
    add("base64", asksForBase64 ? .bool(true) : nil)
    add("batch", batch.map(number))
    add("request_bytes", requestBytes.map(number))
    add("requests_at_once", requestsAtOnce.map(number))
    add("picture_pixels", picturePixels == usual.picturePixels ? nil : number(picturePixels))
    add("key", key?.json)
    add("sends_key_unencrypted", sendsKeyUnencrypted ? .bool(true) : nil)
    add("authorities", authorities.map { .string($0) })
    add("connect_seconds", connectSeconds == usual.connectSeconds ? nil : .number("\(connectSeconds)"))
    add("total_seconds", totalSeconds == usual.totalSeconds ? nil : .number("\(totalSeconds)"))
    add("retries", retries.retries == usual.retries.retries ? nil : number(retries.retries))
    return .object(members)
  }

  /// Reads settings and checks them; unknown names are refused, so that a slip of the pen is noticed.
  package init(json: JSONValue) throws(RemoteSettingsError) {
    guard case .object(let members) = json else {
      throw RemoteSettingsError(setting: "settings", reason: "expected an object")
    }
    let text = Self.text
    guard let kind = ServerKind(rawValue: try text(json["kind"] ?? .null, "kind")) else {
      let known = ServerKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw RemoteSettingsError(setting: "kind", reason: "unknown; known are \(known)")
    }
    let endpoint: WebAddress
    do {
      endpoint = try WebAddress(try text(json["endpoint"] ?? .null, "endpoint"))
    } catch let error as RemoteSettingsError {
      throw error
    } catch {
      throw RemoteSettingsError(setting: "endpoint", reason: "\(error)")
    }
    self.init(kind: kind, endpoint: endpoint, model: try text(json["model"] ?? .null, "model"))
    for member in members where !["kind", "endpoint", "model"].contains(member.name) {
      try set(member.name, member.value)
    }
    try check()
  }

  private mutating func set(_ name: String, _ value: JSONValue) throws(RemoteSettingsError) {
    switch name {
    case "pictures":
      guard let form = PictureForm(rawValue: try Self.text(value, name)) else {
        let known = PictureForm.allCases.map(\.rawValue).joined(separator: ", ")
        throw RemoteSettingsError(setting: name, reason: "unknown; known are \(known)")
      }
      pictures = form
    case "prompts": prompts = try RolePrompts(json: value)
    case "dimensions": dimensions = try Self.whole(value, name)
    case "truncations":
      guard case .array(let lengths) = value else {
        throw RemoteSettingsError(setting: name, reason: "expected a list of numbers")
      }
      truncations = try lengths.map { length throws(RemoteSettingsError) in try Self.whole(length, name) }
    case "cuts_long_texts": cutsLongTexts = try Self.truth(value, name)
    case "base64": asksForBase64 = try Self.truth(value, name)
    case "batch": batch = try Self.whole(value, name)
    case "request_bytes": requestBytes = try Self.whole(value, name)
    case "requests_at_once": requestsAtOnce = try Self.whole(value, name)
    case "picture_pixels": picturePixels = try Self.whole(value, name)
    case "key": key = try KeySource(json: value)
    case "sends_key_unencrypted": sendsKeyUnencrypted = try Self.truth(value, name)
    case "authorities": authorities = try Self.text(value, name)
    case "connect_seconds": connectSeconds = try Self.seconds(value, name)
    case "total_seconds": totalSeconds = try Self.seconds(value, name)
    case "retries":
      retries.retries = try Self.whole(value, name)
      guard (0...100).contains(retries.retries) else {
        throw RemoteSettingsError(setting: name, reason: "must be 0 to 100")
      }
    default: throw RemoteSettingsError(setting: ServerText(name).shown, reason: "no such setting")
    }
  }

  fileprivate static func text(_ value: JSONValue, _ name: String) throws(RemoteSettingsError) -> String {
    guard let text = value.string, !text.isEmpty else {
      throw RemoteSettingsError(setting: name, reason: "expected a text in quotes")
    }
    return text
  }

  private static func whole(_ value: JSONValue, _ name: String) throws(RemoteSettingsError) -> Int {
    guard let number = value.int else {
      throw RemoteSettingsError(setting: name, reason: "expected a whole number")
    }
    return number
  }

  private static func truth(_ value: JSONValue, _ name: String) throws(RemoteSettingsError) -> Bool {
    guard case .bool(let truth) = value else {
      throw RemoteSettingsError(setting: name, reason: "expected true or false")
    }
    return truth
  }

  private static func seconds(_ value: JSONValue, _ name: String) throws(RemoteSettingsError) -> Double {
    guard case .number(let digits) = value, let seconds = Double(digits), seconds > 0, seconds <= 86_400
    else {
      throw RemoteSettingsError(setting: name, reason: "expected seconds, at most a day")
    }
    return seconds
  }
}

extension RolePrompts {
  fileprivate var json: JSONValue? {
    let members = [("query", query), ("item", item), ("picture", picture)].compactMap { name, prompt in
      prompt.json.map { JSONValue.Member(name: name, value: $0) }
    }
    return members.isEmpty ? nil : .object(members)
  }

  fileprivate init(json: JSONValue) throws(RemoteSettingsError) {
    guard case .object(let members) = json else {
      throw RemoteSettingsError(setting: "prompts", reason: "expected an object with query, item, picture")
    }
    self.init()
    for member in members {
      let prompt = try RolePrompt(json: member.value, setting: "prompts." + ServerText(member.name).shown)
      switch member.name {
      case "query": query = prompt
      case "item": item = prompt
      case "picture": picture = prompt
      default:
        throw RemoteSettingsError(
          setting: "prompts." + ServerText(member.name).shown,
          reason: "no such role; there are query, item, picture")
      }
    }
  }
}

extension RolePrompt {
  fileprivate var json: JSONValue? {
    func object(_ name: String, _ text: String) -> JSONValue {
      .object([JSONValue.Member(name: name, value: .string(text))])
    }
    return switch self {
    case .none: nil
    case .prefix(let text): object("prefix", text)
    case .instruction(let text): object("instruction", text)
    case .named(let text): object("name", text)
    }
  }

  fileprivate init(json: JSONValue, setting: String) throws(RemoteSettingsError) {
    guard case .object(let members) = json, members.count == 1, let text = members[0].value.string else {
      throw RemoteSettingsError(
        setting: setting, reason: "expected an object with one of prefix, instruction, name and a text")
    }
    switch members[0].name {
    case "prefix": self = .prefix(text)
    case "instruction": self = .instruction(text)
    case "name": self = .named(text)
    default:
      throw RemoteSettingsError(setting: setting, reason: "expected one of prefix, instruction, name")
    }
  }
}

extension KeySource {
  fileprivate var json: JSONValue {
    switch self {
    case .environment(let name): .object([JSONValue.Member(name: "environment", value: .string(name))])
    case .file(let path): .object([JSONValue.Member(name: "file", value: .string(path))])
    }
  }

  fileprivate init(json: JSONValue) throws(RemoteSettingsError) {
    if let name = json["environment"]?.string, !name.isEmpty {
      self = .environment(name)
    } else if let path = json["file"]?.string, !path.isEmpty {
      self = .file(path)
    } else {
      throw RemoteSettingsError(
        setting: "key", reason: "expected where the key is kept: {\"environment\": NAME} or {\"file\": PATH}")
    }
  }
}
