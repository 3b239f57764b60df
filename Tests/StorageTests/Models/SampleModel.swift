import Foundation

/// A model folder in the layout of a Hugging Face repository, with weights of eight numbers.
struct SampleModel {
  let folder: ScratchFolder
  var path: String { folder("model") }

  /// A sound folder of a sentence-transformers BERT.
  init() throws {
    folder = try ScratchFolder()
    try write(
      "config.json",
      """
      {"architectures": ["BertModel"], "model_type": "bert", "hidden_size": 4,
       "max_position_embeddings": 512, "vocab_size": 6}
      """)
    try write("tokenizer.json", Self.tokenizer)
    try write("tokenizer_config.json", #"{"model_max_length": 512, "tokenizer_class": "BertTokenizer"}"#)
    try write("sentence_bert_config.json", #"{"max_seq_length": 256, "do_lower_case": false}"#)
    try write(
      "modules.json",
      """
      [{"idx": 0, "path": "", "type": "sentence_transformers.models.Transformer"},
       {"idx": 1, "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
       {"idx": 2, "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}]
      """)
    try write(
      "1_Pooling/config.json", #"{"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": false}"#)
    try write("README.md", "---\nlanguage: en\nlicense: apache-2.0\n---\n# A model\n")
    try write("model.safetensors", Self.safetensors())
  }

  func write(_ name: String, _ text: String) throws { try folder.write("model/" + name, text) }

  func write(_ name: String, _ data: Data) throws { try folder.write("model/" + name, data) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  /// What Git leaves where a large file should be.
  static let pointer = """
    version https://git-lfs.github.com/spec/v1
    oid sha256:53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
    size 90868376

    """

  /// One tensor of two rows and four columns.
  static func safetensors(_ name: String = "embeddings.word_embeddings.weight") -> Data {
    let header = #"{"\#(name)":{"dtype":"F32","shape":[2,4],"data_offsets":[0,32]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var data = withUnsafeBytes(of: UInt64(padded.utf8.count).littleEndian) { Data($0) }
    data += Data(padded.utf8)
    data += Data(repeating: 0, count: 32)
    return data
  }

  /// A graph without nodes whose one tensor lies in another file.
  static func onnx(weightsIn location: String?, inputs: [String] = []) -> Data {
    var tensor: [UInt8] = []
    if let location {
      let entry = field(1, Array("location".utf8)) + field(2, Array(location.utf8))
      tensor = field(13, entry)
    }
    let ports = inputs.flatMap { field(11, field(1, Array($0.utf8))) }
    return Data(field(7, ports + field(5, tensor + field(8, Array("weight".utf8)))))
  }

  /// A field with a length, in the encoding of Protocol Buffers.
  private static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
    [UInt8(number << 3 | 2), UInt8(bytes.count)] + bytes
  }

  private static let tokenizer = """
    {"version": "1.0", "truncation": null, "padding": null,
     "added_tokens": [
       {"id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
       {"id": 1, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true}],
     "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
     "pre_tokenizer": {"type": "BertPreTokenizer"},
     "post_processor": null,
     "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
     "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
       "vocab": {"[PAD]": 0, "[UNK]": 1, "red": 2, "mug": 3, "##s": 4, "blue": 5}}}
    """
}
