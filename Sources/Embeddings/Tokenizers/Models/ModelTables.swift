internal import JSON

/// The large lists of a model: its vocabulary and, by kind, its merges or its scores.
struct ModelTables: Sendable {
  /// One rule of byte pair encoding: two tokens that become one.
  struct Merge: Hashable, Sendable {
    let left: Int32
    let right: Int32
    let result: Int32
  }

  /// All tokens of the model.
  var vocabulary: Vocabulary
  /// The rules of byte pair encoding, the most urgent first.
  var merges: [Merge] = []
  /// The log-probabilities of a unigram model's tokens, by number.
  var scores: [Double] = []

  /// Reads the lists from the section `model`.
  init(_ model: ConfigurationPart) throws(EncoderError) {
    let part = try model.required("vocab")
    switch part.value {
    case .object(let members): vocabulary = try Self.vocabulary(members, part)
    case .array(let elements): (vocabulary, scores) = try Self.scoredVocabulary(elements, part)
    default: throw part.unexpected("an object or a list")
    }
    guard let rules = model["merges"] else { return }
    merges = try Self.merges(rules, vocabulary, prefix: model.string("continuing_subword_prefix") ?? "")
  }

  /// Takes lists that were read before.
  init(vocabulary: Vocabulary, merges: [Merge], scores: [Double]) {
    self.vocabulary = vocabulary
    self.merges = merges
    self.scores = scores
  }

  private static func vocabulary(
    _ members: [JSONValue.Member], _ part: ConfigurationPart
  ) throws(EncoderError) -> Vocabulary {
    var vocabulary = Vocabulary(capacity: members.count)
    for member in members {
      guard let id = member.value.int, let id = Int32(exactly: id), id >= 0 else {
        throw part.mistake("gives \(JSONValue.string(member.name).text) the number \(member.value.text)")
      }
      vocabulary.insert(member.name.utf8, id: id)
    }
    return vocabulary
  }

  private static func scoredVocabulary(
    _ elements: [JSONValue], _ part: ConfigurationPart
  ) throws(EncoderError) -> (Vocabulary, [Double]) {
    var vocabulary = Vocabulary(capacity: elements.count)
    var scores: [Double] = []
    scores.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      guard case .array(let pair) = element, pair.count == 2, let token = pair[0].string,
        case .number(let digits) = pair[1], let score = Double(digits), score.isFinite
      else { throw part.mistake("[\(index)] is not a token and its score") }
      vocabulary.insert(token.utf8, id: Int32(index))
      scores.append(score)
    }
    return (vocabulary, scores)
  }

  private static func merges(
    _ part: ConfigurationPart, _ vocabulary: Vocabulary, prefix: String
  ) throws(EncoderError) -> [Merge] {
    guard case .array(let elements) = part.value else { throw part.unexpected("a list") }
    var merges: [Merge] = []
    merges.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      guard let (left, right) = pair(element) else {
        throw part.mistake("[\(index)] is not two tokens")
      }
      guard let leftID = vocabulary.id(of: left), let rightID = vocabulary.id(of: right),
        let result = vocabulary.id(of: left + right.dropFirst(prefix.utf8.count))
      else { throw part.mistake("[\(index)] merges tokens, or makes one, that the vocabulary lacks") }
      merges.append(Merge(left: leftID, right: rightID, result: result))
    }
    return merges
  }

  /// The two tokens of a rule, spelled `"a b"` or `["a", "b"]`.
  private static func pair(_ rule: JSONValue) -> ([UInt8], [UInt8])? {
    switch rule {
    case .string(let text):
      let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      return parts.count == 2 ? (Array(parts[0]), Array(parts[1])) : nil
    case .array(let elements):
      guard elements.count == 2, let left = elements[0].string, let right = elements[1].string else {
        return nil
      }
      return (Array(left.utf8), Array(right.utf8))
    default: return nil
    }
  }
}
