internal import CKernels

/// Builds the parts of `DefaultEncoder` from a file whose layout was checked.
struct DefaultEncoderReader {
  let file: SafetensorsFile

  /// Who the encoder is.
  func card() throws(EncoderError) -> EncoderCard {
    let towers = [try hash("text.sha256"), try hash("image.sha256")]
    return EncoderCard(
      id: try DefaultEncoderLayout.string("encoder.id", in: file), fingerprint: towers.joined(separator: "-"),
      dimensions: try truncations())
  }

  /// The text tower.
  func textTower() throws(EncoderError) -> TextTower {
    let name = "text.table"
    let table = try file.halves(name, shape: shape(of: name))
    guard assay_all_finite_f16(table, table.count) else { throw notFinite(name) }
    return TextTower(
      table: table, kindWeights: try floats("text.kind_weights"),
      roleWeights: try floats("text.role_weights"),
      head: try head("text"))
  }

  /// The image tower.
  func imageTower() throws(EncoderError) -> ImageTower {
    let deviation = try channels("image.std")
    guard deviation.allSatisfy({ $0 > 0 }) else {
      throw file.mistake("metadata image.std has a value that is not positive")
    }
    let letterbox = Letterbox(size: ImageTower.size, mean: try channels("image.mean"), deviation: deviation)
    var convolutions: [Convolution] = []
    for (index, shape) in ImageTower.shapes.enumerated() {
      let prefix = "image.conv\(index + 1)"
      convolutions.append(
        Convolution(
          weights: try floats("\(prefix).weight"), bias: try floats("\(prefix).bias"), inputs: shape.inputs,
          outputs: shape.outputs, stride: shape.stride, addsInput: shape.addsInput))
    }
    return ImageTower(
      letterbox: letterbox, convolutions: convolutions, embed: try linear("image.embed"),
      head: try head("image"))
  }

  private func head(_ tower: String) throws(EncoderError) -> ResidualHead {
    ResidualHead(
      linear: try linear("\(tower).head.linear"), hidden: try linear("\(tower).head.hidden"),
      output: try linear("\(tower).head.output", hasBias: false))
  }

  private func linear(_ prefix: String, hasBias: Bool = true) throws(EncoderError) -> LinearLayer {
    LinearLayer(
      weights: try floats("\(prefix).weight"), bias: hasBias ? try floats("\(prefix).bias") : nil,
      inputs: shape(of: "\(prefix).weight")[1])
  }

  private func floats(_ name: String) throws(EncoderError) -> [Float] {
    let values = try file.floats(name, shape: shape(of: name))
    guard assay_all_finite_f32(values, values.count) else { throw notFinite(name) }
    return values
  }

  private func shape(of name: String) -> [Int] {
    guard let shape = DefaultEncoderLayout.shapes[name] else {
      preconditionFailure("\(name) is not in the layout")
    }
    return shape
  }

  private func notFinite(_ name: String) -> EncoderError {
    file.mistake("tensor \(name) has a value that is not a finite number")
  }

  /// A SHA-256 in the metadata, in lower-case hex.
  private func hash(_ key: String) throws(EncoderError) -> String {
    let value = try DefaultEncoderLayout.string(key, in: file)
    guard value.utf8.count == 64, value.allSatisfy({ $0.isASCII && $0.isHexDigit && !$0.isUppercase }) else {
      throw file.mistake("metadata \(key) is not a SHA-256 in lower-case hex")
    }
    return value
  }

  private func truncations() throws(EncoderError) -> [Int] {
    let key = "encoder.matryoshka"
    let value = try DefaultEncoderLayout.string(key, in: file)
    let lengths = value.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let ascending = zip(lengths, lengths.dropFirst()).allSatisfy { $0 < $1 }
    guard lengths.allSatisfy({ $0 > 0 }), ascending, lengths.last == DefaultEncoderLayout.dimensions else {
      throw file.mistake(
        "metadata \(key) is \(value), not ascending lengths up to \(DefaultEncoderLayout.dimensions)")
    }
    return lengths
  }

  /// Three decimals, one for each of red, green and blue.
  private func channels(_ key: String) throws(EncoderError) -> [Float] {
    let value = try DefaultEncoderLayout.string(key, in: file)
    let numbers = value.split(separator: ",", omittingEmptySubsequences: false).compactMap { Float($0) }
    guard numbers.count == 3, numbers.allSatisfy(\.isFinite) else {
      throw file.mistake("metadata \(key) is \(value), not three decimals")
    }
    return numbers
  }
}
