import Foundation
import LoopbackServer
import TestSupport
import Testing

/// Hugging Face's own client, unmodified, fetches from the replayed hub what it would fetch from the real one: the answers
/// that this program is tested with have the real shape.
///
/// `ASSAY_HUB_PYTHON` names a Python that has huggingface_hub; it passed with 2.4.0.
@Suite(
  .enabled(if: HubClient.python != nil, "needs ASSAY_HUB_PYTHON, a Python with huggingface_hub"))
struct HubClientTests {
  private static let script = """
    from huggingface_hub import HfApi, snapshot_download
    folder = snapshot_download("org/mini")
    print(open(folder + "/config.json").read())
    print(len(open(folder + "/model.safetensors", "rb").read()))
    for file in HfApi().list_repo_tree("org/mini", recursive=True):
        print(file.path, file.lfs.sha256 if getattr(file, "lfs", None) else "")
    """

  @Test func anUnmodifiedClientReadsTheReplayedHub() throws {
    let folder = try TemporaryFolder()
    let hub = try ReplayedHub(
      [
        ReplayedHub.File("config.json", #"{"model_type":"bert"}"#),
        ReplayedHub.File("1_Pooling/config.json", "{}"),
        ReplayedHub.File("model.safetensors", [UInt8](repeating: 7, count: 5000), isLarge: true),
      ], page: 2)
    let client = Process()
    client.executableURL = URL(fileURLWithPath: try #require(HubClient.python))
    client.arguments = ["-c", Self.script]
    client.environment = [
      "HF_ENDPOINT": hub.url, "HF_HOME": folder.root.path, "HF_HUB_DISABLE_XET": "1",
      "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "PATH": "/usr/bin:/bin",
    ]
    let output = Pipe()
    client.standardOutput = output
    try client.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    client.waitUntilExit()
    #expect(client.terminationStatus == 0)
    #expect(said.hasPrefix("{\"model_type\":\"bert\"}\n5000\n"))
    #expect(said.contains("1_Pooling/config.json"))
    #expect(
      said.contains("model.safetensors f302a3f85503eeb1a105c81a5fbea0aa461417fb3893919572949cadbfee86a7"))
    #expect(hub.storeRequests.count == 1)
  }
}

/// The client that the environment names.
private enum HubClient {
  static var python: String? { ProcessInfo.processInfo.environment["ASSAY_HUB_PYTHON"] }
}
