import Relevance
import Testing

@Suite struct MeasureNameTests {
  /// The name as given, trec_eval's (or ours), and that of ir_measures.
  @Test(arguments: [
    ("ndcg_cut_10", "ndcg_cut_10", "nDCG@10"), ("nDCG@10", "ndcg_cut_10", "nDCG@10"),
    ("NDCG@10", "ndcg_cut_10", "nDCG@10"), ("nDCG", "ndcg", "nDCG"), ("ndcg", "ndcg", "nDCG"),
    ("map", "map", "AP"), ("MAP", "map", "AP"), ("AP@5", "map_cut_5", "AP@5"),
    ("AP(rel=2)", "AP(rel=2)", "AP(rel=2)"),
    ("P(rel=2)@10", "P(rel=2)@10", "P(rel=2)@10"), ("P.7", "P_7", "P@7"), ("P@7", "P_7", "P@7"),
    ("R@100", "recall_100", "R@100"), ("Recall@3", "recall_3", "R@3"), ("RR", "recip_rank", "RR"),
    ("RR@10", "RR@10", "RR@10"), ("Rprec", "Rprec", "Rprec"), ("Bpref", "bpref", "Bpref"),
    ("infAP", "infAP", "infAP"), ("Success@1", "success_1", "Success@1"), ("unj_20", "unj_20", "unj_20"),
    ("Judged@10", "Judged@10", "Judged@10"), ("ERR@10", "ERR@10", "ERR@10"),
    ("ERR(max=3)@10", "ERR(max=3)@10", "ERR(max=3)@10"), ("RBP", "RBP", "RBP"),
    ("RBP(p=0.9)", "RBP(p=0.9)", "RBP(p=0.9)"),
    ("RBP( rel = 2 , p=.5)@3", "RBP(p=0.5,rel=2)@3", "RBP(p=0.5,rel=2)@3"),
    ("nDCG(dcg='exp-log2')@10", "nDCG(dcg='exp-log2')@10", "nDCG(dcg='exp-log2')@10"),
    ("nDCG(dcg=\"log2\")@10", "ndcg_cut_10", "nDCG@10"),
    ("nDCG(gains={1:0.5,2:3})", "nDCG(gains={2:3,1:0.5})", "nDCG(gains={2:3,1:0.5})"),
    ("ndcg.2=3,1=0.5", "nDCG(gains={2:3,1:0.5})", "nDCG(gains={2:3,1:0.5})"),
    ("nDCG(gains='esci-paper')@5", "nDCG(gains='esci-paper')@5", "nDCG(gains='esci-paper')@5"),
    ("IPrec@0.1", "iprec_at_recall_0.10", "IPrec@0.1"),
    ("iprec_at_recall_0.30", "iprec_at_recall_0.30", "IPrec@0.3"),
    ("nDCG(judged_only=True)@10", "nDCG(judged_only=True)@10", "nDCG(judged_only=True)@10"),
    ("NumRet(rel=2)", "NumRet(rel=2)", "NumRet(rel=2)"), ("NumRelRet", "num_rel_ret", "NumRelRet"),
    ("SetP", "set_P", "SetP"), ("gm_map", "gm_map", "gm_map"),
  ])
  func readsBothSpellings(given: String, name: String, title: String) throws {
    let measure = try MeasureCatalogue.measure(named: given)
    #expect(measure.name == name)
    #expect(measure.title == title)
    // What is printed can be read again, and means the same.
    #expect(try MeasureCatalogue.measure(named: name).name == name)
    #expect(try MeasureCatalogue.measure(named: title).title == title)
  }

  @Test(arguments: [
    ("P.5,10", ["P_5", "P_10"]), ("success", ["success_1", "success_5", "success_10"]),
    ("unj", ["unj_5", "unj_10", "unj_20"]), ("recall_5", ["recall_5"]),
  ])
  func expandsListsAsTrecEvalDoes(name: String, members: [String]) throws {
    #expect(try MeasureCatalogue().measures(named: name).map(\.name) == members)
  }

  @Test(arguments: [
    ("precision", "no such measure"), ("ndcg@10", "did you mean nDCG@10?"), ("ap", "did you mean AP?"),
    ("ERR(max=3)@20 ERR(max=4)@20", "an argument of its own, first ERR(max=3)@20"), ("P", "stands for 9"),
    ("P(rel=2)", "needs a cutoff"),
    ("P@0", "'0' is not a whole number above 0"), ("nDCG@ten", "'ten'"), ("P_", "''"),
    ("Rprec@3", "no cutoff"),
    ("P(rel=x)@5", "'x'"), ("P(p=2)@5", "no parameter 'p'"), ("P(rel=2@5", "')' is missing"),
    ("P(rel)@5", "no parameter=value"), ("P(rel=1,rel=2)@5", "twice"), ("RBP(p=1)", "0..<1"),
    ("ERR(max=0)", "1…60"), ("nDCG(dcg='x')", "exp-log2"), ("nDCG(gains={1:-1})", "pairs"), ("IPrec", "0.1"),
    ("IPrec@2", "0…1"), ("nDCG(judged_only=yes)@5", "True or False"), ("", "no such measure"),
  ])
  func saysWhatIsWrong(name: String, reason: String) {
    #expect {
      _ = try MeasureCatalogue.measure(named: name)
    } throws: {
      "\($0)".contains(reason)
    }
  }

  @Test func ordersAsTrecEvalPrints() throws {
    let names = ["nDCG@100", "unj_5", "map_cut_10", "Judged@10", "ndcg_cut_5", "map", "P_10", "num_q", "map"]
    let measures = try names.map { try MeasureCatalogue.measure(named: $0) }
    #expect(
      MeasureCatalogue.inReferenceOrder(measures).map(\.name)
        == ["num_q", "map", "P_10", "ndcg_cut_5", "ndcg_cut_100", "map_cut_10", "unj_5", "Judged@10"])
  }

  @Test func everyGroupAndFamilyCanBeMade() throws {
    for group in MeasureCatalogue.groups {
      #expect(try MeasureCatalogue().measures(named: group.name).count >= group.members.count)
    }
    #expect(Set(MeasureCatalogue.families.map(\.pattern)).count == MeasureCatalogue.families.count)
  }

  @Test func gainsApplyWhereTheNameIsSilent() throws {
    let catalogue = MeasureCatalogue(gains: .exponential)
    #expect(try catalogue.measures(named: "ndcg_cut_5").map(\.title) == ["nDCG(dcg='exp-log2')@5"])
    #expect(try catalogue.measures(named: "nDCG(dcg='log2')@5").map(\.title) == ["nDCG@5"])
  }
}
