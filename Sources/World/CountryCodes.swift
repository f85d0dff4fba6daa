/// The country codes that data may have: ISO 3166-1, and those that the codebook adds.
public enum CountryCodes {
  /// Codes of sides that are no country: bodies of several states, of none, firms of several, and Islamist groups of
  /// several countries.
  public static let beyondStates: Set<String> = ["IGO", "NGO", "MNC", "ISM"]

  /// Whether `code` is of ISO 3166-1 (alpha-3), Kosovo's user-assigned `XKX`, or one of ``beyondStates``.
  public static func isKnown(_ code: String) -> Bool { isState(code) || beyondStates.contains(code) }

  /// Whether `code` is of ISO 3166-1 (alpha-3), or Kosovo's.
  public static func isState(_ code: String) -> Bool { three.contains(code) }

  /// The alpha-3 code of an alpha-2 code, in capitals, or `nil` where there is none.
  public static func alpha3(ofAlpha2 code: String) -> String? { threeOfTwo[code] }

  private static let pairs: [(two: String, three: String)] = table.split(whereSeparator: { $0 == " " || $0 == "\n" })
    .map { (String($0.prefix(2)), String($0.dropFirst(2))) }
  private static let three = Set(pairs.map(\.three))
  private static let threeOfTwo = Dictionary(pairs.map { ($0.two, $0.three) }) { first, _ in first }

  /// Alpha-2 and alpha-3 of each country.
  private static let table = """
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD
    BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN
    CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU
    DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB
    GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG
    HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN
    KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU
    LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR
    MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL
    OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB
    RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP
    SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN
    TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT
    ZAZAF ZMZMB ZWZWE
    """
}
