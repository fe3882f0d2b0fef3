// Expressions about letters of any script. V8 takes a millisecond and more to compile one with `\p{L}`, of seven hundred
// ranges, when it is first asked, and again when it has been asked a few times: of a build that parses one article, as
// much as the parsing. So a text in which all is common to our languages is asked a smaller one that says the same.

/** Latin letters, marks that stand alone, punctuation, signs of money, arrows and mathematics: no surrogates. */
const common = /^[\0-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20c0\u2190-\u22ff\ufffc]*$/;

/** Capitals after U+00DE, as far as they are common. */
const capitals =
  "ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƠ" +
  "ƢƤƦƧƩƬƮƯƱƲƳƵƷƸƼǄǇǊǍǏǑǓǕǗǙǛǞǠǢǤǦǨǪǬǮǱǴǶǷǸǺǼǾȀȂȄȆȈȊȌȎȐȒȔȖȘȚȜȞȠȢȤȦȨȪȬȮȰȲȺȻȽȾɁɃɄɅɆɈɊɌɎḀḂ" +
  "ḄḆḈḊḌḎḐḒḔḖḘḚḜḞḠḢḤḦḨḪḬḮḰḲḴḶḸḺḼḾṀṂṄṆṈṊṌṎṐṒṔṖṘṚṜṞṠṢṤṦṨṪṬṮṰṲṴṶṸṺṼṾẀẂẄẆẈẊẌẎẐẒẔẞẠẢẤẦẨẪẬẮẰẲ" +
  "ẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸỺỼỾ";

/** What the classes of Unicode hold of the common characters, in the syntax of a class. */
const classes: Readonly<Record<string, string>> = {
  L: "A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee\u1e00-\u1eff",
  Lu: `A-Z\xc0-\xd6\xd8-\xde${capitals}`,
  M: "\u0300-\u036f",
  N: "0-9\xb2\xb3\xb9\xbc-\xbe",
};

/** Finds in a text what `source` with the flag `u` would. */
export interface LetterPattern {
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
  /** The expression to ask of this text: for what takes an expression. */
  readonly on: (text: string) => RegExp;
}

/**
 * @param source with classes by the properties `L`, `Lu`, `M` and `N` alone; as text, for to make the expression takes as
 * long as to use it
 * @param flags without `i`, and without `u`, which is understood
 */
export function letterPattern(source: string, flags = ""): LetterPattern {
  let quick: RegExp | undefined;
  let exact: RegExp | undefined;
  const on = (text: string): RegExp => {
    if (common.test(text)) {
      quick ??= new RegExp(withCommonClasses(source), flags);
      return quick;
    }
    exact ??= new RegExp(source, `${flags}u`);
    return exact;
  };
  return { on, test: (text) => on(text).test(text), exec: (text) => on(text).exec(text) };
}

function withCommonClasses(source: string): string {
  let isInClass = false;
  return source.replace(/\\p\{(\w+)\}|\\[\s\S]|[[\]]/g, (part, name?: string) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    if (name === undefined) return part;
    const held = classes[name];
    if (held === undefined) throw new Error(`\\p{${name}} is not known for common letters`);
    return isInClass ? held : `[${held}]`;
  });
}
