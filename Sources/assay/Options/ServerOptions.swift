internal import ArgumentParser
internal import RemoteEncoder

/// The flags of a model on a server.
struct ServerOptions: ParsableArguments {
  @Option(help: "The server's address; what is encoded leaves this machine then.")
  var remote: String?

  @Option(help: "The model's name on the server.")
  var model: String?

  @Option(help: "The product: openai, vllm, llama-server, tei, infinity, jina or cohere.")
  var kind: ServerKind = .openAI

  @Option(help: "How pictures are sent: none, message, qwen3-vl or item.")
  var pictures: PictureForm = .none

  @Option(help: "Components to keep of each vector; all when left out.")
  var keep: Int?

  @Option(help: "The environment variable that holds the server's key.")
  var keyVariable: String?

  @Option(help: "The file that holds the server's key.")
  var keyFile: String?

  func validate() throws {
    if remote != nil, model == nil { throw ValidationError("--remote needs --model, the model's name there") }
    if keyVariable != nil, keyFile != nil {
      throw ValidationError("give --key-variable or --key-file, not both")
    }
  }

  /// What the flags describe; `nil` when they name no server.
  func settings(
    queryPrompt: String?, itemPrompt: String?, lengths: [Int]
  ) throws -> RemoteEncoderSettings? {
    guard let remote, let model else { return nil }
    let address: WebAddress
    do {
      address = try WebAddress(remote)
    } catch {
      throw CommandFailure.usage("--remote: \(error)")
    }
    var settings = RemoteEncoderSettings(kind: kind, endpoint: address, model: model, pictures: pictures)
    settings.prompts = RolePrompts(
      query: queryPrompt.map(RolePrompt.prefix) ?? .none, item: itemPrompt.map(RolePrompt.prefix) ?? .none)
    settings.dimensions = keep
    settings.truncations = lengths
    settings.key = keyVariable.map(KeySource.environment) ?? keyFile.map(KeySource.file)
    return settings
  }
}

extension ServerKind: ExpressibleByArgument {}
extension PictureForm: ExpressibleByArgument {}
