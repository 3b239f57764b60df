/// What a measure's name says besides which measure it is.
package struct MeasureArguments: Sendable {
  /// The name as it was given, for messages.
  let name: String
  /// Values by parameter, quotes and braces removed.
  var values: [String: String] = [:]
  /// The rank after `@` or trec_eval's `_`.
  var cutoff: Int?
  /// The share after `@` for measures that take a level of recall.
  var share: Double?
  /// What grades are worth when the name does not say.
  var defaultGains: Gains = .linear

  init(name: String) {
    self.name = name
  }

  /// The value of a parameter.
  subscript(parameter: String) -> String? { values[parameter] }

  /// The cutoff of a measure that makes no sense without one.
  var requiredCutoff: Int {
    get throws(MeasureNameError) {
      guard let cutoff else { throw refusal("it needs a cutoff, as in \(values.isEmpty ? name : "NAME")@10") }
      return cutoff
    }
  }

  /// The level of recall of a measure that makes no sense without one.
  var requiredShare: Double {
    get throws(MeasureNameError) {
      guard let share else { throw refusal("it needs a level of recall, as in IPrec@0.1") }
      return share
    }
  }

  /// The smallest relevant grade, when the name says one.
  var level: Int? {
    get throws(MeasureNameError) { try integer("rel", in: 0...1_000_000) }
  }

  /// A parameter that is a whole number.
  func integer(_ parameter: String, in range: ClosedRange<Int>) throws(MeasureNameError) -> Int? {
    guard let text = values[parameter] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw refusal(
        "\(parameter) is a whole number in \(range.lowerBound)…\(range.upperBound), not '\(text)'")
    }
    return value
  }

  /// A parameter that is a number.
  func number(_ parameter: String) throws(MeasureNameError) -> Double? {
    guard let text = values[parameter] else { return nil }
    guard let value = Double(text), value.isFinite else {
      throw refusal("\(parameter) is a number, not '\(text)'")
    }
    return value
  }

  /// An error about this name.
  func refusal(_ reason: String) -> MeasureNameError {
    MeasureNameError(name: name, reason: reason)
  }
}
