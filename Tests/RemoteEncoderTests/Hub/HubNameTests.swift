import Foundation
import TestSupport
import Testing

@testable import RemoteEncoder

@Suite struct HubNameTests {
  @Test func namesAreRepositoriesWithARevision() throws {
    let plain = try HubModelName("BAAI/bge-m3")
    #expect(plain.repository == "BAAI/bge-m3" && plain.revision == "main" && "\(plain)" == "BAAI/bge-m3")
    let pinned = try HubModelName("org/a.b_c@refs/pr/1")
    #expect(pinned.repository == "org/a.b_c" && pinned.revision == "refs/pr/1")
    #expect(try HubModelName("gpt2").repository == "gpt2")
  }

  @Test(arguments: [
    "", "/", "a/", "/a", "a/b/c", "../x", "a/..", "a/.b", "a/-b", "a b/c", "a/b@", "a/b@x y", "a/b?c",
    "a/b%2f",
    "https://huggingface.co/a/b", "ä/b", "a/b\u{1b}[31m", "a/" + String(repeating: "b", count: 97),
  ])
  func otherNamesAreRefused(text: String) throws {
    let error = try #require(throws: HubError.self) { try HubModelName(text) }
    #expect(!"\(error)".contains("\u{1b}"))
  }

  @Test(arguments: ["../x", "a/../b", "/etc/passwd", "a//b", "./a", "a\\b", "a\u{0}b", "a\nb", ""])
  func pathsOutsideAreRefused(path: String) throws {
    let error = try #require(throws: HubError.self) {
      try HubFile(path: path, bytes: 1, digest: .gitBlob("00"))
    }
    #expect(error == .unsafePath(path))
  }

  @Test func gitNamesContentAsGitDoes() {
    // echo hello | git hash-object --stdin; git hash-object /dev/null
    #expect(SHA1.gitBlob(Array("hello\n".utf8)) == "ce013625030ba8dba906f756967f9e9ca394464a")
    #expect(SHA1.gitBlob([]) == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    // FIPS 180-4's examples, and the lengths around a block's end.
    func hex(_ text: String) -> String {
      SHA1.digest(of: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    #expect(hex(String(repeating: "a", count: 1_000_000)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
  }

  @Test func theTokenIsTheOneThatOthersWouldUse() throws {
    let folder = try TemporaryFolder()
    for name in ["path", "home/token", "cache/huggingface/token", ".cache/huggingface/token"] {
      try folder.write("from-\(name.replacing("/", with: "-"))\n", to: name)
    }
    func header(_ environment: [String: String]) throws -> String? {
      try HubToken.find(environment: environment)?.bearer.value
    }
    var environment = ["HOME": folder.root.path]
    #expect(try header(environment) == "Bearer from-.cache-huggingface-token")
    environment["XDG_CACHE_HOME"] = folder.path("cache")
    #expect(try header(environment) == "Bearer from-cache-huggingface-token")
    environment["HF_HOME"] = folder.path("home")
    #expect(try header(environment) == "Bearer from-home-token")
    environment["HF_TOKEN_PATH"] = folder.path("path")
    #expect(try header(environment) == "Bearer from-path")
    environment["HF_TOKEN"] = "hf_direct"
    #expect(try header(environment) == "Bearer hf_direct")
    #expect(try header(["HOME": folder.path("nowhere")]) == nil)
    #expect(try header(["HF_TOKEN": "", "HOME": folder.path("nowhere")]) == nil)
    let error = try #require(throws: HubError.self) { try header(["HF_TOKEN": "hf_secret with blanks"]) }
    #expect("\(error)".contains("HF_TOKEN") && !"\(error)".contains("secret"))
  }
}
