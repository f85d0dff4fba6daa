/// Lines that pages put into and around a report: «بیشتر بخوانید», «کد خبر: ۱۲۳», "Share this article".
///
/// A line is one of them as a whole: where it begins like one and is short. What reporters write is longer.
enum BoilerplatePhrases {
  /// Whether a line of text is no part of the report. `line` is UTF-8 without blanks at its ends.
  static func isBoilerplate(_ line: [UInt8]) -> Bool {
    guard line.count <= longestLine else { return false }
    let key = key(of: line)
    // Only marks, digits and Latin letters of a few: «***», «۱۲:۴۵», «/».
    guard !key.isEmpty else { return true }
    if whole.contains(key) { return true }
    let length = line.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return starts.contains { start in
      key.hasPrefix(start.words) && length <= start.words.unicodeScalars.count + start.rest
        && (key.utf8.count == start.words.utf8.count || !isLetter(after: start.words, in: key))
    }
  }

  /// Whether a line leads to other reports: what stands below it in links does too.
  static func leadsElsewhere(_ line: [UInt8]) -> Bool {
    guard line.count <= longestLine else { return false }
    let key = key(of: line)
    return elsewhere.contains { key.hasPrefix($0) }
  }

  private static let longestLine = 400

  private static func isLetter(after start: String, in key: String) -> Bool {
    let rest = key.unicodeScalars.dropFirst(start.unicodeScalars.count)
    return rest.first.map { $0.properties.isAlphabetic } ?? false
  }

