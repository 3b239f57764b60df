import JSON
import RemoteEncoder
import TestSupport
import Testing

@Suite struct RemoteEncoderSettingsTests {
  private func read(_ text: String) throws -> RemoteEncoderSettings {
    try RemoteEncoderSettings(json: JSONParser.parse(Array(text.utf8)))
  }

  private static let whole = #"""
    {"kind":"vllm","endpoint":"https://a.example/v1","model":"Qwen/Qwen3-VL-Embedding-2B","pictures":"qwen3-vl",
    "prompts":{"query":{"instruction":"Find it."},"item":{"instruction":"Describe it."}},"dimensions":512,
    "truncations":[64,256],"cuts_long_texts":false,"base64":true,"batch":7,"request_bytes":4096,"requests_at_once":3,
    "picture_pixels":1000,"key":{"file":"/etc/key"},"sends_key_unencrypted":true,"authorities":"/etc/ca.pem",
    "connect_seconds":1.5,"total_seconds":20.0,"retries":2}
    """#

  @Test func everySettingReadsBackAsItself() throws {
    let settings = try read(Self.whole)
    let parsed = try JSONParser.parse(Array(Self.whole.utf8))
    #expect(settings.json == parsed, "every member is read and written")
    #expect(try read(settings.json.text) == settings)
    #expect(settings.prompts.query == .instruction("Find it."))
    #expect(settings.key == .file("/etc/key"))
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    let settings = try read(#"{"kind":"tei","endpoint":"http://localhost:8080","model":"m"}"#)
    #expect(
      settings
        == RemoteEncoderSettings(kind: .tei, endpoint: try WebAddress("http://localhost:8080"), model: "m"))
  }

  @Test(arguments: [
    ("[]", "settings"), (#""kind":"other""#, "kind"), (#""kind":1"#, "kind"),
    (#""endpoint":"ftp://a""#, "endpoint"),
    (#""endpoint":"http://me:secret@a/""#, "endpoint"), (#""model":"""#, "model"), (#""colour":1"#, "colour"),
    (#""pictures":"jpeg""#, "pictures"), (#""pictures":"item""#, "pictures"),
    (#""dimensions":0"#, "dimensions"),
    (#""dimensions":"all""#, "dimensions"), (#""truncations":[0]"#, "truncations"),
    (#""dimensions":4,"truncations":[8]"#, "truncations"), (#""batch":0"#, "batch"),
    (#""batch":1.5"#, "batch"),
    (#""request_bytes":10"#, "request_bytes"), (#""requests_at_once":100"#, "requests_at_once"),
    (#""base64":"yes""#, "base64"), (#""total_seconds":0"#, "total_seconds"), (#""retries":-1"#, "retries"),
    (#""key":"sesame""#, "key"), (#""key":{"file":""}"#, "key"), (#""prompts":"query: ""#, "prompts"),
    (#""prompts":{"other":{"prefix":"a"}}"#, "prompts.other"), (#""prompts":{"query":"a"}"#, "prompts.query"),
    (#""prompts":{"query":{"prefix":"a","name":"b"}}"#, "prompts.query"),
    (#""prompts":{"query":{"name":"a"}}"#, "prompts.query"),
    (#""prompts":{"picture":{"prefix":"a"}}"#, "prompts.picture"),
    (#""prompts":{"picture":{"instruction":"a"}}"#, "prompts.picture"),
    (#""pictures":"qwen3-vl","prompts":{"query":{"prefix":"a"}}"#, "prompts.query"),
    (#""endpoint":"http://a.example","key":{"environment":"KEY"}"#, "endpoint"),
  ])
  func whatCanNotBeIsNamed(change: String, setting: String) throws {
    let usual = [#""kind":"vllm""#, #""endpoint":"https://a.example""#, #""model":"m""#]
    let kept = usual.filter { !change.contains($0.prefix { $0 != ":" } + ":") }
    let text = change == "[]" ? change : "{" + (kept + [change]).joined(separator: ",") + "}"
    let error = try #require(throws: RemoteSettingsError.self) { try read(text) }
    #expect(error.setting == setting)
    #expect(!"\(error)".contains("secret") && !"\(error)".contains("sesame"))
  }

  @Test func aKeyMayTravelUnencryptedOnThisMachineOnly() throws {
    let text = #"{"kind":"tei","endpoint":"http://HOST","model":"m","key":{"environment":"KEY"}}"#
    #expect(try read(text.replacing("HOST", with: "localhost:1")).key == .environment("KEY"))
    #expect(throws: RemoteSettingsError.self) { try read(text.replacing("HOST", with: "10.0.0.1")) }
    let allowed = text.replacing("HOST", with: "10.0.0.1").replacing(
      "}}", with: #"},"sends_key_unencrypted":true}"#)
    #expect(try read(allowed).sendsKeyUnencrypted)
  }

  @Test func aKeyComesFromTheEnvironmentOrAFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("sesame\n", to: "key")
    let empty = try folder.write("\n", to: "empty")
    let blank = try folder.write("open sesame", to: "blank")
    _ = try KeySource.environment("KEY").key(environment: ["KEY": "sesame"])
    _ = try KeySource.file(file).key(environment: [:])
    let failures: [(KeySource, [String: String], String)] = [
      (.environment("KEY"), [:], "the environment variable KEY is not set"),
      (.environment("KEY"), ["KEY": ""], "the environment variable KEY is empty"),
      (.environment("KEY"), ["KEY": "open sesame"], "the environment variable KEY holds blanks"),
      (.file(folder.path("none")), [:], "\(folder.path("none")): can't be read"),
      (.file(empty), [:], "\(empty) is empty"),
      (.file(blank), [:], "\(blank) holds blanks"),
    ]
    for (source, environment, start) in failures {
      let error = try #require(throws: KeyError.self) { try source.key(environment: environment) }
      #expect("\(error)".hasPrefix(start))
      #expect(!"\(error)".contains("sesame"))
    }
  }
}
