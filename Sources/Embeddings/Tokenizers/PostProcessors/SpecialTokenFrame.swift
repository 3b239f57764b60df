/// The special tokens around every text: the section `post_processor` of a `tokenizer.json`, as far as it concerns
/// the numbers of a single text.
struct SpecialTokenFrame: Sendable {
  /// The tokens before the text.
  var before: [Int32] = []
  /// The tokens after the text.
  var after: [Int32] = []

  /// How many there are.
  var count: Int { before.count + after.count }

  private typealias Reader = @Sendable (ConfigurationPart) throws(EncoderError) -> SpecialTokenFrame

  /// Every post-processor there is, by the value of `type`.
  private static let readers: [(name: String, read: Reader)] = [
    ("BertProcessing", pair),
    ("ByteLevel", { _ throws(EncoderError) in SpecialTokenFrame() }),  // moves offsets only
    ("RobertaProcessing", pair),
    ("Sequence", sequence),
    ("TemplateProcessing", template),
  ]

  /// The frame that a part of a file describes.
  static func read(_ part: ConfigurationPart) throws(EncoderError) -> SpecialTokenFrame {
    let type = try part.required("type")
    let name = try type.string()
    guard let match = readers.first(where: { $0.name == name }) else {
      throw type.unsupported("post-processor", known: readers.map(\.name))
    }
    return try match.read(part)
  }

  /// `cls` before and `sep` after, each a token and its number.
  private static func pair(_ part: ConfigurationPart) throws(EncoderError) -> SpecialTokenFrame {
    SpecialTokenFrame(before: [try number(part.required("cls"))], after: [try number(part.required("sep"))])
  }

  private static func number(_ part: ConfigurationPart) throws(EncoderError) -> Int32 {
    let elements = try part.elements()
    guard elements.count == 2 else { throw part.unexpected("a token and its number") }
    return try elements[1].tokenID()
  }

  /// Each processor puts its tokens around what those before it made.
  private static func sequence(_ part: ConfigurationPart) throws(EncoderError) -> SpecialTokenFrame {
    var frame = SpecialTokenFrame()
    for element in try part.required("processors").elements() {
      let outer = try read(element)
      frame = SpecialTokenFrame(before: outer.before + frame.before, after: frame.after + outer.after)
    }
    return frame
  }

  /// A list of special tokens and, once, the text `A`.
  private static func template(_ part: ConfigurationPart) throws(EncoderError) -> SpecialTokenFrame {
    let single = try part.required("single")
    var frame = SpecialTokenFrame()
    var hasText = false
    for element in try single.elements() {
      if let special = element["SpecialToken"] {
        let ids = try numbers(ofSpecialToken: special.required("id"), in: part)
        if hasText { frame.after += ids } else { frame.before += ids }
      } else {
        let sequence = try element.required("Sequence").required("id")
        guard try sequence.string() == "A", !hasText else {
          throw sequence.unexpected("the text \"A\", once")
        }
        hasText = true
      }
    }
    guard hasText else { throw single.mistake("has no place for the text \"A\"") }
    return frame
  }

  private static func numbers(
    ofSpecialToken name: ConfigurationPart, in template: ConfigurationPart
  ) throws(EncoderError) -> [Int32] {
    let key = try name.string()
    guard let token = try template.required("special_tokens")[key] else {
      throw name.mistake("names \(name.spelling), which is not among special_tokens")
    }
    var ids: [Int32] = []
    for id in try token.required("ids").elements() { ids.append(try id.tokenID()) }
    return ids
  }
}
