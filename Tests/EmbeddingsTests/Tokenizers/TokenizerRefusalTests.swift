import Embeddings
import Testing

/// What a `tokenizer.json` may not say, and what is said about it.
@Suite struct TokenizerRefusalTests {
  private static let model =
    #"{"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "a": 1}}"#

  /// A file with other sections than the plain one.
  private static func file(
    normalizer: String = "null", preTokenizer: String = "null", postProcessor: String = "null",
    model: String = Self.model, addedTokens: String = "[]", padding: String = "null"
  ) -> String {
    """
    {"added_tokens": \(addedTokens), "normalizer": \(normalizer), "pre_tokenizer": \(preTokenizer),
     "post_processor": \(postProcessor), "padding": \(padding), "model": \(model)}
    """
  }

  static let refusals: [(file: String, complaint: String)] = [
    ("", "is not valid JSON: byte 1"),
    ("version https://git-lfs.github.com/spec/v1", "is a Git LFS pointer"),
    ("[]", "is [] where an object is expected"),
    ("{}", "has no model"),
    (#"{"model": {"type": "WordPiece"}}"#, "model: has no vocab"),
    (
      file(normalizer: #"{"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Nmt"}]}"#),
      #"normalizer.normalizers[1].type: the normalizer "Nmt" is not supported; known are BertNormalizer, "#
    ),
    (
      file(preTokenizer: #"{"type": "UnicodeScripts"}"#),
      #"pre_tokenizer.type: the pre-tokenizer "UnicodeScripts" is not supported"#
    ),
    (
      file(preTokenizer: #"{"type": "Split", "pattern": {"Regex": "(a|b)+"}, "behavior": "Removed"}"#),
      #"pre_tokenizer.pattern.Regex: the regular expression "(a|b)+" is not supported"#
    ),
    (
      file(preTokenizer: #"{"type": "Split", "pattern": {"String": ""}, "behavior": "Removed"}"#),
      "pre_tokenizer.pattern.String: is empty"
    ),
    (
      file(preTokenizer: #"{"type": "Split", "pattern": {"String": "-"}, "behavior": "Eaten"}"#),
      #"pre_tokenizer.behavior: the behavior "Eaten" is not supported"#
    ),
    (
      file(preTokenizer: #"{"type": "Metaspace", "prepend_scheme": "last"}"#),
      #"pre_tokenizer.prepend_scheme: the prepend scheme "last" is not supported"#
    ),
    (
      file(preTokenizer: #"{"type": "Metaspace", "replacement": "__"}"#),
      #"pre_tokenizer.replacement: is "__" where a single character is expected"#
    ),
    (
      file(normalizer: #"{"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": "$1"}"#),
      "normalizer.content: replaces a regular expression"
    ),
    (
      file(normalizer: #"{"type": "Precompiled", "precompiled_charsmap": "AAAA/w=="}"#),
      "normalizer.precompiled_charsmap: announces a trie of"
    ),
    (
      file(postProcessor: #"{"type": "PairProcessing"}"#),
      #"post_processor.type: the post-processor "PairProcessing" is not supported"#
    ),
    (
      file(
        postProcessor: #"""
          {"type": "TemplateProcessing", "special_tokens": {}, "single": [{"SpecialToken": {"id": "[CLS]"}}]}
          """#),
      #"post_processor.single[0].SpecialToken.id: names "[CLS]", which is not among special_tokens"#
    ),
    (
      file(model: #"{"type": "WordLevel", "vocab": {}}"#),
      #"model.type: the model "WordLevel" is not supported"#
    ),
    (
      file(model: #"{"type": "WordPiece", "vocab": {"a": -1}}"#), #"model.vocab: gives "a" the number -1"#
    ),
    (
      file(model: #"{"type": "WordPiece", "vocab": {"a": 1}}"#),
      "model: has the unk_token [UNK], which is not in"
    ),
    (
      file(model: #"{"type": "BPE", "dropout": 0.1, "vocab": {}, "merges": []}"#),
      "model.dropout: asks for random"
    ),
    (
      file(model: #"{"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}"#),
      "model.merges: [0] merges tokens"
    ),
    (
      file(model: #"{"type": "BPE", "vocab": {"a": 0}, "merges": ["a b c"]}"#),
      "model.merges: [0] is not two tokens"
    ),
    (file(model: #"{"type": "Unigram", "vocab": [["a", 0]]}"#), "model: has no unk_id"),
    (
      file(model: #"{"type": "Unigram", "unk_id": 1, "vocab": [["a", 0]]}"#),
      "model.unk_id: is 1 where a whole number from 0 to 0 is expected"
    ),
    (
      file(model: #"{"type": "Unigram", "unk_id": 0, "vocab": [["a"]]}"#),
      "model.vocab: [0] is not a token and its"
    ),
    (
      file(addedTokens: #"[{"id": 7, "content": "a"}]"#),
      "added_tokens[0].id: is 7, but the vocabulary gives the token the number 1"
    ),
    (file(padding: #"{"strategy": "Longest"}"#), #"padding.strategy: is "Longest" where "#),
  ]

  @Test(arguments: refusals) func refusesByNameAndPlace(file: String, complaint: String) {
    let error = #expect(throws: EncoderError.self) { try Tokenizer(json: Array(file.utf8), path: "t.json") }
    #expect(error?.description.hasPrefix("t.json: \(complaint)") == true, "\(error?.description ?? "")")
  }

  @Test func readsWhatItDoesNotApply() throws {
    let padding = #"{"strategy": {"Fixed": 64}, "direction": "Left", "pad_id": 1, "pad_token": "<pad>"}"#
    let file = Self.file(padding: padding)
      .replacing(#"{"added_tokens""#, with: #"{"truncation": {"max_length": 128}, "added_tokens""#)
    let tokenizer = try Tokenizer(json: Array(file.utf8), path: "t.json")
    #expect(tokenizer.declaredLimit == 128)
    #expect(tokenizer.declaredPadding?.length == 64)
    #expect(tokenizer.declaredPadding?.isLeading == true)
    #expect(tokenizer.declaredPadding?.id == 1)
    #expect(tokenizer.encode("a", limit: nil).ids == [1])
    #expect(tokenizer.idBound == 2)
    #expect(tokenizer.id(of: "a") == 1 && tokenizer.id(of: "b") == nil)
  }

  @Test func cutsAtTheLimitButKeepsTheFrame() throws {
    let frame = #"{"type": "BertProcessing", "cls": ["[CLS]", 8], "sep": ["[SEP]", 9]}"#
    let file = Self.file(preTokenizer: #"{"type": "WhitespaceSplit"}"#, postProcessor: frame)
    let tokenizer = try Tokenizer(json: Array(file.utf8), path: "t.json")
    let whole = tokenizer.encode("a a a", limit: 5)
    #expect(whole.ids == [8, 1, 1, 1, 9] && !whole.isCut)
    let cut = tokenizer.encode("a a a", limit: 4)
    #expect(cut.ids == [8, 1, 1, 9] && cut.isCut && cut.whole == 5)
    #expect(tokenizer.encode("a a a", limit: 0).ids == [8, 9])
    #expect(tokenizer.idBound == 10)
  }
}
