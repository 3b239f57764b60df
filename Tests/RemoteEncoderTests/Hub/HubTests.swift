import Foundation
import LoopbackServer
import Relevance
import RemoteEncoder
import Synchronization
import TestSupport
import Testing

@Suite struct HubTests {
  private static let weights = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 37 >> 4) }
  private static let files = [
    ReplayedHub.File("config.json", #"{"model_type":"bert"}"#),
    ReplayedHub.File("1_Pooling/config.json", "{}"),
    ReplayedHub.File("model.safetensors", weights, isLarge: true),
    ReplayedHub.File("with space#é?.txt", "odd"),
  ]

  private let folder: TemporaryFolder
  private let quick = RetryPolicy(retries: 2, firstWait: 0.001, longestWait: 0.01)

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("1_Pooling")
  }

  private func hub(
    _ url: String, token: String? = nil, cancellation: Cancellation = Cancellation(),
    witness: HTTPClient.Witness? = nil
  ) throws -> Hub {
    try Hub(
      url, token: try token.map { try Secret($0) },
      client: HTTPClient(HTTPClient.Options(usesProxies: false), witness: witness), retries: quick,
      cancellation: cancellation)
  }

  private func snapshot(_ replayed: ReplayedHub, _ name: String = ReplayedHub.repository) throws
    -> HubSnapshot
  {
    try hub(replayed.url).snapshot(of: try HubModelName(name))
  }

  private func large(_ snapshot: HubSnapshot) throws -> HubFile {
    try #require(snapshot.files.first { $0.path == "model.safetensors" })
  }

  private func content(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder.path(name)).map { [UInt8]($0) }
  }

  /// What the hub's refusal says.
  private func message(_ body: () throws -> Void) throws -> String {
    "\(try #require(throws: HubError.self, performing: body))"
  }

  @Test(arguments: [1, 2, 1000]) func aRevisionBecomesACommitAndItsFiles(page: Int) throws {
    let replayed = try ReplayedHub(Self.files, page: page)
    let snapshot = try hub(replayed.url + "/").snapshot(of: try HubModelName("org/mini@v1"))
    #expect(snapshot.commit == ReplayedHub.commit)
    #expect(snapshot.source == "\(replayed.url)/org/mini@\(ReplayedHub.commit)")
    #expect(snapshot.files.map(\.path) == Self.paths.sorted())
    #expect(try large(snapshot).digest == .sha256(SHA256.hexDigest(of: Self.weights)))
    #expect(try large(snapshot).bytes == Self.weights.count)
    #expect(replayed.requests[0].target == "/api/models/org/mini/revision/v1")
    #expect(replayed.requests[1].target == "/api/models/org/mini/tree/\(ReplayedHub.commit)?recursive=true")
    #expect(replayed.requests.count == 1 + (Self.files.count + page - 1) / page)
  }

  private static let paths = [
    "config.json", "1_Pooling/config.json", "model.safetensors", "with space#é?.txt",
  ]

  @Test func everyFileComesAndTheTokenStaysWithTheHub() throws {
    let replayed = try ReplayedHub(Self.files)
    let origins = Mutex<[String]>([])
    let hub = try hub(replayed.url, token: "hf_sesame") { address, outcome in
      #expect((try? outcome.get()) != nil)
      origins.withLock { $0.append(address.origin) }
    }
    let snapshot = try hub.snapshot(of: try HubModelName("org/mini"))
    for file in snapshot.files { try hub.fetch(file, of: snapshot, into: folder.root.path) }
    #expect(content("model.safetensors") == Self.weights)
    #expect(content("1_Pooling/config.json") == Array("{}".utf8))
    #expect(content("with space#é?.txt") == Array("odd".utf8))
    #expect(replayed.requests.allSatisfy { $0.headers["authorization"] == "Bearer hf_sesame" })
    #expect(replayed.storeRequests.map { $0.headers["authorization"] } == [nil])
    // Redirects are requests too: each was told, and where it went.
    let told = origins.withLock { $0 }
    #expect(told.count == replayed.requests.count + replayed.storeRequests.count)
    #expect(Set(told).count == 2)
    #expect(snapshot.files.allSatisfy { Hub.isWhole($0, at: folder.path($0.path)) })
    try folder.write("odE", to: "with space#é?.txt")
    #expect(!snapshot.files.allSatisfy { Hub.isWhole($0, at: folder.path($0.path)) })
  }

  @Test func aCutFileIsGoneOnWithByTheNextProgram() throws {
    let replayed = try ReplayedHub(
      Self.files,
      storeFault: {
        $0.number == 0
          ? ReplayedHub.ranges(
            of: Self.weights, tag: "\"\(SHA256.hexDigest(of: Self.weights))\"", for: $0, cutAfter: 90_000)
          : nil
      })
    let snapshot = try snapshot(replayed)
    let impatient = try Hub(
      replayed.url, token: nil, client: HTTPClient(HTTPClient.Options(usesProxies: false)),
      retries: RetryPolicy(retries: 0))
    #expect(throws: HubError.self) {
      try impatient.fetch(try large(snapshot), of: snapshot, into: folder.root.path)
    }
    #expect(content("model.safetensors") == nil)
    #expect(content("model.safetensors.partial")?.count == 90_000)
    try hub(replayed.url).fetch(try large(snapshot), of: snapshot, into: folder.root.path)
    #expect(content("model.safetensors") == Self.weights)
    #expect(replayed.storeRequests.map { $0.headers["range"] } == [nil, "bytes=90000-"])
  }

  @Test func theWrongBytesAreRemoved() throws {
    let wrong = [UInt8](repeating: 1, count: Self.weights.count)
    let replayed = try ReplayedHub(
      Self.files,
      hubFault: { $0.target.contains("resolve-cache") ? .answer(200, Array("{x".utf8)) : nil },
      storeFault: { ReplayedHub.ranges(of: wrong, tag: "\"t\"", for: $0) })
    let snapshot = try snapshot(replayed)
    let said = try message {
      try hub(replayed.url).fetch(try large(snapshot), of: snapshot, into: folder.root.path)
    }
    #expect(said.contains("announced was \(SHA256.hexDigest(of: Self.weights))"))
    let small = try #require(snapshot.files.first { $0.path == "1_Pooling/config.json" })
    let other = try message { try hub(replayed.url).fetch(small, of: snapshot, into: folder.root.path) }
    #expect(other.contains("not the content that Git calls"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.root.path) == ["1_Pooling"])
  }

  @Test func aPointerIsNotTheFileThatItStandsFor() throws {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 200000\n"
    let replayed = try ReplayedHub(Self.files, storeFault: { _ in .answer(200, Array(pointer.utf8)) })
    let snapshot = try snapshot(replayed)
    let said = try message {
      try hub(replayed.url).fetch(try large(snapshot), of: snapshot, into: folder.root.path)
    }
    #expect(said.contains("the server offers \(pointer.utf8.count) bytes, where 200000 were announced"))
  }

  @Test func aBusyHubIsAskedAgainAndOneThatAsksForLongerIsNamed() throws {
    let replayed = try ReplayedHub(
      Self.files,
      hubFault: { request in
        switch request.number {
        case 0: .json("{}", status: 429, headers: [("Retry-After", "0")])
        case 1: .json("{}", status: 503)
        default: nil
        }
      })
    #expect(try snapshot(replayed).files.count == 4)
    let patient = try ReplayedHub(
      Self.files,
      hubFault: { _ in .json(#"{"error":"slow down"}"#, status: 429, headers: [("Retry-After", "300")]) })
    let said = try message { _ = try snapshot(patient) }
    #expect(said.contains("asked too often (429)") && said.contains("slow down; it asks to wait 300 s"))
    #expect(patient.requests.count == 1)
    let broken = try ReplayedHub(Self.files, hubFault: { _ in .answer(500, []) })
    #expect(try message { _ = try snapshot(broken) }.contains("the server failed (500)"))
    #expect(broken.requests.count == 1)
  }

  @Test func aGatedModelNamesItsPage() throws {
    let replayed = try ReplayedHub(Self.files, gate: "manual")
    let snapshot = try snapshot(replayed)
    #expect(snapshot.isGated)
    let file = try large(snapshot)
    let said = try message { try hub(replayed.url).fetch(file, of: snapshot, into: folder.root.path) }
    #expect(said.contains("\(replayed.url)/org/mini: its owner wants conditions accepted first"))
    #expect(said.contains("HF_TOKEN"))
    try hub(replayed.url, token: "hf_x").fetch(file, of: snapshot, into: folder.root.path)
    let closed = try ReplayedHub(Self.files, hubFault: { _ in .hubError("GatedRepo", 403) })
    #expect(try message { _ = try self.snapshot(closed) }.contains("conditions accepted first"))
  }

  @Test func whatIsNotThereAndWhatIsRefusedAreToldApart() throws {
    let replayed = try ReplayedHub(Self.files)
    let unknown = try message { _ = try snapshot(replayed, "org/other") }
    #expect(
      unknown.contains("\(replayed.url)/org/other: the hub has no such model, or shows it to others only"))
    #expect(unknown.contains("HF_TOKEN"))
    let revision = try message { _ = try snapshot(replayed, "org/mini@v9") }
    #expect(revision.contains("no branch, tag or commit 'v9'"))
    let closed = try ReplayedHub(
      Self.files, hubFault: { _ in .json(#"{"error":"Invalid token\u001b[2J"}"#, status: 401) })
    let denied = try message {
      _ = try hub(closed.url, token: "hf_bad").snapshot(of: HubModelName("org/mini"))
    }
    #expect(denied.contains("refuses the token") && denied.contains("(Invalid token [2J)"))
    #expect(!denied.contains("hf_bad"))
  }

  @Test(arguments: [
    ("no JSON", "<html>"), ("it names no commit", #"{"id":"org/mini"}"#),
    ("it names no commit", #"{"sha":"../../x"}"#),
  ])
  func answersThatAreNoHubsAreRefused(reason: String, body: String) throws {
    let replayed = try ReplayedHub(Self.files, hubFault: { _ in .json(body) })
    let said = try message { _ = try snapshot(replayed) }
    #expect(said.contains("not the answer of a model hub: \(reason)") && said.contains("check HF_ENDPOINT"))
  }

  @Test(arguments: [
    ("would not lie in the model's folder", #"[{"type":"file","size":1,"path":"../x","oid":"\#(commit)"}]"#),
    (
      "would not lie in the model's folder", #"[{"type":"file","size":1,"path":"/etc/x","oid":"\#(commit)"}]"#
    ),
    ("lacks its path, its size or its digest", #"[{"type":"file","size":1,"path":"x","oid":"12"}]"#),
    ("lacks its path, its size or its digest", #"[{"type":"file","size":-1,"path":"x","oid":"\#(commit)"}]"#),
    ("lacks its path, its size or its digest", #"[{"type":"file","path":"x","oid":"\#(commit)"}]"#),
    ("is no list", #"{"error":"x"}"#),
  ])
  func listsThatCouldDoHarmAreRefused(reason: String, body: String) throws {
    let replayed = try ReplayedHub(Self.files, hubFault: { $0.target.contains("/tree/") ? .json(body) : nil })
    #expect(try message { _ = try snapshot(replayed) }.contains(reason))
  }

  private static let commit = ReplayedHub.commit

  @Test func theListGoesOnAtTheHubOnly() throws {
    let other = try LoopbackServer { _ in .json("[]") }
    let replayed = try ReplayedHub(
      Self.files,
      hubFault: {
        $0.target.contains("/tree/")
          ? .json("[]", headers: [("Link", "<\(other.url)/x>; rel=\"next\"")]) : nil
      })
    #expect(try message { _ = try snapshot(replayed) }.contains("the list of files goes on elsewhere"))
    #expect(other.requests.isEmpty)
  }

  @Test func aTokenNeverTravelsReadable() throws {
    let said = try message { _ = try hub("http://hub.example.com", token: "hf_sesame") }
    #expect(said.contains("not encrypted") && said.contains("use https") && !said.contains("sesame"))
    _ = try hub("https://hub.example.com/", token: "hf_sesame")
    #expect(try message { _ = try hub("hub.example.com") }.hasPrefix("HF_ENDPOINT: "))
    #expect(
      try message { _ = try hub("https://hub.example.com/?a=b") }.contains("more than a host and a path"))
  }

  @Test func aCancelledFetchKeepsWhatCame() throws {
    let replayed = try ReplayedHub(
      Self.files,
      storeFault: { _ in
        LoopbackReply([
          .send(
            LoopbackReply.head(200, [("Content-Length", "200000"), ("ETag", "\"t\"")])
              + Self.weights[..<70_000]),
          .wait(300),
        ])
      })
    let snapshot = try snapshot(replayed)
    let cancellation = Cancellation()
    let hub = try hub(replayed.url, cancellation: cancellation)
    #expect(throws: HubError.interrupted) {
      try hub.fetch(try large(snapshot), of: snapshot, into: folder.root.path) {
        if $0.received == 70_000 { cancellation.cancel() }
      }
    }
    #expect(content("model.safetensors.partial")?.count == 70_000)
    #expect(throws: HubError.interrupted) { try hub.snapshot(of: try HubModelName("org/mini")) }
  }
}
