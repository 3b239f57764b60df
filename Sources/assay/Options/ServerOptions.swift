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

  @Flag(
    help: "Show the key to a server over plain http on another machine, where others may read it on its way.")
  var keyUnencrypted = false

  @Option(
    parsing: .unconditional,
    help: "What the model is to do with queries, for models that take an instruction instead of a prompt.")
  var queryInstruction: String?

  @Option(parsing: .unconditional, help: "What the model is to do with items, their pictures included.")
  var itemInstruction: String?

  @Option(help: "Texts or pictures of one request; what suits the product when left out.")
  var batch: Int?

  @Option(help: "Requests under way together; what suits the product when left out.")
  var atOnce: Int?

  @Option(help: "Seconds that the server may take for a request.")
  var timeout: Double = 120

  @Option(help: "How often a request is tried again while the server is busy or the connection breaks.")
  var retries: Int = 4

  @Flag(help: "Ask for vectors as base64, a quarter of the bytes, where the server can.")
  var base64 = false

  @Option(help: "The file of the certificate authorities to trust (PEM), instead of the system's.")
  var authorities: String?

  func validate() throws {
    if remote != nil, model == nil { throw ValidationError("--remote needs --model, the model's name there") }
    if keyVariable != nil, keyFile != nil {
      throw ValidationError("give --key-variable or --key-file, not both")
    }
    guard timeout > 0, timeout <= 86_400 else {
      throw ValidationError("--timeout must be above 0 and at most a day, not \(timeout)")
    }
    guard (0...100).contains(retries) else {
      throw ValidationError("--retries must be 0 to 100, not \(retries)")
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
      query: try Self.prompt(queryPrompt, queryInstruction, of: "query"),
      item: try Self.prompt(itemPrompt, itemInstruction, of: "item"),
      picture: [.message, .conversation].contains(pictures)
        ? itemInstruction.map(RolePrompt.instruction) ?? .none : .none)
    settings.dimensions = keep
    settings.truncations = lengths
    settings.key = keyVariable.map(KeySource.environment) ?? keyFile.map(KeySource.file)
    settings.sendsKeyUnencrypted = keyUnencrypted
    settings.batch = batch
    settings.requestsAtOnce = atOnce
    settings.totalSeconds = timeout
    settings.retries.retries = retries
    settings.asksForBase64 = base64
    settings.authorities = authorities
    return settings
  }

  private static func prompt(
    _ prefix: String?, _ instruction: String?, of role: String
  ) throws(CommandFailure) -> RolePrompt {
    guard let instruction else { return prefix.map(RolePrompt.prefix) ?? .none }
    guard prefix == nil else {
      throw .usage("give --\(role)-prompt or --\(role)-instruction, not both")
    }
    return .instruction(instruction)
  }
}

extension ServerKind: ExpressibleByArgument {}
extension PictureForm: ExpressibleByArgument {}
