import Foundation
import RemoteEncoder
import TestSupport
import Testing

/// Certificates are verified, against a server of OpenSSL's with a certificate of its own making.
@Suite(.enabled(if: OpenSSLServer.isInstalled, "needs /usr/bin/openssl"))
struct EncryptionTests {
  private static func client(trusting authorities: String?) -> HTTPClient {
    HTTPClient(HTTPClient.Options(authorities: authorities, usesProxies: false))
  }

  @Test func onlyACertificateOfATrustedAuthorityAndForThatHostWillDo() throws {
    let server = try OpenSSLServer()
    let address = try WebAddress("https://localhost:\(server.port)/")
    #expect(try Self.client(trusting: server.certificate).send(HTTPRequest(address)).head.status == 200)

    let byNumber = try WebAddress("https://127.0.0.1:\(server.port)/")
    for (client, address) in [
      (Self.client(trusting: nil), address), (Self.client(trusting: server.certificate), byNumber),
    ] {
      let error = try #require(throws: HTTPError.self) { try client.send(HTTPRequest(address)) }
      guard case .untrusted = error else {
        Issue.record("\(error)")
        continue
      }
      #expect("\(error)".hasPrefix("\(address): the server's identity can't be verified"))
      #expect(!error.isPassing)
    }
  }

  @Test func plainWordsAreNoEncryption() throws {
    let server = try OpenSSLServer()
    let client = Self.client(trusting: server.certificate)
    let plain = try WebAddress("http://localhost:\(server.port)/")
    #expect(throws: HTTPError.self) { try client.send(HTTPRequest(plain)) }
  }
}

/// `openssl s_server` on a free port of the loopback interface; ends with the last reference.
private final class OpenSSLServer {
  private static let program = "/usr/bin/openssl"

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let port: Int
  /// The file of the certificate, which is its own authority and holds for `localhost`.
  let certificate: String
  private let folder: TemporaryFolder
  private let process: Process

  init() throws {
    folder = try TemporaryFolder()
    certificate = folder.path("certificate.pem")
    let key = folder.path("key.pem")
    let maker = Self.process([
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
      "-subj",
      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
    ])
    try maker.run()
    maker.waitUntilExit()
    process = Self.process(["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"])
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var said = ""
    var port: Int?
    while port == nil {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      said += String(decoding: piece, as: UTF8.self)
      port = try? /ACCEPT 127\.0\.0\.1:(\d+)\n/.firstMatch(in: said).flatMap { Int($0.output.1) }
    }
    self.port = try #require(port, "openssl said: \(said)")
  }

  deinit {
    // The test's process holds SIGTERM back, and children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    return process
  }
}