  /// The letters of a line as a phrase is compared by them: without marks at the start, half-spaces as spaces, ي and ك
  /// as ی and ک, small letters, single spaces, no digits at either end.
  static func key(of line: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{064A}": scalars.append("ی")
      case "\u{0643}": scalars.append("ک")
      case "\u{0640}", "\u{064B}"..."\u{0652}": continue
      default:
        if scalar.properties.isAlphabetic {
          scalars.append(scalar.value < 0x80 ? Unicode.Scalar(ASCII.lowercased(UInt8(scalar.value))) : scalar)
        } else if let last = scalars.last, last != " " {
          scalars.append(" ")
        }
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// Lines that are boilerplate as they stand.
  private static let whole: Set<String> = [
    "بازدید", "چاپ", "ایمیل", "تلگرام", "واتساپ", "واتس اپ", "فیسبوک", "فیس بوک", "توییتر", "توئیتر", "اینستاگرام",
    "ایکس",
    "لینکدین", "بله", "ایتا", "روبیکا", "سروش", "آپارات", "یوتیوب", "کپی", "کپی شد", "همرسانی", "هم رسانی",
    "بازنشر", "منبع", "بالا", "بازگشت به بالا", "بعدی", "قبلی", "خبر بعدی", "خبر قبلی", "آگهی", "تبلیغات", "تبلیغ",
    "ویدیو", "ویدئو", "ویدیوها", "عکس", "تصاویر", "گالری", "صوت", "پادکست", "صفحه نخست", "صفحه اصلی", "خانه",
    "سرخط", "نظرات", "دیدگاه ها", "دیدگاهها", "دیدگاه", "برچسب ها", "برچسبها", "برچسب", "پایان پیام", "انتهای پیام",
    "پایان خبر", "پایان", "facebook", "twitter", "x", "telegram", "whatsapp", "linkedin", "instagram", "pinterest",
    "reddit", "email", "e mail", "print", "share", "copy link", "link copied", "copied", "comments", "comment", "tags",
    "tag", "advertisement", "ad", "ads", "sponsored", "top", "back to top", "next", "previous", "prev", "home", "menu",
    "search", "close", "reply", "loading", "log in", "sign in", "subscribe", "follow", "save", "more", "topics",
    "related", "trending", "most read", "most popular", "newsletter", "listen", "watch", "video", "photo", "gallery",
    "twittern", "drucken", "teilen", "kommentare", "weiterlesen", "mehr", "anzeige", "werbung", "partager", "imprimer",
  ]

  /// How lines begin that are boilerplate up to so many code points more.
  private static let starts: [(words: String, rest: Int)] = [
    ("بیشتر بخوانید", 160), ("بیشتر بدانید", 160), ("همچنین بخوانید", 160), ("اینجا بخوانید", 120),
    ("مطالب مرتبط", 40), ("مطلب مرتبط", 120), ("اخبار مرتبط", 40), ("خبرهای مرتبط", 40), ("خبر مرتبط", 120),
    ("مطالب بیشتر", 40), ("اخبار بیشتر", 40), ("مطالب پیشنهادی", 40), ("پیشنهاد سردبیر", 40), ("پربازدید", 40),
    ("پربیننده", 40), ("پرخواننده", 40), ("آخرین اخبار", 40), ("تازه ترین اخبار", 40), ("کد خبر", 40),
    ("کد مطلب", 40), ("شناسه خبر", 40), ("شماره خبر", 40), ("لینک کوتاه", 80), ("لینک خبر", 80), ("نشانی کوتاه", 80),
    ("آدرس کوتاه", 80), ("لینک مطلب", 80), ("انتهای پیام", 40), ("پایان پیام", 40), ("به اشتراک بگذارید", 60),
    ("به اشتراک گذاری", 60), ("اشتراک گذاری", 60), ("اشتراک گذاشتن", 60), ("همرسانی در", 40), ("برچسب ها", 160),
    ("برچسبها", 160), ("کلیدواژه ها", 160), ("کلیدواژه", 160), ("کلید واژه", 160), ("تگ ها", 160), ("نظر شما", 60),
    ("ارسال نظر", 80), ("ارسال دیدگاه", 80), ("ثبت نظر", 60), ("دیدگاه شما", 60), ("نظر بدهید", 60),
    ("دیدگاهتان را بنویسید", 80), ("تعداد بازدید", 30), ("زمان مطالعه", 30), ("مدت مطالعه", 30),
    ("اندازه قلم", 40), ("اندازه متن", 40), ("نسخه چاپی", 30), ("تاریخ انتشار", 80), ("زمان انتشار", 80),
    ("منتشر شده در", 60), ("به روز شده در", 60), ("آخرین به روز رسانی", 60), ("آخرین بروزرسانی", 60),
    ("ما را در تلگرام", 60), ("ما را در اینستاگرام", 60), ("ما را در شبکه", 80), ("ما را دنبال کنید", 60),
    ("به کانال", 80), ("در کانال", 60), ("عضویت در", 60), ("عضو کانال", 60),
    ("کوکی", 20), ("این سایت از کوکی", 200), ("این وب سایت از کوکی", 200), ("این وبسایت از کوکی", 200),
    ("تمام حقوق", 160), ("تمامی حقوق", 160), ("کلیه حقوق", 160), ("همه حقوق", 160), ("استفاده از مطالب", 120),
    ("بازنشر مطالب", 120), ("نقل مطالب", 120), ("طراحی و تولید", 60), ("عکس از", 60), ("عکاس", 40), ("منبع عکس", 60),
    ("توضیح تصویر", 200), ("شرح عکس", 200), ("ثبت نام در خبرنامه", 80), ("خبرنامه", 60), ("اپلیکیشن", 60),
    ("دانلود ویدیو", 60), ("دانلود فیلم", 60), ("مرورگر شما", 120), ("پخش کننده", 60), ("نام شما", 30),
    ("پرش به محتوا", 20), ("رفتن به محتوا", 20), ("لینکهای قابل دسترسی", 40), ("لینک های قابل دسترسی", 40),
    ("read more", 100), ("read also", 160), ("also read", 160), ("see also", 160), ("related articles", 40),
    ("related posts", 40), ("related stories", 40), ("related news", 40), ("more stories", 40), ("more from", 60),
    ("more on this story", 20), ("most read", 40), ("share this", 40), ("share on", 40), ("share article", 30),
    ("click to share", 60), ("follow us", 60), ("subscribe to", 80), ("sign up", 100), ("leave a comment", 40),
    ("leave a reply", 60), ("post a comment", 40), ("your email address", 80), ("posted in", 120), ("posted by", 60),
    ("posted on", 80), ("published on", 60), ("last updated", 60), ("filed under", 120), ("tagged", 120),
    ("all rights reserved", 120), ("copyright", 120), ("we use cookies", 200), ("this site uses cookies", 200),
    ("this website uses cookies", 200), ("by using this site", 200), ("click here to", 80), ("to view this video", 200),
    ("continue reading", 100),
    ("skip to content", 20), ("photo by", 60), ("image credit", 60), ("photo credit", 60), ("image source", 60),
    ("image caption", 200), ("view all", 40), ("show comments", 30), ("load more", 30), ("powered by", 60),
    ("save my name", 160), ("required fields", 60), ("notify me", 100), ("like this", 30), ("loading", 20),
    ("mehr zum thema", 60), ("lesen sie auch", 160), ("lesen sie mehr", 160), ("lire aussi", 160), ("kommentar", 40),
    ("schreibe einen kommentar", 40), ("artikel teilen", 40), ("veröffentlicht am", 60),
  ]

  /// How lines begin after which other reports are offered.
  private static let elsewhere: [String] = [
    "بیشتر بخوانید", "همچنین بخوانید", "مطالب مرتبط", "مطلب مرتبط", "اخبار مرتبط", "خبرهای مرتبط", "مطالب پیشنهادی",
    "پیشنهاد سردبیر", "پربازدید", "آخرین اخبار", "تازه ترین اخبار", "در همین زمینه", "در این زمینه بخوانید",
    "related", "read also", "also read", "see also", "more stories", "more from", "most read", "you may also like",
    "you might also like", "recommended", "lesen sie auch", "lire aussi",
  ]
}
