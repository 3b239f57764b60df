import Dispatch
import Foundation
import Glibc
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct QueryHistoryFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(capacity: Int = 100) -> QueryHistoryFile {
    QueryHistoryFile(folder.path("state/assay/queries"), capacity: capacity)
  }

  @Test func isEmptyBeforeTheFirstQuery() throws {
    #expect(try file().read().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: file().path), "reading makes no file")
  }

  @Test func keepsQueriesInTheirOrderAndOnce() throws {
    for query in ["red mug", "käse 👨‍👩‍👧", "red mug", "brand:\"a b\""] { try file().append(query) }
    #expect(try file().read() == ["käse 👨‍👩‍👧", "red mug", "brand:\"a b\""])
  }

  @Test func isForItsOwnerAlone() throws {
    try file().append("secret")
    let mode = try FileManager.default.attributesOfItem(atPath: file().path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let short = QueryHistoryFile(file().path, capacity: 2)
    for number in 0..<9 { try short.append("query \(number)") }
    _ = try short.read()
    #expect(try FileManager.default.attributesOfItem(atPath: file().path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func startsALineOfItsOwnAfterATornOne() throws {
    try folder.write("red mug\nhalf a que", to: "state/assay/queries")
    try file().append("jug")
    #expect(try file().read() == ["red mug", "half a que", "jug"])
  }

  @Test func keepsAQueryOnOneLine() throws {
    try file().append("red\nmug\r\n")
    #expect(try file().read() == ["red mug "])
  }

  @Test func leavesOutWhatIsNoText() throws {
    try folder.write("red mug\n", to: "state/assay/queries")
    let handle = try #require(FileHandle(forWritingAtPath: file().path))
    handle.seekToEndOfFile()
    handle.write(Data([0xff, 0xfe, 0x0a, 0x1b, 0x5b, 0x41, 0x0a, 0x0a]))
    try handle.close()
    try file().append("jug")
    #expect(try file().read() == ["red mug", "jug"])
  }

  @Test func staysShort() throws {
    let file = file(capacity: 10)
    for number in 0..<25 { try file.append("query \(number)") }
    #expect(try file.read() == (15..<25).map { "query \($0)" })
    let lines = try String(contentsOfFile: file.path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 10)
    try file.append("after")
    #expect(try file.read().last == "after")
  }

  /// Several sessions write, read and shorten at once; no query is lost that is recent enough to be kept.
  @Test func losesNothingAmongSessions() throws {
    let (writers, each) = (4, 60)
    let failures = LockedList()
    DispatchQueue.concurrentPerform(iterations: writers) { writer in
      let file = QueryHistoryFile(folder.path("state/assay/queries"), capacity: 300)
      for number in 0..<each {
        do {
          try file.append("writer \(writer) query \(number)")
          // Repeats make the file long, so that it is shortened again and again.
          for _ in 0..<4 { try file.append("repeated") }
          if number % 7 == 0 { _ = try file.read() }
        } catch {
          failures.append("\(error)")
        }
      }
    }
    #expect(failures.values == [])
    let kept = Set(try file(capacity: 300).read())
    for writer in 0..<writers {
      for number in 0..<each { #expect(kept.contains("writer \(writer) query \(number)")) }
    }
  }

  @Test func saysWhatCanNotBeWritten() throws {
    try folder.write("", to: "state")
    #expect(throws: StorageError.self) { try file().append("red mug") }
  }
}

/// Texts gathered from several threads.
private final class LockedList: Sendable {
  private let texts = Mutex<[String]>([])

  var values: [String] { texts.withLock(\.self) }

  func append(_ text: String) { texts.withLock { $0.append(text) } }
}
