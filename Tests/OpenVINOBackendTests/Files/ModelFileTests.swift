import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct ModelFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A copy of a fixture, cut to a length.
  @discardableResult
  private func copy(_ name: String, as other: String? = nil, bytes: Int = .max) throws -> String {
    let path = folder.path(other ?? name)
    try Data(contentsOf: Fixtures.url("onnx/\(name)")).prefix(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func knowsWhatItIsByEndingAndFirstBytes() throws {
    #expect(try ModelFile(copy("text.onnx")).graph == .onnx)
    let tflite = try folder.write("\u{1c}\0\0\0TFL3", to: "m.tflite")
    #expect(try ModelFile(tflite).graph == .tflite)
    let ir = try folder.write("<?xml version=\"1.0\"?><net></net>", to: "m.xml")
    #expect(try ModelFile(ir).graph == .ir)
    expectMalformed("is no TensorFlow Lite model") {
      _ = try ModelFile(folder.write("\u{1c}\0\0\0TFL2", to: "n.tflite"))
    }
    expectMalformed("is no OpenVINO model: it does not begin as XML") {
      _ = try ModelFile(folder.write("hello", to: "n.xml"))
    }
    expectMalformed("n.bin: has the ending .bin; files ending in .onnx, ") {
      _ = try ModelFile(folder.write("hello", to: "n.bin"))
    }
  }

  @Test func findsTheFilesWithWeights() throws {
    let path = try copy("external.onnx")
    expectMalformed(
      "external.onnx: keeps weights in external.onnx_data, which is missing beside it; fetch it too"
    ) {
      _ = try ModelFile(path)
    }
    try copy("external.onnx_data")
    #expect(try ModelFile(path).names(in: folder.root.path) == ["external.onnx", "external.onnx_data"])
  }

  @Test func refusesWeightsOutsideOfTheFolder() throws {
    let whole = try Data(contentsOf: Fixtures.url("onnx/external.onnx"))
    let inside = Data("external.onnx_data".utf8)
    let outside = Data("../ternal.onnx_dat".utf8)
    var changed = whole
    while let place = changed.range(of: inside) { changed.replaceSubrange(place, with: outside) }
    try changed.write(to: folder.url("m.onnx"))
    expectMalformed("keeps weights in ../ternal.onnx_dat, which is outside of its folder") {
      _ = try ModelFile(folder.path("m.onnx"))
    }
  }

  /// Whichever byte an ONNX file is cut at, it is noticed, save where a whole field ends.
  @Test func noticesACutFile() throws {
    let whole = try Data(contentsOf: Fixtures.url("onnx/text.onnx"))
    var accepted = 0
    for count in stride(from: 1, to: whole.count, by: 37) {
      try whole.prefix(count).write(to: folder.url("m.onnx"))
      do { _ = try ModelFile(folder.path("m.onnx")) } catch {
        #expect("\(error)".contains("is cut off or damaged"))
        continue
      }
      accepted += 1
    }
    #expect(accepted == 0)
  }

  @Test func recognisesPointersAndNothing() throws {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n"
    expectMalformed("m.onnx: is a Git LFS pointer") { _ = try ModelFile(folder.write(pointer, to: "m.onnx")) }
    expectMalformed("m.onnx: is empty") { _ = try ModelFile(folder.write("", to: "m.onnx")) }
    expectMalformed("lost.onnx: is missing or can't be read") { _ = try ModelFile(folder.path("lost.onnx")) }
  }

  @Test func anOpenVINOModelNeedsItsWeights() throws {
    let text = #"<net><layers><data element_type="f32" offset="128" size="64"/></layers></net>"#
    let path = try folder.write(text, to: "m.xml")
    expectMalformed("m.xml: keeps its weights in \(folder.path("m.bin")), which is missing") {
      _ = try ModelFile(path)
    }
    try folder.write(String(repeating: "x", count: 191), to: "m.bin")
    expectMalformed("m.bin: has 191 bytes where the model needs 192") { _ = try ModelFile(path) }
    try folder.write(String(repeating: "x", count: 192), to: "m.bin")
    #expect(try ModelFile(path).names(in: folder.root.path) == ["m.xml", "m.bin"])
    expectMalformed("is cut off: </net> is missing at its end") {
      _ = try ModelFile(folder.write(String(text.dropLast(2)), to: "m.xml"))
    }
  }
}
