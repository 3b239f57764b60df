internal import ArgumentParser
internal import Foundation
internal import RemoteEncoder
internal import Storage

/// `assay model pull`: fetches a published model and adds it.
struct ModelPullCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Fetch a published model from a hub, and add it.",
    discussion: """
      Asks the hub that HF_ENDPOINT names, by itself https://huggingface.co, for the model's files at one commit, and \
      fetches those that it needs: configuration, tokenizer, and the weights that assay model add would choose; --file \
      chooses others. Files of Python objects are never fetched. Everything is compared with the hub's checksums, then \
      checked as assay model add does, and the card keeps the commit.

      An interrupted pull keeps what came: the same command goes on with it. A model that was pulled before is brought \
      to the revision's newest commit; what did not change is not fetched again.

      A token, where the hub wants one, is taken from HF_TOKEN, the file that HF_TOKEN_PATH names, $HF_HOME/token or \
      ~/.cache/huggingface/token; it is shown to the hub alone. assay log lists the requests. SSL_CERT_FILE names \
      certificate authorities to trust instead of the system's, as a mirror of one's own may need.
      """)

  @Argument(help: "The model as ORG/NAME, or ORG/NAME@REVISION for a branch, tag or commit.")
  var model: String

  @Option(help: "What to call it; the model's own name when left out.")
  var name: String?

  @OptionGroup(title: "What the files don't say")
  var declared: DeclarationOptions

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  func run() throws {
    let model = try parsedModel()
    let settings = Settings.current
    let interruption = Interruption()
    defer { interruption.end() }
    let cancellation = Cancellation()
    cancellation.follow(interruption.question)
    let store = try ModelStore(environment: settings.environment)
    let isShown = Diagnostics.isTerminal && !quiet
    let pull = ModelPull(
      settings: settings, store: store, hub: try hub(for: model, settings: settings, cancellation),
      addition: ModelAddition(
        settings: settings, store: store, say: { Diagnostics.say($0) },
        progress: { ProgressLine("hashing", total: $0, isTerminal: isShown) }),
      line: TransferLine(isShown: isShown), say: { Diagnostics.say($0) })
    do {
      let card = try pull.pull(
        model, as: name ?? ModelAddition.name(of: model.repository), declaration: declared.declaration)
      if !quiet { TextOutput.text(ModelCardTable(card: card).text) }
    } catch HubError.interrupted {
      throw CommandFailure(
        "interrupted; what came is kept, and the same command goes on with it", code: .interrupted)
    }
  }

  private func parsedModel() throws -> HubModelName {
    do {
      return try HubModelName(model)
    } catch {
      throw CommandFailure.usage("\(error)")
    }
  }

  private func hub(
    for model: HubModelName, settings: Settings, _ cancellation: Cancellation
  ) throws -> Hub {
    let ledger = RequestLedger(settings: settings)
    let client = HTTPClient(
      HTTPClient.Options(
        userAgent: "assay/" + Version.current,
        authorities: settings.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }),
      witness: { address, outcome in
        ledger.append(.pull(of: model.repository, from: address, outcome, time: Date().timeIntervalSince1970))
      })
    let endpoint = settings.environment["HF_ENDPOINT"].flatMap { $0.isEmpty ? nil : $0 }
    return try Hub(
      endpoint ?? Hub.usualEndpoint, token: try HubToken.find(environment: settings.environment),
      client: client, retries: RetryPolicy(seed: UInt64(ProcessInfo.processInfo.processIdentifier)),
      cancellation: cancellation)
  }
}

extension LedgerEntry {
  /// A request for a published model, or for a file of one.
  fileprivate static func pull(
    of model: String, from address: WebAddress, _ outcome: Result<Int, HTTPError>, time: Double
  ) -> LedgerEntry {
    let result: Outcome =
      switch outcome {
      case .success(let status): .answered(status: status)
      case .failure(let error): .failed(reason: "\(error)")
      }
    return LedgerEntry(time: time, origin: address.origin, model: model, purpose: .pull, outcome: result)
  }
}
