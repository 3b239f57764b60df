/// Observations sorted into kinds: all that a statistic which does not care about their order needs to know.
struct Kinds<Value: Hashable> {
  /// Each kind once, in the order of its first observation.
  private(set) var values: [Value] = []
  /// The kind of each observation.
  let members: [Int]

  /// How many observations there are of each kind.
  var counts: [Int] {
    members.reduce(into: Array(repeating: 0, count: values.count)) { $0[$1] += 1 }
  }

  /// Sorts observations.
  init(_ observations: [Value]) {
    var positions: [Value: Int] = [:]
    var values: [Value] = []
    members = observations.map { observation in
      if let known = positions[observation] { return known }
      positions[observation] = values.count
      values.append(observation)
      return values.count - 1
    }
    self.values = values
  }
}
