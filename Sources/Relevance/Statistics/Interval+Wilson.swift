extension Interval {
  /// The score interval of a share, of which `hits` of `trials` are seen (Wilson 1927), with 95 % confidence.
  ///
  /// Holds for trials that are a random part of what the share is about. Lies within 0…1 and never shrinks to a point.
  /// - Precondition: `trials` is positive and `hits` lies in `0...trials`.
  package static func wilson(_ hits: Int, of trials: Int) -> Interval {
    precondition(trials > 0 && (0...trials).contains(hits), "\(hits) of \(trials)")
    let z = 1.959_963_984_540_054
    let count = Double(trials)
    let share = Double(hits) / count
    let scale = 1 + z * z / count
    let centre = (share + z * z / (2 * count)) / scale
    let reach = z / scale * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    // At both ends the formula gives the share itself, but for rounding.
    return Interval(
      low: hits == 0 ? 0 : max(0, centre - reach), high: hits == trials ? 1 : min(1, centre + reach))
  }
}
