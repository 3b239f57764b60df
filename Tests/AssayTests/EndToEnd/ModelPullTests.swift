import Foundation
import LoopbackServer
import RemoteEncoder
import TestSupport
import Testing

extension EndToEnd {
  /// `assay model pull` against a hub on the loopback interface.
  ///
  /// Without OpenVINO a model can't be opened, which is the last step of a pull: these end there, with the files kept.
  @Suite struct ModelPullTests {
    private static let weights = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 37 >> 4) }

    /// A model whose weights are no model: everything up to opening it succeeds.
    private static func files(weights: [UInt8] = weights) -> [ReplayedHub.File] {
      [
        ReplayedHub.File("config.json", #"{"model_type":"bert","architectures":["BertModel"]}"#),
        ReplayedHub.File("tokenizer.json", tokenizer), ReplayedHub.File("README.md", "A model"),
        ReplayedHub.File("pytorch_model.bin", weights, isLarge: true),
        ReplayedHub.File("model.safetensors", weights, isLarge: true),
      ]
    }

    private let folder: TemporaryFolder
    private var gathering: String { folder.path("data/assay/models/mini/files.partial") }

    init() throws { folder = try TemporaryFolder() }

    private func program(_ hub: ReplayedHub, _ changes: [String: String] = [:]) throws -> Program {
      let own = [
        "HF_ENDPOINT": hub.url, "XDG_DATA_HOME": folder.path("data"), "XDG_STATE_HOME": folder.path("state"),
      ]
      return try Program(own.merging(changes) { $1 })
    }

    private func names(_ path: String) -> [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
    }

    @Test func onlyWhatTheModelNeedsComesAndTheRequestsAreInTheLog() throws {
      let hub = try ReplayedHub(Self.files())
      let program = try program(hub, ["HF_TOKEN": "hf_sesame"])
      let outcome = try program.run("model", "pull", "org/mini")
      #expect(outcome.status == 3, "\(outcome.messages)")
      #expect(outcome.messages.contains("model.safetensors"))
      #expect(names(gathering) == ["README.md", "config.json", "model.safetensors", "tokenizer.json"])
      #expect(FileManager.default.contents(atPath: gathering + "/model.safetensors") == Data(Self.weights))
      #expect(hub.storeRequests.count == 1)
      let again = try program.run("model", "pull", "org/mini")
      #expect(again.status == 3)
      #expect(hub.storeRequests.count == 1, "what is there is not fetched again")
      let log = try program.run("log", "--format", "json")
      #expect(log.lines.count == hub.requests.count + hub.storeRequests.count)
      #expect(
        log.lines.allSatisfy { $0.contains(#""purpose":"pull""#) && $0.contains(#""model":"org/mini""#) })
      // Nothing secret is anywhere: neither the token, nor the signature of the store's addresses.
      for text in [outcome.messages, again.messages, log.output, outcome.output] {
        #expect(!text.contains("sesame") && !text.contains("Signature"))
      }
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.root.path) {
        guard let data = FileManager.default.contents(atPath: folder.path(name)) else { continue }
        #expect(!data.contains(Data("sesame".utf8)), "\(name)")
      }
      let list = try program.run("model", "list")
      #expect(list.messages.contains("no model was added yet"))
      #expect(list.output.contains("unfinished"))
      #expect(
        list.output.contains(
          " kB came; go on with: assay model pull org/mini, or remove them with: assay model remove mini"))
      #expect(try program.run("model", "remove", "mini").status == 0)
      #expect(try program.run("model", "list").output.isEmpty)
    }

    @Test func anInterruptedPullIsGoneOnWith() throws {
      let hub = try ReplayedHub(
        Self.files(),
        storeFault: { request in
          guard request.number == 0 else { return nil }
          let tag = ("ETag", "\"\(request.target.dropFirst().prefix { $0 != "?" })\"")
          let head = LoopbackReply.head(200, [("Content-Length", "\(Self.weights.count)"), tag])
          return LoopbackReply([.send(head + Self.weights[..<150_000]), .wait(300)])
        })
      let program = try program(hub)
      let outcome = try program.run("model", "pull", "org/mini") { process in
        try wait(for: "the first bytes") {
          let path = gathering + "/model.safetensors.partial"
          return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) == 150_000
        }
        kill(process, SIGINT)
      }
      #expect(outcome.status == 130)
      #expect(outcome.messages.contains("what came is kept, and the same command goes on with it"))
      _ = try program.run("model", "pull", "org/mini")
      #expect(hub.storeRequests.map { $0.headers["range"] } == [nil, "bytes=150000-"])
      #expect(FileManager.default.contents(atPath: gathering + "/model.safetensors") == Data(Self.weights))
    }

    @Test func twoPullsOfOneModelDoNotMix() throws {
      let hub = try ReplayedHub(
        Self.files(), storeFault: { $0.number == 0 ? LoopbackReply([.wait(300)]) : nil })
      let program = try program(hub)
      let first = try program.run("model", "pull", "org/mini") { process in
        try wait(for: "the first to fetch") { !hub.storeRequests.isEmpty }
        let second = try program.run("model", "pull", "org/mini")
        #expect(second.status == 3)
        #expect(second.messages.contains("another process is pulling that model"))
        kill(process, SIGINT)
      }
      #expect(first.status == 130)
    }

    @Test func aDiskWithoutRoomIsSaidBeforeAnythingLargeComes() throws {
      let files = Self.files()
      let small = files.filter { !["model.safetensors", "pytorch_model.bin"].contains($0.path) }
      let entries = small.map {
        #"{"type":"file","path":"\#($0.path)","size":\#($0.content.count),"oid":"\#(SHA1.gitBlob($0.content))"}"#
      }
      let huge =
        #"{"type":"file","path":"model.safetensors","size":1000000000000000,"oid":"\#(ReplayedHub.commit)","#
        + #""lfs":{"oid":"\#(String(repeating: "0", count: 64))","size":1000000000000000}}"#
      let list = "[" + (entries + [huge]).joined(separator: ",") + "]"
      let hub = try ReplayedHub(files, hubFault: { $0.target.contains("/tree/") ? .json(list) : nil })
      let outcome = try program(hub).run("model", "pull", "org/mini")
      #expect(outcome.status == 3)
      #expect(
        outcome.messages.contains("953674316 MB are to be fetched, and the disk has"), "\(outcome.messages)")
      #expect(hub.storeRequests.isEmpty)
    }

    @Test func aModelOfNoUseLeavesNothing() throws {
      let files = Self.files().map { file in
        file.path == "config.json" ? ReplayedHub.File("config.json", #"{"architectures":["T5Model"]}"#) : file
      }
      let hub = try ReplayedHub(files)
      let outcome = try program(hub).run("model", "pull", "org/mini")
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("T5Model is not among the families"))
      #expect(hub.storeRequests.isEmpty)
      #expect(self.names(folder.path("data/assay/models")) == [])
    }

    @Test func whatCanNotBeIsSaid() throws {
      let hub = try ReplayedHub(Self.files(), gate: "auto")
      let program = try program(hub)
      let gated = try program.run("model", "pull", "org/mini")
      #expect(gated.status == 3)
      #expect(gated.messages.contains("\(hub.url)/org/mini: its owner wants conditions accepted first"))
      let unknown = try program.run("model", "pull", "org/other")
      #expect(unknown.status == 3)
      #expect(try program.run("model", "list").output.isEmpty, "nothing came of it")
      #expect(unknown.messages.contains("/org/other: the hub has no such model"))
      #expect(
        try program.run("model", "pull", "org/mini@v9").messages.contains("no branch, tag or commit 'v9'"))
      #expect(try program.run("model", "pull", "../x").status == 2)
      #expect(try program.run("model", "pull", "org/mini", "--name", "a/b").status == 3)
      let nobody = try Program(["HF_ENDPOINT": "http://127.0.0.1:9", "XDG_DATA_HOME": folder.path("data")])
      #expect(try nobody.run("model", "pull", "org/mini").messages.contains("nobody answers"))
    }

    /// The whole way, with a miniature of random weights; needs the runtime in `ASSAY_OPENVINO`.
    @Test(.enabled(if: runtime != nil, "needs ASSAY_OPENVINO, the folder of OpenVINO's libraries"))
    func aModelIsPulledAndUsed() throws {
      let runtime = try #require(Self.runtime)
      let original = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "OpenVINOBackendTests/Fixtures/miniatures/bert")
      let names = ["config.json", "1_Pooling/config.json", "model.safetensors"]
      var files = [ReplayedHub.File("tokenizer.json", Self.tokenizer)]
      for name in names {
        let content = try Data(contentsOf: original.appending(path: name))
        files.append(ReplayedHub.File(name, [UInt8](content), isLarge: name == "model.safetensors"))
      }
      for file in files { try folder.write(String(), to: "here/" + file.path) }
      for file in files { try Data(file.content).write(to: folder.url("here/" + file.path)) }
      let hub = try ReplayedHub(files)
      let program = try program(hub, ["ASSAY_OPENVINO": runtime])
      let outcome = try program.run("model", "pull", "org/mini@v1")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("\(hub.url)/org/mini@\(ReplayedHub.commit)"))
      let encoder = try #require(outcome.lines.first { $0.hasPrefix("encoder") })
      // Again: nothing large is fetched, and the card is the same.
      let count = hub.storeRequests.count
      let again = try program.run("model", "pull", "org/mini@v1")
      #expect(again.status == 0, "\(again.messages)")
      #expect(again.lines.contains(encoder))
      #expect(hub.storeRequests.count == count)
      #expect(try program.run("model", "info", "mini").status == 0)
      #expect(try !program.run("model", "list").output.contains("unfinished"))
      // The same vectors as from the folder that the files came from.
      let added = try program.run("model", "add", folder.path("here"), "--name", "mini-here")
      let fingerprint = try #require(added.lines.first { $0.hasPrefix("fingerprint") })
      #expect(outcome.lines.contains(fingerprint))
      let taken = try program.run("model", "pull", "org/mini", "--name", "mini-here")
      #expect(taken.status == 2)
      #expect(taken.messages.contains("'mini-here' is there already, from another place"))
      #expect(try program.run("model", "remove", "mini").status == 0)
      #expect(self.names(folder.path("data/assay/models")) == ["mini-here"])
    }

    private static var runtime: String? { ProcessInfo.processInfo.environment["ASSAY_OPENVINO"] }

    private static let tokenizer = """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null,
         "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": null,
       "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
         "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "red": 1}}}
      """
  }
}
