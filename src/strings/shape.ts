// Every word that the theme says, by name. vi.ts and en.ts have this shape, so a missing word is a type error;
// bantin.yaml may override any of them and gives them for other languages. `{name}` is filled when the word is said.

/** A text that depends on a number, by the plural categories of its language (Intl.PluralRules). */
export interface CountWord {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export interface Words {
  // Finding one's way
  readonly skipToContent: string;
  readonly home: string;
  readonly backHome: string;
  readonly languages: string;
  readonly aboutBulletin: string;
  readonly browse: string;
  readonly seeAll: string;

  // Lists
  readonly latest: string;
  readonly topStories: string;
  readonly section: string;
  readonly sections: string;
  readonly tag: string;
  readonly tags: string;
  readonly author: string;
  readonly authors: string;
  readonly issue: string;
  readonly issues: string;
  /** {label}: `01/2023` */
  readonly issueNumbered: string;
  /** {label}: `Xuân 2023` */
  readonly issueNamed: string;
  readonly currentIssue: string;
  readonly archive: string;
  readonly month: string;
  /** {month}: `01`; {monthName}; {year}: `2023` */
  readonly monthOfYear: string;
  /** {count} */
  readonly articleCount: CountWord;
  readonly nothingPublished: string;
  readonly pages: string;
  /** {page} */
  readonly pageNumber: string;
  /** {page}, {total} */
  readonly pageOf: string;
  readonly previousPage: string;
  readonly nextPage: string;

  // An article
  /** {date} */
  readonly updated: string;
  readonly corrections: string;
  /** {name} */
  readonly photoBy: string;
  /** {source} */
  readonly sourceOf: string;
  readonly placeNote: string;
  readonly attachments: string;
  /** {number} */
  readonly attachmentNumber: string;
  /** {date} */
  readonly attachmentDate: string;
  readonly related: string;
  readonly otherArticles: string;
  readonly older: string;
  readonly newer: string;

  // Sharing
  readonly share: string;
  readonly shareByEmail: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  /** Opens the device's own list of ways to share. */
  readonly shareElsewhere: string;
  readonly printArticle: string;
  readonly messageToSend: string;
  readonly articleAddress: string;
  readonly addressHint: string;
  readonly addressUnknown: string;
  readonly readArticle: string;
  readonly enlargePhoto: string;
  readonly sharingCard: string;
  readonly downloadWide: string;
  readonly downloadSquare: string;
  readonly downloadCode: string;
  readonly scanToRead: string;
  readonly printPoster: string;
  readonly largePhoto: string;
  readonly closePhoto: string;
  readonly previousPhoto: string;
  readonly nextPhoto: string;
  readonly qrCode: string;
  /** {title} */
  readonly qrOf: string;
  readonly shortMessage: string;
  readonly copyMessage: string;
  readonly messageCopied: string;

  // Feeds and old addresses
  readonly feed: string;
  /** {name} */
  readonly feedOf: string;
  readonly feedNote: string;
  readonly moved: string;

  // Languages; {language} is a language's name as it stands in a sentence: `tiếng Anh`, `Vietnamese`
  readonly articleNotIn: string;
  readonly pageNotIn: string;
  readonly readIn: string;
  readonly continueIn: string;

  // The page that is not there
  readonly notFound: string;
  readonly notFoundWhy: string;

  // Imprint
  readonly imprint: string;
  readonly governingBody: string;
  readonly responsible: string;
  readonly editorialBoard: string;
  readonly licence: string;
  readonly address: string;
  readonly telephone: string;
  readonly email: string;

  // Calendar
  readonly monthJanuary: string;
  readonly monthFebruary: string;
  readonly monthMarch: string;
  readonly monthApril: string;
  readonly monthMay: string;
  readonly monthJune: string;
  readonly monthJuly: string;
  readonly monthAugust: string;
  readonly monthSeptember: string;
  readonly monthOctober: string;
  readonly monthNovember: string;
  readonly monthDecember: string;
  readonly shortJanuary: string;
  readonly shortFebruary: string;
  readonly shortMarch: string;
  readonly shortApril: string;
  readonly shortMay: string;
  readonly shortJune: string;
  readonly shortJuly: string;
  readonly shortAugust: string;
  readonly shortSeptember: string;
  readonly shortOctober: string;
  readonly shortNovember: string;
  readonly shortDecember: string;
  readonly weekdayMonday: string;
  readonly weekdayTuesday: string;
  readonly weekdayWednesday: string;
  readonly weekdayThursday: string;
  readonly weekdayFriday: string;
  readonly weekdaySaturday: string;
  readonly weekdaySunday: string;
}

export type WordName = keyof Words;
