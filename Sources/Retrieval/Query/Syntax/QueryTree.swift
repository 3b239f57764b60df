/// What a query says, as a syntax tree: parts that are added and subtracted, and filters that all have to be passed.
///
/// # The query language
///
///     query   = { [sign] ( text | [weight] source | weight phrase | group ) | filter }
///     text    = { word | phrase }                 as long as neither a sign, a source nor a weight comes between
///     phrase  = "…"                               a quote inside is doubled: "24"" monitor"
///     group   = weight ( { word | phrase } )      2*(long sleeve)
///     source  = image:PATH | like:ID | id:ID
///     weight  = number*                           directly before a phrase, a source or a parenthesis
///     sign    = + | -                             with blanks around it, or directly before a phrase, source or weight
///     filter  = [-] FIELD:value { ,value }        anywhere; the field is one of this catalogue that can be filtered by
///     value   = text[*] | phrase[*] | number | <number | <=number | >number | >=number | number..number | true | false
///
/// - A sign holds for the text or source after it; directly before a phrase it holds for that phrase alone. Parts
///   without a sign are added.
/// - The query's vector is the sum of the unit vectors of its parts, each times its weight, at unit length again.
/// - Lexical search reads the text of the added parts, phrases as phrases. A subtracted phrase also excludes the
///   items in which it occurs; subtracted words only move the vector.
/// - `id:` names an item, which is then first in the answer; subtracted, it is left out of it.
/// - Filters are conjoined; values of one filter, separated by commas, are alternatives. A field is meant by its name,
///   by the last component of its name or by its role, in any case, with `_` for a blank. An item without the field
///   passes no filter by it, but every negated one. `*` behind a text stands for any ending, as does the end of a query
///   that is being typed.
/// - Everything else is text: `t-shirt`, `a+b`, `C++`, `24" monitor`, `16:9`, `2*4`, `note: fine`. A `NAME:` that is no
///   field stays text too and is hinted at when it is close to one.
package struct QueryTree: Hashable, Sendable {
  /// The parts in the order of the query; two texts may follow each other.
  package let parts: [QueryPart]
  /// The filters in the order of the query.
  package let filters: [QueryFilter]

  /// Makes a tree.
  package init(parts: [QueryPart] = [], filters: [QueryFilter] = []) {
    self.parts = parts
    self.filters = filters
  }

  /// What the filters let through together, or `nil` when there is none.
  package var filter: FilterExpression? {
    let expressions = filters.map(\.expression)
    return expressions.count > 1 ? .all(expressions) : expressions.first
  }

  /// What lexical search reads: the text of the added parts, phrases in quotes.
  ///
  /// Quotes that are part of a word or phrase become blanks, which lexical search takes them for anyway.
  package var lexicalText: String {
    let texts = parts.filter { !$0.isNegative }.compactMap { part -> String? in
      guard case .text(let units) = part.content else { return nil }
      return units.map { unit in
        let text = unit.text.replacing("\"", with: " ")
        if case .phrase = unit { return "\"\(text)\"" }
        return text
      }.joined(separator: " ")
    }
    return texts.joined(separator: " ")
  }

  /// The phrases whose items are excluded.
  package var excludedPhrases: [String] {
    parts.filter(\.isNegative).flatMap { part -> [String] in
      guard case .text(let units) = part.content else { return [] }
      return units.compactMap { if case .phrase(let text) = $0 { text } else { nil } }
    }
  }
}

extension QueryTree: CustomStringConvertible {
  /// The query in its canonical spelling, which is read as the same tree: parts with single blanks and explicit signs,
  /// then filters.
  package var description: String {
    var pieces: [String] = []
    for (index, part) in parts.enumerated() {
      if part.isNegative { pieces.append("-") } else if index > 0 { pieces.append("+") }
      pieces.append(part.description)
    }
    return (pieces + filters.map(\.description)).joined(separator: " ")
  }
}
