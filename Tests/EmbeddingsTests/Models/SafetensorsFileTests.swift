import Embeddings
import Testing

@Suite struct SafetensorsFileTests {
  @Test func tensorsAndMetadataAreRead() throws {
    var builder = SafetensorsBuilder(metadata: ["format": "x/1"])
    builder.add("b", shape: [2, 2], values: [1, -2, 0.5, 1e30])
    builder.tensors.append(("a", "F16", [3], [0x00, 0x3c, 0x01, 0x00, 0xff, 0x7b]))
    builder.add("empty", shape: [0, 7], values: [])
    let file = try SafetensorsFile(try builder.bytes(), path: "m")
    #expect(file.metadata == ["format": "x/1"])
    #expect(file.tensors.keys.sorted() == ["a", "b", "empty"])
    #expect(try file.floats("b", shape: [2, 2]) == [1, -2, 0.5, 1e30])
    #expect(try file.halves("a", shape: [3]) == [0x3c00, 1, 0x7bff])
    #expect(try file.floats("empty", shape: [0, 7]) == [])
  }

  @Test func absentOrOtherTensorsAreNamed() throws {
    var builder = SafetensorsBuilder()
    builder.add("b", shape: [2, 2], values: [1, 2, 3, 4])
    let file = try SafetensorsFile(try builder.bytes(), path: "m.safetensors")
    #expect(throws: EncoderError.malformedModel(path: "m.safetensors", reason: "tensor c is missing")) {
      try file.floats("c", shape: [1])
    }
    let reason = "tensor b is F32 [2, 2] where F32 [4] is expected"
    #expect(throws: EncoderError.malformedModel(path: "m.safetensors", reason: reason)) {
      try file.floats("b", shape: [4])
    }
  }

  /// Headers over eight bytes of data, and what is said about each.
  static let hostileHeaders = [
    ("", "its header is not valid JSON"),
    ("{", "its header is not valid JSON"),
    ("[1]", "its header is of the wrong type"),
    (#"{"a": 7}"#, "tensor a is of the wrong type"),
    (#"{"a": null}"#, "tensor a is null"),
    (#"{"__metadata__": {"k": 1}}"#, "metadata entry k is of the wrong type"),
    (#"{"a": {"dtype": "F32", "shape": [2]}}"#, "tensor a has no data_offsets"),
    (
      #"{"a": {"dtype": "F32", "shape": [1.5], "data_offsets": [0, 8]}}"#,
      "tensor a: shape: 1.5 is not a whole number"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 99999999999999999999]}}"#,
      "tensor a: data_offsets: 1e+20 is not"
    ),
    (#"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0]}}"#, "not a begin and an end"),
    (#"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}}"#, "not a begin and an end"),
    (#"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [-8, 0]}}"#, "not a begin and an end"),
    (#"{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}"#, "tensor a ends at byte 16 of 8"),
    (#"{"a": {"dtype": "F33", "shape": [2], "data_offsets": [0, 8]}}"#, "unknown type F33"),
    (#"{"a": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}}"#, "8 bytes, which is not F32 [3]"),
    (#"{"a": {"dtype": "F32", "shape": [-2, -1], "data_offsets": [0, 8]}}"#, "which is not F32 [-2, -1]"),
    (
      #"{"a": {"dtype": "F32", "shape": [4611686018427387904, 4, 2], "data_offsets": [0, 8]}}"#,
      "8 bytes, which is not"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#,
      "tensor b overlaps the one before it"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#,
      "4 bytes before tensor a belong to none"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}"#,
      "the last 4 bytes belong to no tensor"
    ),
    ("{}", "the last 8 bytes belong to no tensor"),
  ]

  @Test(arguments: hostileHeaders) func hostileHeaderIsRefused(header: String, complaint: String) {
    let bytes = SafetensorsBuilder.file(header: Array(header.utf8), data: [UInt8](repeating: 0, count: 8))
    expectRefusal(of: bytes, because: complaint)
  }

  @Test func filesThatAreNoneAreRefused() {
    expectRefusal(of: [], because: "too few for a safetensors file")
    expectRefusal(of: [UInt8](repeating: 0xff, count: 8), because: "announces a header")
    expectRefusal(of: [200, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d], because: "announces a header of 200 bytes")
    expectRefusal(of: Array("version https://git-lfs.github.com/spec/v1\noid".utf8), because: "git lfs pull")
  }

  @Test func everyCutIsRefused() throws {
    var builder = SafetensorsBuilder(metadata: ["k": "v"])
    builder.add("a", shape: [3], values: [1, 2, 3])
    let whole = try builder.bytes()
    for length in 0..<whole.count {
      #expect(throws: EncoderError.self, "cut to \(length)") {
        try SafetensorsFile(Array(whole[..<length]), path: "m")
      }
    }
  }

  private func expectRefusal(of bytes: [UInt8], because complaint: String) {
    let error = #expect(throws: EncoderError.self) { try SafetensorsFile(bytes, path: "m.safetensors") }
    #expect(error?.description.hasPrefix("m.safetensors: ") == true)
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
  }
}
