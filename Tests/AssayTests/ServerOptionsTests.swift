import ArgumentParser
import RemoteEncoder
import Testing

@testable import assay

@Suite struct ServerOptionsTests {
  private func settings(_ flags: String..., prompt: String? = nil) throws -> RemoteEncoderSettings {
    let options = try ServerOptions.parse(["--remote", "https://a.example", "--model", "m"] + flags)
    return try #require(try options.settings(queryPrompt: prompt, itemPrompt: nil, lengths: [64]))
  }

  @Test func everySettingHasItsFlag() throws {
    let settings = try settings(
      "--kind", "vllm", "--pictures", "qwen3-vl", "--keep", "256", "--key-file", "/k", "--key-unencrypted",
      "--query-instruction", "Find.", "--item-instruction", "Represent.", "--batch", "8", "--at-once", "3",
      "--timeout", "7.5", "--retries", "0", "--base64", "--authorities", "/ca.pem")
    #expect(settings.kind == .vllm && settings.pictures == .conversation)
    #expect(settings.dimensions == 256 && settings.truncations == [64])
    #expect(settings.key == .file("/k") && settings.sendsKeyUnencrypted)
    #expect(
      settings.prompts
        == RolePrompts(
          query: .instruction("Find."), item: .instruction("Represent."), picture: .instruction("Represent."))
    )
    #expect(settings.batch == 8 && settings.requestsAtOnce == 3)
    #expect(settings.totalSeconds == 7.5 && settings.retries.retries == 0)
    #expect(settings.asksForBase64 && settings.authorities == "/ca.pem")
    try settings.check()
  }

  @Test func leftOutFlagsLeaveTheDefaults() throws {
    let endpoint = try WebAddress("https://a.example")
    var expected = RemoteEncoderSettings(kind: .openAI, endpoint: endpoint, model: "m")
    expected.truncations = [64]
    #expect(try settings() == expected)
    expected.prompts.query = .prefix("query: ")
    #expect(try settings(prompt: "query: ") == expected)
  }

  @Test func contradictionsAreRefused() {
    #expect(throws: CommandFailure.self) { try settings("--query-instruction", "x", prompt: "y") }
    for flags in [["--timeout", "0"], ["--retries", "-1"], ["--key-variable", "A", "--key-file", "b"]] {
      #expect(throws: (any Error).self) {
        try ServerOptions.parse(["--remote", "https://a.example", "--model", "m"] + flags)
      }
    }
  }
}
