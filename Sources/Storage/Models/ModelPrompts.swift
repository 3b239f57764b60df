import JSON

/// What is put before a text, by what the text is.
package struct ModelPrompts: Hashable, Sendable {
  /// Before queries.
  package var query: String
  /// Before items.
  package var item: String

  /// Makes prompts; without any, texts go in as they are.
  package init(query: String = "", item: String = "") {
    self.query = query
    self.item = item
  }

  /// What `config_sentence_transformers.json` declares: the prompts called `query` and `document` (or `passage`,
  /// `corpus`), else the default one for both.
  static func read(in folder: String) throws(StorageError) -> ModelPrompts {
    let name = "config_sentence_transformers.json"
    guard let document = try ModelDocument.read(name, in: folder),
      case .object(let members)? = document.value("prompts")
    else { return ModelPrompts() }
    var prompts: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else {
        throw document.mistake(
          "prompts.\(member.name) is \(member.value.text.prefix(40)) where a text is expected")
      }
      prompts[member.name] = text
    }
    var standard = ""
    if let chosen = document.value("default_prompt_name")?.string {
      guard let text = prompts[chosen] else {
        throw document.mistake("default_prompt_name is '\(chosen)', which is none of its prompts")
      }
      standard = text
    }
    let item = ["document", "passage", "corpus"].lazy.compactMap { prompts[$0] }.first
    return ModelPrompts(query: prompts["query"] ?? standard, item: item ?? standard)
  }
}
