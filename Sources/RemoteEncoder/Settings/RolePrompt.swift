/// What a model is told about an input, by the role that the input plays.
package enum RolePrompt: Hashable, Sendable {
  /// Nothing.
  case none
  /// Put in front of the text as it is, such as `query: `.
  case prefix(String)
  /// What the model is to do: `Instruct: TASK\nQuery:` in front of a text (Qwen3-Embedding), the system's message in a
  /// conversation, a text beside a picture in a message.
  case instruction(String)
  /// The name of a prompt that the server knows, such as `query` or `retrieval.passage`.
  case named(String)

  /// What stands in front of a text.
  var prefix: String {
    switch self {
    case .none, .named: ""
    case .prefix(let prefix): prefix
    case .instruction(let task): "Instruct: \(task)\nQuery:"
    }
  }

  /// What the model is to do, where that is said apart from the text.
  var instruction: String? {
    if case .instruction(let task) = self { task } else { nil }
  }

  /// The name of a prompt of the server's.
  var name: String? {
    if case .named(let name) = self { name } else { nil }
  }
}

/// The prompts of an encoder.
package struct RolePrompts: Hashable, Sendable {
  /// For queries.
  package var query: RolePrompt
  /// For the texts of items.
  package var item: RolePrompt
  /// For pictures.
  package var picture: RolePrompt

  /// Makes a set of prompts.
  package init(query: RolePrompt = .none, item: RolePrompt = .none, picture: RolePrompt = .none) {
    self.query = query
    self.item = item
    self.picture = picture
  }

  /// The prompt of a role.
  subscript(role: RemoteRole) -> RolePrompt {
    switch role {
    case .query: query
    case .item: item
    case .picture: picture
    }
  }
}

/// What an input is for.
enum RemoteRole: Hashable, Sendable {
  case query, item, picture
}
