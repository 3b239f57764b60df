import Embeddings
import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct WeightsTests {
  private func weights(_ folder: String) throws -> Weights { try Weights(folder: folder) { _ in 4096 } }

  @Test func shardsLieInOneMemory() throws {
    let weights = try weights(Miniature(name: "xlm-roberta").folder)
    #expect(weights.fileNames.count == 3)
    #expect(weights.path.hasSuffix("/model.safetensors.index.json"))
    for (file, range) in zip(weights.fileNames, weights.memory.files) {
      let url = Fixtures.url("miniatures/xlm-roberta/\(file)")
      #expect(try [UInt8](Data(contentsOf: url)) == Array(weights.memory.bytes(range)))
    }
    #expect(try weights.element("roberta.embeddings.LayerNorm.weight") == .f16)
  }

  @Test func constantsFollowBehindTheFiles() throws {
    let weights = try weights(Miniature(name: "bert").folder)
    let first = weights.memory.append([Int64(7), 8, 9])
    let second = weights.memory.append([Float(0.5)])
    #expect(first >= weights.memory.files[0].upperBound)
    #expect(second >= first + 24)
    #expect(second % 64 == 0)
    #expect(weights.memory.bytes(first..<first + 24).load(fromByteOffset: 16, as: Int64.self) == 9)
    #expect(weights.memory.bytes(second..<second + 4).load(as: Float.self) == 0.5)
  }

  @Test func aFileWithAnOddHeaderIsReadToAnAlignedPlace() throws {
    let folder = try TemporaryFolder()
    var bytes = try [UInt8](Data(contentsOf: Fixtures.url("miniatures/bert/model.safetensors")))
    let length = Int(bytes[0]) | Int(bytes[1]) << 8
    bytes.insert(contentsOf: [0x20, 0x20, 0x20], at: 8 + length)
    bytes.replaceSubrange(0..<2, with: [UInt8((length + 3) & 0xff), UInt8((length + 3) >> 8)])
    try Data(bytes).write(to: folder.url("model.safetensors"))
    let odd = try weights(folder.root.path)
    let even = try weights(Miniature(name: "bert").folder)
    #expect(odd.entries.keys.sorted() == even.entries.keys.sorted())
    for (name, entry) in even.entries {
      let other = try #require(odd.entries[name])
      #expect(other.offset % 4 == 0)
      #expect(
        Array(odd.memory.bytes(other.offset..<other.offset + other.byteCount))
          == Array(even.memory.bytes(entry.offset..<entry.offset + entry.byteCount)))
    }
  }

  @Test func namesAMissingShard() throws {
    let folder = try Miniature(name: "xlm-roberta").altered([])
    try FileManager.default.removeItem(atPath: folder.path("model-00002-of-00003.safetensors"))
    expectMalformed("model.safetensors.index.json: names model-00002-of-00003.safetensors of 3 weight files")
    {
      _ = try weights(folder.root.path)
    }
  }

  @Test(arguments: [
    ("model-00001-of-00003.safetensors", "names the tensor lost, which none of its files has"),
    ("../secret", "weight_map lost names no file of this folder"),
  ])
  func refusesAnIndexThatPromisesTooMuch(file: String, message: String) throws {
    let index = "model.safetensors.index.json"
    let folder = try Miniature(name: "xlm-roberta").altered([
      (index, #""weight_map": {"#, #""weight_map": {"lost": "\#(file)","#)
    ])
    expectMalformed("\(index): \(message)") { _ = try weights(folder.root.path) }
  }

  @Test func recognisesAPointerAndACutFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 90868376\n", to: "model.safetensors")
    expectMalformed("model.safetensors: is a Git LFS pointer") { _ = try weights(folder.root.path) }
    let whole = try Data(contentsOf: Fixtures.url("miniatures/bert/model.safetensors"))
    try whole.prefix(whole.count - 100).write(to: folder.url("model.safetensors"))
    expectMalformed("the file is cut off or damaged") { _ = try weights(folder.root.path) }
    try Data().write(to: folder.url("model.safetensors"))
    expectMalformed("0 bytes are too few for a safetensors file") { _ = try weights(folder.root.path) }
  }
}
