internal import JSON

extension Tokenizer {
  /// Reads a `tokenizer.json`.
  ///
  /// Whatever the file asks for and Assay does not know is refused by name and place, never passed over.
  /// - Parameters:
  ///   - json: the bytes of the file.
  ///   - path: where they come from, for messages.
  /// - Throws: `EncoderError.malformedModel`.
  /// - Complexity: O(bytes).
  package init(json: [UInt8], path: String) throws(EncoderError) {
    let whole = try ConfigurationPart(json: json, path: path)
    let tables = try ModelTables(try whole.required("model"))
    let settings = ConfigurationPart(path: path, place: "", value: Self.withoutTables(whole.value))
    try self.init(settings: settings, tables: tables)
  }

  /// The file's value without the large lists of its model.
  private static func withoutTables(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(
      members.map { member in
        guard member.name == "model", case .object(let parts) = member.value else { return member }
        let small = parts.filter { $0.name != "vocab" && $0.name != "merges" }
        return JSONValue.Member(name: member.name, value: .object(small))
      })
  }
}
