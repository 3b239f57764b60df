package import Retrieval

extension Workbench {
  /// How a column ranks that nobody has changed yet: with all of a model's dimensions.
  package func settings(_ mode: RankingMode, model: VectorModel? = nil) -> RankingSettings {
    let lengths = model?.dimensions ?? dimensions
    var settings = RankingSettings(
      mode: mode, dimensions: lengths[lengths.count - 1], textShare: textShare, lexical: lexical,
      coarse: CoarseStage(dimensions: coarseLength(of: lengths), precision: .int8, shortlist: 400))
    settings.model = model ?? models.first
    settings.comparesPictures = settings.model?.hasPictures ?? comparesPictures
    return settings
  }

  /// The columns of the beginning: dense and hybrid, or dense for each model where there are several.
  var firstColumns: [RankingSettings] {
    models.isEmpty ? [settings(.dense), settings(.hybrid)] : models.map { settings(.dense, model: $0) }
  }

  /// The length that coarse stages start with: a quarter of the vector.
  func coarseLength(of lengths: [Int]) -> Int {
    lengths.last { $0 * 4 <= lengths[lengths.count - 1] } ?? lengths[0]
  }
}

extension RankingSettings {
  /// The settings with the next model's vectors: all of them where all were compared, or else as much of them as there
  /// is a length for.
  func comparingNextModel(of bench: Workbench) -> RankingSettings {
    guard let place = bench.models.firstIndex(where: { $0.place == model?.place ?? 0 }) else { return self }
    let isWhole = dimensions == bench.dimensions(for: self).last
    var settings = self
    let next = bench.models[(place + 1) % bench.models.count]
    settings.model = next
    // A length that the model lacks becomes the next shorter one, or all of it.
    if let length = next.dimensions.last(where: { isWhole || $0 <= dimensions }) {
      settings.dimensions = length
    }
    return settings.fitting(bench)
  }

  /// The settings with a model and with lengths that a workbench has.
  func fitting(_ bench: Workbench) -> RankingSettings {
    var settings = self
    settings.model = bench.models.first { $0.place == settings.model?.place ?? 0 }
    settings.comparesPictures = settings.model?.hasPictures ?? bench.comparesPictures
    let lengths = bench.dimensions(for: settings)
    if !lengths.contains(dimensions) { settings.dimensions = lengths[lengths.count - 1] }
    if !lengths.contains(coarse.dimensions) { settings.coarse.dimensions = bench.coarseLength(of: lengths) }
    return settings
  }
}
