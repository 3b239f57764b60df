import Explorer
import Relevance
import Retrieval

extension Bench {
  /// What the small catalogue's brands complete a query to.
  static func completion(_ request: CompletionRequest) -> CompletionReply {
    let fields = FilterFields([
      FilterField(name: "brand", kind: .text), FilterField(name: "price", kind: .number),
    ])
    guard let place = QueryParser(fields: fields).completionPlace(atEndOf: request.text) else {
      return CompletionReply(generation: request.generation, subject: "phrase", range: 0..<0, candidates: [])
    }
    var candidates: [CompletionCandidate] = []
    var subject = "name"
    switch place.kind {
    case .name:
      candidates = fields.fields(from: place.typed).map { CompletionCandidate($0.name + ":", goesOn: true) }
    case .value(let field):
      subject = field.name
      var counts: [String: Int] = [:]
      for brand in titles.map({ $0.1[0] }) { counts[brand, default: 0] += 1 }
      let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      candidates = sorted.filter { FilterCondition.prefix(place.typed).holds(for: $0.key) }.map {
        brand, count in
        CompletionCandidate(
          FilterCondition.text(brand).description, label: brand,
          detail: count == 1 ? "1 item" : "\(count) items")
      }
    case .item, .picture: break
    }
    return CompletionReply(
      generation: request.generation, subject: subject, range: place.range, candidates: candidates)
  }
}
