/// Something the user can set in `config.toml`, in the environment and on the command line.
///
/// The name in the file is the raw value; the variable is that in capitals with `ASSAY_`, and most have a flag
/// of the name (`columns` is `--preset`, `history` is `--no-history`; `fields`, `open` and `openvino` have none).
package enum ConfigurationKey: String, CaseIterable, Hashable, Sendable {
  case theme, scale, columns, fields, images
  case imageBudget = "image-budget"
  case history, mouse, open
  case exportDir = "export-dir"
  case openvino

  /// What a value has to be.
  package enum Kind: Hashable, Sendable {
    /// A text in quotes.
    case text
    /// A list of texts; a single text counts as one of one element.
    case texts
    /// `true` or `false`.
    case flag
    /// A whole number from 0.
    case count
  }

  /// What its value has to be.
  package var kind: Kind {
    switch self {
    case .theme, .scale, .columns, .images, .exportDir, .openvino: .text
    case .fields, .open: .texts
    case .imageBudget: .count
    case .history, .mouse: .flag
    }
  }

  /// The variable of the environment that sets it.
  package var variable: String {
    "ASSAY_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// What it does, in a short phrase.
  package var help: String {
    switch self {
    case .theme: "colours: auto, dark, light, high-contrast, colour-blind or neutral"
    case .scale: "scale of grades: binary, 0-3, 0-4, esci, wands or the catalogue's own"
    case .columns: "the columns to start with: the name of a saved preset"
    case .fields: "fields shown under a title, by their names in the catalogue"
    case .images: "pictures: auto, sixel, kitty, iterm2, blocks or none"
    case .imageBudget: "kilobytes of pictures between two looks at the keyboard, 0 for no limit"
    case .history: "whether queries are remembered from one session to the next"
    case .mouse: "whether the mouse works in the explorer"
    case .open: "the command that opens addresses and pictures, {} for what to open"
    case .exportDir: "the folder that exports go to"
    case .openvino: "the folder of OpenVINO's libraries, which run models of your own"
    }
  }
}
