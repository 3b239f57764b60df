import Explorer
import Relevance
import Retrieval

extension Bench {
  /// Fields of nested objects, whose names begin alike.
  static func nestedDetail(_ request: InspectRequest) -> Action {
    let names = ["id", "attributes.category", "attributes.color", "attributes.colour_family"]
    return .inspected(
      InspectReply(
        generation: request.generation, ordinal: request.ordinal,
        fields: names.map { ItemField(name: $0, value: "value") }, explanation: Explanation("score", value: 1)
      ))
  }

  static func detail(_ request: InspectRequest) -> Action {
    let card = card(request.ordinal)
    let fields = [
      ItemField(name: "id", value: card.id.text), ItemField(name: "title", value: card.title),
      ItemField(
        name: "description",
        value: "A sturdy everyday mug with a wide red stripe around the body. Fired twice, rounded handle, "
          + "stacks well. Synthetic product text."),
      ItemField(name: "brand", value: card.facts[0]), ItemField(name: "price", value: card.facts[1]),
      ItemField(name: "category", value: card.facts[2]), ItemField(name: "in_stock", value: "true"),
    ]
    let root = Explanation(
      "score: weighted fusion, lexical share 0.1; rank 2 of 1024", value: 0.856,
      details: [denseTerm, lexicalTerm], background: [dense, lexical])
    return .inspected(
      InspectReply(
        generation: request.generation, ordinal: request.ordinal, fields: fields, explanation: root))
  }

  private static let denseTerm = Explanation(
    "dense: rank 2 of top 1000; weight × (score − low) / (high − low)", value: 0.756, combines: .inputs,
    details: [
      Explanation("weight of the dense list", value: 0.9), Explanation("on the list's scale", value: 0.84),
      Explanation("score", value: 0.712), Explanation("low", value: -0.1134),
      Explanation("high", value: 0.8691),
    ])

  private static let lexicalTerm = Explanation(
    "lexical: rank 1 of 17; weight × (score − low) / (high − low)", value: 0.1, combines: .inputs,
    details: [
      Explanation("weight of the lexical list", value: 0.1), Explanation("on the list's scale", value: 1),
      Explanation("score", value: 8.11), Explanation("low", value: 0), Explanation("high", value: 8.11),
    ])

  /// As the dense lane explains itself: by band and side.
  private static let dense = Explanation(
    "dense: cosine, 256 of 256 dims, float32", value: 0.712,
    details: [(16, 0.41), (32, 0.17), (64, 0.11), (128, 0.044), (256, -0.022)].map { end, value in
      Explanation(
        "dims \(end == 16 ? 0 : end / 2)–\(end)", value: value,
        details: [
          Explanation("text × 0.5", value: 0.4 * value), Explanation("picture × 0.5", value: 0.6 * value),
        ])
    })

  private static let lexical = Explanation(
    "lexical: BM25F, k1 1.2, b 0.75", value: 8.11,
    details: [
      Explanation(
        "mug: idf 2.1, in 61 of 1024 items", value: 3.02,
        details: [Explanation("title: 1 in 7 words (6.2 on average)", value: 3.02)]),
      Explanation("stripe: idf 2.9, in 27 of 1024 items", value: 2.88),
      Explanation("red: idf 1.7, in 93 of 1024 items", value: 2.21),
    ])
}
