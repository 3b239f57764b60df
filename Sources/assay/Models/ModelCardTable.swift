internal import Embeddings
internal import Storage
internal import TerminalUI

/// A model's card for a reader, in aligned lines.
struct ModelCardTable {
  let card: ModelCard

  var text: String {
    let source = card.source.map { [("source", $0)] } ?? []
    let lines = (facts + source).map { $0.0.rightPadded(to: 14) + Diagnostics.spelledOut($0.1) }
    let width = (card.files.map(\.name.count).max() ?? 0) + 2
    let files = card.files.map {
      "  " + Diagnostics.spelledOut($0.name).rightPadded(to: width)
        + Numerals.grouped($0.bytes).leftPadded(to: 14) + "  " + $0.sha256
    }
    return (lines + ["files"] + files).joined(separator: "\n") + "\n"
  }

  private var facts: [(String, String)] {
    [
      ("model", card.name),
      ("encoder", card.id),
      ("fingerprint", card.fingerprint),
      ("folder", card.folder),
      ("family", [card.family, card.architecture].filter { !$0.isEmpty }.joined(separator: ", ")),
      ("graph", graph),
      ("inputs", card.inputs.joined(separator: ", ")),
      ("output", card.outputs.joined(separator: ", ")),
      ("pooling", card.pooling?.rawValue ?? "in the graph"),
      ("texts", texts),
      ("query prompt", prompt(card.prompts.query)),
      ("item prompt", prompt(card.prompts.item)),
      ("max tokens", card.maxTokens.map(String.init) ?? "no texts"),
      ("pictures", pictures),
      ("dimensions", "\(card.dimensions), \(lengths)"),
      ("similarity", card.similarity),
      ("precision", card.precision.rawValue),
      ("runtime", card.runtime),
      ("licence", card.licence ?? "not stated in the folder"),
    ]
  }

  private var graph: String {
    card.format == .safetensors
      ? "written by this program over safetensors"
      : [card.textFile, card.pictureFile].compactMap(\.self).joined(separator: ", ")
  }

  private var texts: String {
    guard card.textFile != nil else { return "none" }
    let prepared =
      switch card.textPreparation {
      case .canonical: "lower case, without punctuation"
      case .lowercase: "lower case"
      case nil: "as they are"
      }
    guard let paddingID = card.paddingID, let length = card.maxTokens else { return prepared }
    return "\(prepared), padded to \(length) tokens with \(paddingID)"
  }

  private var pictures: String {
    guard let prepared = card.pictures else { return "none" }
    return prepared + ", by " + (card.preprocessing ?? "the graph's own input")
  }

  private func prompt(_ text: String) -> String { text.isEmpty ? "none" : "'\(text)'" }

  private var lengths: String {
    switch card.lengths {
    case .declared(let lengths): "may be cut to \(Self.list(lengths)): declared by the model"
    case .forced(let lengths): "may be cut to \(Self.list(lengths)): declared by you"
    case .none: "no Matryoshka lengths declared: cutting loses more than it seems"
    }
  }

  private static func list(_ lengths: [Int]) -> String {
    lengths.map(String.init).joined(separator: ", ")
  }
}
