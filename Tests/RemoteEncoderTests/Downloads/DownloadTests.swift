import Foundation
import LoopbackServer
import Relevance
import RemoteEncoder
import TestSupport
import Testing

@Suite struct DownloadTests {
  private static let content = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
  private static let digest = SHA256.hexDigest(of: content)

  private let client = HTTPClient(HTTPClient.Options(usesProxies: false))
  private let folder: TemporaryFolder
  private let quick = RetryPolicy(retries: 3, firstWait: 0.01, longestWait: 0.05)

  init() throws { folder = try TemporaryFolder() }

  /// Serves `content` in ranges under an entity tag.
  private static func serve(
    _ request: LoopbackRequest, _ content: [UInt8] = content, tag: String = "\"one\"", cutAfter: Int? = nil
  ) -> LoopbackReply {
    var (status, body, headers) = (200, content, [("ETag", tag)])
    if let range = request.headers["range"], request.headers["if-range"] == tag,
      let first = Int(range.dropFirst("bytes=".count).dropLast())
    {
      guard first < content.count else {
        return .answer(416, [], headers: [("Content-Range", "bytes */\(content.count)")])
      }
      (status, body) = (206, Array(content[first...]))
      headers.append(("Content-Range", "bytes \(first)-\(content.count - 1)/\(content.count)"))
    }
    guard let cutAfter else { return .answer(status, body, headers: headers) }
    return .cut(after: cutAfter, of: body, status: status, headers: headers)
  }

