internal import PersianText
internal import World

/// A relation while the article is read.
struct RelationDraft: Hashable {
  var type: Relation.Kind
  var subject: Int
  var object: Int
  var words: Range<Int>
}

/// Finds what a sentence says of how entities belong together.
struct RelationReader {
  let text: TaggedReading
  let world: World

  func relations(in sentence: SentenceReading, drafts: [EntityBook.Draft], book: inout EntityBook) -> [RelationDraft] {
    let context = RelationContext(text: text, world: world, sentence: sentence, drafts: drafts)
    let found =
      OfficeReader(context: context).relations(&book) + BranchReader(context: context).relations(&book)
      + AliasReader(context: context).relations(&book) + MembershipReader(context: context).relations()
      + LocationReader(context: context).relations()
    var tightest: [RelationDraft] = []
    for relation in found where relation.subject != relation.object {
      guard
        let index = tightest.firstIndex(where: {
          $0.type == relation.type && $0.subject == relation.subject && $0.object == relation.object
        })
      else { tightest.append(relation); continue }
      // Two readers may see one relation; the fewest words that say it are its evidence.
      if relation.words.count < tightest[index].words.count { tightest[index] = relation }
    }
    return tightest
  }
}
