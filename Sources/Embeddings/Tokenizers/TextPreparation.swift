internal import JSON

/// What a family's own code does to texts before its `tokenizer.json` is applied.
///
/// No file of a model's folder describes these steps; a model that was trained with them and is used without ranks badly.
package enum TextPreparation: String, CaseIterable, Hashable, Sendable {
  /// SigLIP's: lower case, no ASCII punctuation, white space collapsed, a mark in front of the text.
  ///
  /// Source: transformers 5.15, `SiglipTokenizer`, its mark before leading white space included; after big_vision's
  /// `canonicalize_text`.
  case canonical
  /// SigLIP 2's: lower case.
  ///
  /// Source: transformers 5.15, `Siglip2Tokenizer`.
  case lowercase

  /// The steps as a `tokenizer.json` spells them.
  fileprivate var normalizers: [JSONValue] {
    switch self {
    case .lowercase: [Self.step("Lowercase")]
    case .canonical:
      [
        Self.replace(string: "▁", by: " "),
        Self.step("Prepend", ("prepend", .string("▁"))),
        Self.step("Lowercase"),
        Self.replace(expression: #"[!-/:-@\[-`{-~]"#, by: ""),
        // Python's white space has the four separators of ASCII as well.
        Self.replace(expression: "[\\s\u{1c}-\u{1f}]+", by: " "),
        Self.step("Strip", ("strip_left", .bool(true)), ("strip_right", .bool(true))),
      ]
    }
  }

  private static func step(_ type: String, _ members: (String, JSONValue)...) -> JSONValue {
    .object(([("type", .string(type))] + members).map { JSONValue.Member(name: $0.0, value: $0.1) })
  }

  private static func replace(string: String, by content: String) -> JSONValue {
    replace(("String", string), content)
  }

  private static func replace(expression: String, by content: String) -> JSONValue {
    replace(("Regex", expression), content)
  }

  private static func replace(_ pattern: (kind: String, text: String), _ content: String) -> JSONValue {
    let pattern = JSONValue.object([JSONValue.Member(name: pattern.kind, value: .string(pattern.text))])
    return step("Replace", ("pattern", pattern), ("content", .string(content)))
  }
}

extension Tokenizer {
  /// The same tokenizer behind a preparation: its steps come first wherever text is normalized, so that special tokens
  /// spelled in the text stay what they are.
  /// - Throws: `EncoderError.malformedModel` for a tokenizer that can't be put together anew.
  package func preparing(by preparation: TextPreparation) throws(EncoderError) -> Tokenizer {
    guard case .object(var members) = settings.value else { return self }
    let own = members.first { $0.name == "normalizer" && $0.value != .null }.map { [$0.value] } ?? []
    members.removeAll { $0.name == "normalizer" }
    let sequence = JSONValue.object([
      JSONValue.Member(name: "type", value: .string("Sequence")),
      JSONValue.Member(name: "normalizers", value: .array(preparation.normalizers + own)),
    ])
    members.append(JSONValue.Member(name: "normalizer", value: sequence))
    let prepared = ConfigurationPart(path: settings.path, place: settings.place, value: .object(members))
    return try Tokenizer(settings: prepared, tables: tables)
  }
}
