import RemoteEncoder
import Testing

@Suite struct WebAddressTests {
  @Test func showsEverythingButTheQuery() throws {
    let address = try WebAddress("HTTPS://API.Example.com:8443/v1/x?token=sesame")
    #expect("\(address)" == "https://api.example.com:8443/v1/x?…")
    #expect(address.origin == "https://api.example.com:8443")
    #expect(address.path == "/v1/x")
    #expect(address.text.hasSuffix("?token=sesame"))
  }

  @Test func theUsualPortBelongsToTheOrigin() throws {
    #expect(try WebAddress("https://a.b").origin == (try WebAddress("https://A.b:443/x").origin))
    #expect(try WebAddress("http://a.b").origin != (try WebAddress("https://a.b").origin))
  }

  @Test(arguments: [
    ("http://localhost:1", true), ("http://127.0.0.1", true), ("http://127.1.2.3/x", true),
    ("http://[::1]:8080/", true), ("http://127.0.0.1.example.com", false), ("http://10.0.0.1", false),
    ("http://localhost.example.com", false),
  ])
  func knowsThisMachine(text: String, isLoopback: Bool) throws {
    #expect(try WebAddress(text).isLoopback == isLoopback)
  }

  @Test(arguments: [
    "", "localhost:8000", "ftp://a", "http://", "http:///path", "http://a b/", "http://me@a/",
    "http://me:secret@a/",
    "http://a/\n", "//a/b",
  ])
  func refusesWhatIsNoAddress(text: String) throws {
    let error = try #require(throws: HTTPError.self) { try WebAddress(text) }
    guard case .badAddress = error else {
      Issue.record("\(error)")
      return
    }
    #expect(!"\(error)".contains("secret"))
    #expect(!"\(error)".contains("\n"))
  }
}
