/// How each PLOVER type is told, in Persian and English, by which sides are known.
///
/// `{A}` stands for those who act, `{R}` for those acted upon; `|` parts the singular from the plural of a Persian verb.
struct EventPhrases {
  /// Both sides are known.
  var both: String
  /// Only who acts is known.
  var actor: String
  /// Only who is acted upon is known.
  var recipient: String
  /// Nobody is known.
  var nobody: String

  /// The phrases of a type.
  static func of(_ type: String, in language: NarrationLanguage) -> EventPhrases {
    let table = language == .persian ? persian : english
    return table[type]
      ?? EventPhrases(both: "{A} → {R}: \(type)", actor: "{A}: \(type)", recipient: "{R}: \(type)", nobody: type)
  }

  private init(both: String, actor: String, recipient: String, nobody: String) {
    (self.both, self.actor, self.recipient, self.nobody) = (both, actor, recipient, nobody)
  }

  private init(_ both: String, _ actor: String, _ recipient: String, _ nobody: String) {
    self.init(both: both, actor: actor, recipient: recipient, nobody: nobody)
  }

  private static let persian: [String: EventPhrases] = [
    "AGREE": .init(
      "{A} به {R} قول همکاری داد|دادند", "{A} توافق کرد یا قول همکاری داد|توافق کردند یا قول همکاری دادند",
      "به {R} قول همکاری داده شد", "توافقی اعلام شد"),
    "CONSULT": .init(
      "{A} با {R} دیدار یا گفت‌وگو کرد|کردند", "{A} دیدار یا گفت‌وگو کرد|کردند", "با {R} دیدار یا گفت‌وگو شد",
      "دیدار یا گفت‌وگویی انجام شد"),
    "SUPPORT": .init(
      "{A} از {R} پشتیبانی کرد|کردند", "{A} ابراز پشتیبانی کرد|کردند", "از {R} پشتیبانی شد", "پشتیبانی اعلام شد"),
    "CONCEDE": .init(
      "{A} در برابر {R} کوتاه آمد|آمدند", "{A} کوتاه آمد|آمدند", "به {R} امتیاز داده شد", "امتیازی داده شد"),
    "COOPERATE": .init(
      "{A} با {R} همکاری کرد|کردند", "{A} همکاری کرد|کردند", "با {R} همکاری شد", "همکاری انجام شد"),
    "AID": .init("{A} به {R} کمک کرد|کردند", "{A} کمک کرد|کردند", "به {R} کمک شد", "کمک داده شد"),
    "RETREAT": .init(
      "{A} به سود {R} عقب نشست یا آزاد کرد|به سود {R} عقب نشستند یا آزاد کردند",
      "{A} عقب نشست یا کنار رفت|عقب نشستند یا کنار رفتند",
      "{R} آزاد یا بازگردانده شد|شدند", "عقب‌نشینی یا آزادسازی انجام شد"),
    "REQUEST": .init(
      "{A} از {R} درخواستی کرد|کردند", "{A} درخواستی کرد|کردند", "از {R} درخواستی شد", "درخواستی مطرح شد"),
    "ACCUSE": .init(
      "{A} از {R} انتقاد کرد یا آن را متهم کرد|از {R} انتقاد کردند یا آن را متهم کردند",
      "{A} انتقاد یا اتهامی مطرح کرد|کردند", "{R} متهم یا محکوم شد|شدند", "انتقاد یا اتهامی مطرح شد"),
    "REJECT": .init(
      "{A} خواست یا پیشنهاد {R} را نپذیرفت|نپذیرفتند", "{A} نپذیرفت یا رد کرد|نپذیرفتند یا رد کردند",
      "خواست {R} پذیرفته نشد", "خواستی رد شد"),
    "THREATEN": .init("{A} {R} را تهدید کرد|کردند", "{A} تهدید کرد|کردند", "{R} تهدید شد|شدند", "تهدیدی مطرح شد"),
    "PROTEST": .init(
      "{A} علیه {R} اعتراض کرد|کردند", "{A} دست به اعتراض زد|زدند", "علیه {R} اعتراض شد", "اعتراضی برپا شد"),
    "SANCTION": .init(
      "{A} {R} را تحریم کرد یا روابطش را کاهش داد|{R} را تحریم کردند یا روابطشان را کاهش دادند",
      "{A} تحریم یا کاهش روابط را اعمال کرد|کردند", "{R} تحریم شد|شدند", "تحریمی اعمال شد"),
    "MOBILIZE": .init(
      "{A} در برابر {R} نیرو آماده کرد|کردند", "{A} نیرو آماده یا جابه‌جا کرد|کردند", "در برابر {R} نیرو آماده شد",
      "نیروهایی آماده شدند"),
    "COERCE": .init(
      "{A} {R} را بازداشت، محدود یا مجازات کرد|کردند", "{A} بازداشت، توقیف یا محدودیتی انجام داد|دادند",
      "{R} بازداشت، توقیف یا محدود شد|شدند", "بازداشت، توقیف یا محدودیتی انجام شد"),
    "ASSAULT": .init(
      "{A} به {R} حمله کرد|کردند", "{A} حمله کرد یا جنگید|حمله کردند یا جنگیدند", "به {R} حمله شد", "حمله‌ای انجام شد"),
  ]

  private static let english: [String: EventPhrases] = [
    "AGREE": .init(
      "{A} promised {R} to cooperate", "{A} agreed or promised to cooperate", "{R} was promised cooperation",
      "an agreement was announced"),
    "CONSULT": .init(
      "{A} met or talked with {R}", "{A} met or talked", "there was a meeting with {R}", "there was a meeting"),
    "SUPPORT": .init("{A} gave support to {R}", "{A} voiced support", "{R} was given support", "support was voiced"),
    "CONCEDE": .init("{A} gave way to {R}", "{A} gave way", "{R} was granted a concession", "a concession was made"),
    "COOPERATE": .init(
      "{A} cooperated with {R}", "{A} cooperated", "there was cooperation with {R}", "there was cooperation"),
    "AID": .init("{A} gave aid to {R}", "{A} gave aid", "{R} was given aid", "aid was given"),
    "RETREAT": .init(
      "{A} withdrew from or released {R}", "{A} withdrew, released or stepped down", "{R} was released or returned",
      "there was a withdrawal or release"),
    "REQUEST": .init("{A} made a demand of {R}", "{A} made a demand", "a demand was made of {R}", "a demand was made"),
    "ACCUSE": .init(
      "{A} accused or criticised {R}", "{A} voiced an accusation", "{R} was accused", "an accusation was voiced"),
    "REJECT": .init(
      "{A} rejected what {R} wants", "{A} refused or rejected", "{R} was refused", "something was rejected"),
    "THREATEN": .init("{A} threatened {R}", "{A} made a threat", "{R} was threatened", "a threat was made"),
    "PROTEST": .init(
      "{A} protested against {R}", "{A} protested", "there was a protest against {R}", "there was a protest"),
    "SANCTION": .init(
      "{A} sanctioned {R} or cut relations", "{A} imposed sanctions or cut relations", "{R} was sanctioned",
      "sanctions were imposed"),
    "MOBILIZE": .init(
      "{A} readied forces against {R}", "{A} moved or readied forces", "forces were readied against {R}",
      "forces were readied"),
    "COERCE": .init(
      "{A} arrested, seized or restricted {R}", "{A} made an arrest, a seizure or a restriction",
      "{R} was arrested, seized or restricted", "there was an arrest, a seizure or a restriction"),
    "ASSAULT": .init("{A} attacked {R}", "{A} attacked or fought", "{R} was attacked", "there was an attack"),
  ]
}
