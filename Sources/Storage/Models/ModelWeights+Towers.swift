import Embeddings

extension ModelWeights {
  /// Which kinds of input a file with a graph of its own reads: the name for each, or `nil`.
  ///
  /// An ONNX file says it by the names of its inputs; both at once are two towers in one graph. Elsewhere the file's name
  /// tells, or a folder that says how pictures are prepared and nothing about texts.
  /// - Throws: `StorageError` when an ONNX file can't be read.
  static func towers(
    of name: String, in folder: String
  ) throws(StorageError) -> (text: String?, picture: String?) {
    if Path.suffix(name) == "onnx" {
      let inputs = try ONNXInputs.names(of: name, in: folder)
      let (reads, sees) = (inputs.contains("input_ids"), inputs.contains("pixel_values"))
      if reads || sees { return (reads ? name : nil, sees ? name : nil) }
    }
    if Path.name(name).hasPrefix("vision_model") { return (nil, name) }
    func has(_ file: String) -> Bool { Path.isFile(Path.join(folder, file)) }
    let isForPictures =
      !has("tokenizer.json") && ModelReading.preprocessingFiles.contains(where: has)
    return isForPictures ? (nil, name) : (name, nil)
  }
}
