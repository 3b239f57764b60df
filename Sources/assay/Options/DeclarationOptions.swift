internal import ArgumentParser
internal import Storage

/// What is said about a model over whatever its files say.
struct DeclarationOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "What is put before every query, such as 'query: '.")
  var queryPrompt: String?

  @Option(parsing: .unconditional, help: "What is put before every item's text, such as 'passage: '.")
  var itemPrompt: String?

  @Option(help: "How token vectors become one: mean, first or last; what the folder says when left out.")
  var pooling: ModelPooling?

  @Option(help: "The most tokens of a text; longer ones are cut, and counted.")
  var maxTokens: Int?

  @Option(help: "Lengths that vectors may be cut to, separated by commas, where the folder declares none.")
  var dimensions: String?

  @Option(help: "The model file, relative to the folder, where there are several.")
  var file: String?

  @Option(
    help:
      "The numbers that the model is computed with: f32, bf16 or int8. Only f32 gives the same bits everywhere."
  )
  var precision: ModelNumbers = .f32

  func validate() throws {
    if let maxTokens, maxTokens < 1 { throw ValidationError("--max-tokens must be at least 1") }
    if let dimensions, lengths == nil {
      throw ValidationError(
        "--dimensions takes whole numbers above zero separated by commas, not '\(dimensions)'")
    }
  }

  /// The lengths that vectors may be cut to; `nil` when none, or no numbers, were given.
  var lengths: [Int]? {
    guard let dimensions else { return nil }
    let parts = dimensions.split(separator: ",").map { Int($0.filter { !$0.isWhitespace }) }
    let lengths = parts.compactMap(\.self)
    return lengths.count == parts.count && !lengths.isEmpty && lengths.allSatisfy { $0 > 0 } ? lengths : nil
  }

  /// All of it.
  var declaration: ModelDeclaration {
    var declaration = ModelDeclaration()
    declaration.queryPrompt = queryPrompt
    declaration.itemPrompt = itemPrompt
    declaration.pooling = pooling
    declaration.maxTokens = maxTokens
    declaration.lengths = lengths
    declaration.file = file
    declaration.precision = precision
    return declaration
  }
}

extension ModelPooling: ExpressibleByArgument {}
extension ModelNumbers: ExpressibleByArgument {}