  private func download(_ server: LoopbackServer, expecting: Bool = true) throws -> Download {
    Download(
      try WebAddress(server.url + "/model.bin"), to: folder.path("model.bin"),
      expectedBytes: expecting ? Self.content.count : nil, expectedSHA256: expecting ? Self.digest : nil)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.root.path).sorted() }
  }
  private var written: [UInt8]? {
    FileManager.default.contents(atPath: folder.path("model.bin")).map { [UInt8]($0) }
  }

  @Test func aFileComesWholeAndItsProgressIsTold() throws {
    let server = try LoopbackServer { Self.serve($0) }
    let told = Told()
    let file = try client.download(try download(server)) { told.add($0) }
    #expect(file.bytes == Self.content.count)
    #expect(file.sha256 == Self.digest)
    #expect(file.resumedFrom == 0)
    #expect(written == Self.content)
    #expect(try names == ["model.bin"])
    #expect(told.all.last?.received == Self.content.count)
    #expect(told.all.last?.total == Self.content.count)
    #expect(told.all.map(\.received) == told.all.map(\.received).sorted())
  }

  @Test func anEmptyFileComesToo() throws {
    let server = try LoopbackServer { Self.serve($0, []) }
    #expect(try client.download(try download(server, expecting: false)).bytes == 0)
    #expect(written == [])
  }

  @Test func aCutDownloadGoesOnWhereItStopped() throws {
    let server = try LoopbackServer { Self.serve($0, cutAfter: $0.number < 2 ? 60_000 : nil) }
    let file = try client.download(try download(server), retries: quick)
    #expect(file.sha256 == Self.digest)
    #expect(written == Self.content)
    #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=60000-", "bytes=120000-"])
    #expect(server.requests.map { $0.headers["if-range"] } == [nil, "\"one\"", "\"one\""])
  }

  @Test func anotherRunGoesOnWithWhatTheFirstOneLeft() throws {
    let server = try LoopbackServer { Self.serve($0, cutAfter: $0.number == 0 ? 60_000 : nil) }
    #expect(throws: HTTPError.self) {
      try client.download(try download(server), retries: RetryPolicy(retries: 0))
    }
    #expect(try names == ["model.bin.partial", "model.bin.partial.validator"])
    let file = try client.download(try download(server))
    #expect(file.resumedFrom == 60_000)
    #expect(file.sha256 == Self.digest)
    #expect(try names == ["model.bin"])
  }

  @Test func aChangedVersionIsFetchedFromTheBeginning() throws {
    let old = [UInt8](repeating: 1, count: Self.content.count)
    let server = try LoopbackServer {
      $0.number == 0 ? Self.serve($0, old, tag: "\"old\"", cutAfter: 60_000) : Self.serve($0, tag: "\"new\"")
    }
    let file = try client.download(try download(server), retries: quick)
    #expect(file.sha256 == Self.digest)
    #expect(file.resumedFrom == 0)
    #expect(server.requests.map { $0.headers["if-range"] } == [nil, "\"old\""])
  }

  @Test func whatHasNoValidatorIsFetchedFromTheBeginning() throws {
    let server = try LoopbackServer {
      $0.number == 0
        ? .cut(after: 60_000, of: Self.content, headers: [("ETag", "W/\"weak\"")])
        : .answer(200, Self.content)
    }
    _ = try client.download(try download(server), retries: quick)
    #expect(server.requests.map { $0.headers["range"] } == [nil, nil])
    #expect(written == Self.content)
  }

  @Test func aWholeFileThatOnlyLacksItsNameIsNotFetchedAgain() throws {
    let server = try LoopbackServer { Self.serve($0) }
    try Data(Self.content).write(to: folder.url("model.bin.partial"))
    try folder.write("\"one\"", to: "model.bin.partial.validator")
    let file = try client.download(try download(server))
    #expect(file.resumedFrom == Self.content.count)
    #expect(written == Self.content)
  }

  @Test func moreThanTheServerHasStartsAgain() throws {
    let server = try LoopbackServer { Self.serve($0) }
    try Data(Self.content + [1, 2]).write(to: folder.url("model.bin.partial"))
    try folder.write("\"one\"", to: "model.bin.partial.validator")
    #expect(try client.download(try download(server)).resumedFrom == 0)
    #expect(written == Self.content)
  }

  @Test func theWrongBytesAreRemoved() throws {
    let wrong = [UInt8](repeating: 1, count: Self.content.count)
    let server = try LoopbackServer { Self.serve($0, wrong) }
    let error = try #require(throws: HTTPError.self) { try client.download(try download(server)) }
    #expect("\(error)".contains(Self.digest) && "\(error)".contains(SHA256.hexDigest(of: wrong)))
    #expect(try names == [])
  }

  @Test func theFileThatWasThereStaysUntilTheNewOneIsWhole() throws {
    try folder.write("former", to: "model.bin")
    let server = try LoopbackServer { _ in .json(#"{"error":"gone\u001b[31m"}"#, status: 404) }
    #expect(
      throws: HTTPError.status(server.url + "/model.bin", code: 404, message: "gone [31m")
    ) { try client.download(try download(server)) }
    #expect(try folder.read("model.bin") == "former")
  }

  @Test func anotherSizeThanAnnouncedIsRefusedBeforeItComes() throws {
    let server = try LoopbackServer { Self.serve($0, Array(Self.content.dropLast())) }
    let error = try #require(throws: HTTPError.self) { try client.download(try download(server)) }
    #expect("\(error)".contains("the server offers 149999 bytes, where 150000 were announced"))
  }

  @Test func anEndlessFileIsRefused() throws {
    let server = try LoopbackServer { _ in .endless([UInt8](repeating: 1, count: 8000)) }
    #expect(throws: HTTPError.tooLarge(server.url + "/model.bin", limit: Self.content.count)) {
      try client.download(try download(server))
    }
  }

  @Test func aBusyServerIsAskedAgainAfterTheWaitThatItAsksFor() throws {
    let server = try LoopbackServer {
      $0.number == 0 ? .json("{}", status: 503, headers: [("Retry-After", "0")]) : Self.serve($0)
    }
    _ = try client.download(try download(server), retries: quick)
    #expect(server.requests.count == 2)
    let patient = try LoopbackServer { _ in .json("{}", status: 429, headers: [("Retry-After", "3600")]) }
    #expect(throws: HTTPError.self) { try client.download(try download(patient), retries: quick) }
    #expect(patient.requests.count == 1)
  }

  @Test func aCancelledDownloadKeepsWhatCame() throws {
    let server = try LoopbackServer {
      $0.number == 0
        ? LoopbackReply([
          .send(
            LoopbackReply.head(200, [("Content-Length", "150000"), ("ETag", "\"one\"")])
              + Self.content[..<50_000]),
          .wait(300),
        ]) : Self.serve($0)
    }
    let cancellation = Cancellation()
    #expect(throws: HTTPError.interrupted) {
      try client.download(try download(server), cancellation: cancellation) {
        if $0.received == 50_000 { cancellation.cancel() }
      }
    }
    #expect(try client.download(try download(server)).resumedFrom == 50_000)
    #expect(written == Self.content)
  }

  @Test func twoDownloadsOfOneFileDoNotMix() throws {
    let client = client
    let problem = Told()
    let again = Download(try WebAddress("http://127.0.0.1:1"), to: folder.path("model.bin"))
    let server = try LoopbackServer { Self.serve($0) }
    _ = try client.download(try download(server)) { _ in
      do { _ = try client.download(again) } catch { problem.note("\(error)") }
    }
    #expect(problem.notes.first?.contains("is being downloaded already") == true)
    #expect(written == Self.content)
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let server = try LoopbackServer { Self.serve($0) }
    let nowhere = Download(try WebAddress(server.url), to: folder.path("no/model.bin"))
    #expect(
      throws: HTTPError.file(path: nowhere.destination + ".partial", reason: "No such file or directory")
    ) {
      try client.download(nowhere)
    }
  }
}

/// What callbacks said, on one thread.
private final class Told {
  private(set) var all: [DownloadProgress] = []
  private(set) var notes: [String] = []

  func add(_ progress: DownloadProgress) { all.append(progress) }
  func note(_ text: String) { notes.append(text) }
}
