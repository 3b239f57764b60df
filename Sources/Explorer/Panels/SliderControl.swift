internal import Retrieval
internal import TerminalUI

/// One slider with its name and value.
struct SliderControl {
  let parameter: Parameter
  let settings: RankingSettings
  let dimensions: [Int]
  let isFocused: Bool
  /// The most cells it may take.
  let columns: Int

  private var name: Style { isFocused ? Style(.accent, bold: true) : Style(.muted) }
  private var knob: Style { Style(isFocused ? .accent : .plain, bold: true) }

  /// The slider with a track of so many cells for a share, and of `loneTrack` cells for any number in focus.
  func drawn(track: Int, loneTrack: Int) -> DrawnSlider {
    var line = DrawnSlider(segments: Segments(parameter.name(for: settings) + " ", name))
    guard parameter.matters(to: settings) else {
      line.add("–", Style(.muted))
      return line
    }
    let lone = isFocused ? loneTrack : 0
    switch parameter {
    case .dimensions: addDimensions(settings.dimensions, settings.precision, to: &line)
    case .coarseDimensions: addDimensions(settings.coarse.dimensions, settings.coarse.precision, to: &line)
    case .shortlist: addNumber(Numerals.grouped(settings.coarse.shortlist), track: lone, to: &line)
    case .fusionDepth: addNumber("\(settings.fusionDepth)", track: lone, to: &line)
    case .textShare:
      // The knob stands near the word that has the larger share, and text is at the left.
      line.add(Numerals.fraction(settings.textShare, decimals: 2))
      addTrack(max(track, lone), to: &line)
      if max(track, lone) > 0 { line.add(" image", name) }
    case .fusion where settings.fusionRule == .reciprocalRank:
      line.add("k \(settings.rankConstant)", knob)
    case .fusion:
      line.add(Numerals.fraction(settings.lexicalShare, decimals: 2))
      addTrack(max(track, lone), to: &line)
    case .saturation: addNumber(Numerals.brief(settings.lexical.k1), track: lone, to: &line)
    case .lengthNormalisation:
      addNumber(Numerals.fraction(settings.lexical.b, decimals: 2), track: lone, to: &line)
    case .weight(let field):
      addNumber(Numerals.brief(settings.weight(of: field)), track: lone, to: &line)
    }
    return line
  }

  private func addDimensions(_ length: Int, _ precision: VectorPrecision, to line: inout DrawnSlider) {
    let end = " " + precision.rawValue
    let room = columns - line.columns - DisplayWidth.of(end)
    let shown = lengths(around: length, columns: room)
    let chosen = shown.firstIndex(of: length) ?? 0
    if shown.first != dimensions.first { line.add("…", Style(.muted)) }
    for (index, text) in Steps(shown.map(String.init), chosen: chosen).texts.enumerated() {
      let place = dimensions.firstIndex(of: shown[index]) ?? 0
      line.values.append(
        (
          line.columns..<line.columns + DisplayWidth.of(text),
          Double(place) / Double(max(1, dimensions.count - 1))
        ))
      line.add(text, index == chosen ? knob : Style(.muted))
    }
    if shown.last != dimensions.last { line.add("…", Style(.muted)) }
    line.add(end)
  }

  /// As many lengths as fit; those furthest from the chosen one are left out.
  private func lengths(around length: Int, columns: Int) -> [Int] {
    var shown = dimensions[...]
    while shown.count > 1, width(of: shown, chosen: length) > columns, let first = shown.first,
      let last = shown.last
    {
      let isNearerToFirst =
        dimensions.count { $0 > first && $0 <= length } < dimensions.count { $0 >= length && $0 < last }
      shown = isNearerToFirst ? shown.dropLast() : shown.dropFirst()
    }
    return Array(shown)
  }

  private func width(of shown: ArraySlice<Int>, chosen: Int) -> Int {
    let texts = Steps(
      shown.map(String.init), chosen: shown.firstIndex(of: chosen).map { $0 - shown.startIndex } ?? 0
    )
    .texts
    return DisplayWidth.of(texts.joined()) + (shown.count < dimensions.count ? 2 : 0)
  }

  private func addNumber(_ text: String, track: Int, to line: inout DrawnSlider) {
    line.add(text)
    addTrack(track, to: &line)
  }

  private func addTrack(_ columns: Int, to line: inout DrawnSlider) {
    guard columns > 0 else { return }
    let slider = Slider(
      fraction: parameter.position(in: settings, dimensions: dimensions), columns: columns)
    line.add(" ")
    line.track = line.columns..<line.columns + columns
    line.add(slider.texts.before, Style(.muted))
    line.add(slider.texts.knob, knob)
    line.add(slider.texts.after, Style(.muted))
  }
}

/// A slider as it stands on the line, and where its parts are.
struct DrawnSlider {
  private(set) var segments: Segments
  /// The cells of the track, counted from the slider's first.
  var track: Range<Int>?
  /// The cells of values that are written out, each with the place of the knob that stands for it.
  var values: [(cells: Range<Int>, place: Double)] = []

  init(segments: Segments) {
    self.segments = segments
  }

  var columns: Int { segments.columns }

  mutating func add(_ text: String, _ style: Style = .plain) {
    segments.add(text, style)
  }

  /// What is at a cell, counted from the slider's first.
  func grip(at column: Int) -> SliderGrip {
    if let value = values.first(where: { $0.cells.contains(column) }) { return .value(value.place) }
    guard let track, track.contains(column) else { return .name }
    return .track(Double(column - track.lowerBound) / Double(max(1, track.count - 1)))
  }
}
