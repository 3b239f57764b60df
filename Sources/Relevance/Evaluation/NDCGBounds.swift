/// The smallest and largest nDCG over all ways to grade a ranking's unjudged documents.
///
/// Write gains as layers: with gains w₁ < w₂ < … the sum over a ranking is Σ (wᵢ − wᵢ₋₁) times the discounts of the
/// ranks that hold at least wᵢ, and the ideal's is the same with the first so many ranks. So only *how many* of the
/// unjudged reach each gain matters for the ideal, and *which* ones – the first or the last – for the ranking.
///
/// Largest: nDCG is a quotient, maximised by Dinkelbach's method ("On nonlinear fractional programming", 1967): for a
/// quotient λ the best counts are found layer by layer, independently, because higher layers have fewer judged
/// documents and so never want more of the unjudged than lower ones. Smallest: the quotient of a linear and a convex
/// function is quasi-concave in the gains, so a smallest one has only lowest and highest gains; the highest stand last.
struct NDCGBounds {
  /// What separates two gains that an unjudged document may get.
  private struct Step {
    /// The difference of the two gains.
    let height: Double
    /// The layers between them: height, and how many judged documents reach it.
    let layers: [(height: Double, judged: Int)]
  }

  /// 1 ÷ discount of the ranks within the depth that hold the unjudged documents, from the first; 0 below it.
  private let weights: [Double]
  /// Prefix sums of 1 ÷ discount over the ideal ranking.
  private let ideal: [Double]
  private let steps: [Step]
  /// What the ranking and the ideal have without any step taken.
  private let base: (gain: Double, ideal: Double)

  init(_ measure: NDCG, _ topic: JudgedRanking, highest: Int) {
    let gains = measure.gains
    let places = topic.unjudgedPlaces
    weights = places.map { $0 < measure.depth ? 1 / Discount.at($0) : 0 }
    let judged = topic.idealGrades.map { gains.gain(of: $0) }.sorted(by: >)
    let depth = min(measure.idealDepth(topic), judged.count + places.count)
    ideal = (0..<depth).reduce(into: [0]) { $0.append($0[$0.count - 1] + 1 / Discount.at($1)) }
    let allowed = Set((0...highest).map { gains.gain(of: $0) }).sorted()
    let all = Set(judged + allowed + [0]).sorted()
    func layers(above low: Double, to high: Double) -> [(height: Double, judged: Int)] {
      zip(all, all.dropFirst()).filter { $1 > low && $1 <= high }
        .map { lower, upper in (upper - lower, judged.prefix { $0 >= upper }.count) }
    }
    let lowest = allowed[0]
    steps = zip(allowed, allowed.dropFirst()).map {
      Step(height: $1 - $0, layers: layers(above: $0, to: $1))
    }
    let known = zip(topic.grades.indices, topic.grades).prefix(measure.depth)
      .reduce(0) { $0 + gains.gain(of: $1.1) / Discount.at($1.0) }
    let sums = ideal
    func sum(_ count: Int) -> Double { sums[min(count, sums.count - 1)] }
    base = (
      known + lowest * weights.reduce(0, +),
      layers(above: 0, to: lowest).reduce(0) { $0 + $1.height * sum($1.judged + places.count) }
        + layers(above: allowed[allowed.count - 1], to: .infinity).reduce(0) {
          $0 + $1.height * sum($1.judged)
        }
    )
  }

  var interval: Interval {
    let low = smallest
    return Interval(low: low, high: max(low, largest))
  }

  /// With the last m at the highest gain and the others at the lowest, for every m.
  private var smallest: Double {
    let late = [0] + weights.reversed().reduce(into: [Double]()) { $0.append(($0.last ?? 0) + $1) }
    return (0...weights.count).map { count in
      quotient(steps.map { _ in count }, taken: late)
    }.min() ?? 0
  }

  private var largest: Double {
    let early = [0] + weights.reduce(into: [Double]()) { $0.append(($0.last ?? 0) + $1) }
    var best = quotient(steps.map { _ in 0 }, taken: early)
    while true {
      let counts = steps.map { step in
        (0...weights.count).max { left, right in
          advantage(step, left, over: best, taken: early) < advantage(step, right, over: best, taken: early)
        } ?? 0
      }
      let next = quotient(counts, taken: early)
      guard next > best else { return best }
      best = next
    }
  }

  /// What a step adds to the ranking less `quotient` times what it adds to the ideal, when `count` documents take it.
  private func advantage(_ step: Step, _ count: Int, over quotient: Double, taken: [Double]) -> Double {
    step.height * taken[count] - quotient * idealGain(step, count)
  }

  private func idealGain(_ step: Step, _ count: Int) -> Double {
    step.layers.reduce(0) { $0 + $1.height * ideal[min($1.judged + count, ideal.count - 1)] }
  }

  /// The score when so many documents take each step; `taken` sums the weights of those that do.
  private func quotient(_ counts: [Int], taken: [Double]) -> Double {
    var (gain, norm) = base
    for (step, count) in zip(steps, counts) {
      gain += step.height * taken[count]
      norm += idealGain(step, count)
    }
    return norm > 0 ? gain / norm : 0
  }
}
