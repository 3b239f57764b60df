import Foundation
import Storage
import TestSupport
import Testing

@testable import assay

@Suite struct NumPyFileTests {
  @Test func dataBeginOnAMultipleOf64() {
    for (rows, columns) in [(1, 1), (12, 256), (1_000_000, 768), (123_456_789, 65_536)] {
      let header = NumPyFile.header(rows: rows, columns: columns)
      #expect(header.count.isMultiple(of: 64))
      #expect(Array(header.prefix(8)) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0])
      #expect(Int(header[8]) + Int(header[9]) * 256 == header.count - 10)
      #expect(header.last == UInt8(ascii: "\n"))
      #expect(String(decoding: header, as: UTF8.self).contains("'shape': (\(rows), \(columns))"))
    }
  }

  @Test func rowsFollowTheHeader() throws {
    let folder = try TemporaryFolder()
    var file = try NumPyFile(folder.path("v.npy"), rows: 2, columns: 3)
    try file.append([1, 2, 3])
    try file.append([4, 5, -6])
    try file.finish()
    let data = try Data(contentsOf: folder.url("v.npy"))
    let header = NumPyFile.header(rows: 2, columns: 3)
    #expect(Array(data.prefix(header.count)) == header)
    let values = data.dropFirst(header.count).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    #expect(values == [1, 2, 3, 4, 5, -6])
  }

  @Test func aFileThatCannotBeMadeIsNamedWithTheReason() throws {
    let path = try TemporaryFolder().path("no/where.npy")
    let error = try #require(throws: StorageError.self) { try OutputFile(path) }
    #expect("\(error)" == "\(path): can't be written: No such file or directory")
  }

  @Test func aFileThatIsNotFinishedLeavesTheOldOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "ids.txt")
    do {
      let file = try OutputFile(folder.path("ids.txt"))
      try file.write("new")
    }
    #expect(try folder.read("ids.txt") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path) == ["ids.txt"])
  }
}
